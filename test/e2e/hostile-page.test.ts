import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest } from '../harness/launch.ts';
import { type GuardDesk, openGuarded } from './guard-desk.ts';
import { type GuardPage, guardedUrl, guardPage } from './guard-page.ts';

const strip = '[data-surface="strip"]';
const holdIs = '[data-surface="hold"]';

/** Runs before every other script of the page. */
const first = (script: string, html = guardPage()) =>
  html.replace('<head>', `<head><script>${script}</script>`);

describe.each(browsersUnderTest('one'))('a page that works against the guard in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    ({ browser, page, desk } = await openGuarded(name));
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** 0.1 BTC on cross at 20x with 2,000 USDT: held until the amount is typed. */
  async function open(html: string | GuardPage = {}): Promise<void> {
    browser.served.put(guardedUrl, typeof html === 'string' ? html : guardPage(html));
    await page.goto(guardedUrl);
    await page.fill('#size', '0.1');
    await desk.judged();
    await desk.seenOn('buy');
  }

  async function isHeld(): Promise<void> {
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
  }

  it('cannot act on the hold by forged events, nor type into it', async () => {
    await open();
    await isHeld();
    const [override] = await page.surface(`${holdIs} button[data-act="override"]`);
    const at = override?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.evaluate(
      ({ x, y }) => {
        const host = document.querySelector('html > div[data-ringfence]') as HTMLElement;
        const where = { clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true, detail: 1 };
        for (const target of [host, document, window]) {
          target.dispatchEvent(new PointerEvent('pointerdown', where));
          target.dispatchEvent(new PointerEvent('pointerup', where));
          target.dispatchEvent(new MouseEvent('click', where));
          target.dispatchEvent(new Event('cancel', where));
          target.dispatchEvent(new Event('close', where));
          target.dispatchEvent(new InputEvent('input', { data: '1998.80', bubbles: true }));
        }
        host.click();
        document.execCommand('insertText', false, '1998.80');
        // Whatever it has heard of how the parts of an extension talk to each other.
        for (const message of [
          { type: 'note-outcome', outcome: 'overridden' },
          { type: 'assess-ticket', assessment: { verdict: { level: 'ok', hold: 'none' } } },
        ])
          window.postMessage(message, '*');
        new BroadcastChannel('ringfence').postMessage({ override: true });
      },
      { x: at.x + at.width / 2, y: at.y + at.height / 2 },
    );
    await sleep(200);
    await desk.hold();
    const [field] = await page.surface(`${holdIs} input`);
    expect(field?.value ?? '').toBe('');
    await page.evaluate(() => (document.getElementById('buy') as HTMLElement).click());
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
  });

  it('cannot type into the hold where the trader has put the cursor', async () => {
    await open();
    await isHeld();
    await page.clickSurface(`${holdIs} input`);
    const typeIn = () =>
      page.evaluate(() => {
        document.execCommand('selectAll');
        document.execCommand('insertText', false, '1998.80');
      });
    const typed = async () => (await page.surface(`${holdIs} input`))[0]?.value;
    await typeIn();
    expect(await typed()).toBe('');
    await page.typeText('19');
    await typeIn();
    expect(await typed()).toBe('19');
    // A key that changes nothing announces a change all the same.
    await page.press('Home');
    await page.press('Backspace');
    await typeIn();
    expect(await typed()).toBe('19');
    await page.clickSurface(`${holdIs} button[data-act="override"]`);
    await sleep(200);
    await desk.hold();
    await desk.override();
  });

  it('cannot restyle us by rules, types of properties, fonts, or by handing our element to another document', async () => {
    await open();
    const look = () =>
      page.inSurfaces((root) => {
        const parts = root.querySelectorAll('.rf-strip-line, .rf-strip-line [data-field="worst-loss"]');
        return [...parts].map((part) => {
          const { color, backgroundColor, borderTopColor, fontSize, padding } = getComputedStyle(part);
          const { height, width } = part.getBoundingClientRect();
          return { color, backgroundColor, borderTopColor, fontSize, padding, height, width };
        });
      }, null);
    const [before] = await look();
    expect(before?.[0]?.height).toBe(38);
    await page.evaluate(async () => {
      const names = [
        'ink',
        'ink-2',
        'paper',
        'line',
        'radius',
        'font',
        'danger',
        'danger-soft',
        'danger-line',
      ];
      const style = document.createElement('style');
      style.textContent = `*{color:lime!important;font-size:3px!important;${names.map((name) => `--rf-${name}:transparent!important`).join(';')}}`;
      document.head.append(style);
      for (const name of names)
        CSS.registerProperty({
          name: `--rf-${name}`,
          syntax: '<length>',
          inherits: false,
          initialValue: '0px',
        });
      for (const family of ['Inter', 'Segoe UI', 'Roboto', 'system-ui', 'sans-serif']) {
        const face = new FontFace(
          family,
          'local("DejaVu Serif"), local("Liberation Mono"), local("Georgia")',
        );
        await face.load().catch(() => undefined);
        document.fonts.add(face);
      }
    });
    expect(await look()).toEqual([before]);
    // What it could read of them is nothing of ours.
    const read = await page.evaluate(() => {
      const host = document.querySelector('html > div[data-ringfence]') as HTMLElement;
      const all = (host as unknown as { computedStyleMap?(): Iterable<[string]> }).computedStyleMap?.() ?? [];
      return [...all].map(([name]) => name).filter((name) => /^--(?!rf-)/.test(name));
    });
    expect(
      read.filter((name) => !['--bg', '--ink', '--soft', '--line', '--field', '--panel'].includes(name)),
    ).toEqual([]);
    await page.evaluate(() => {
      const host = document.querySelector('html > div[data-ringfence]') as HTMLElement;
      document.implementation.createHTMLDocument().adoptNode(host);
    });
    await desk.news('taken-away');
    await page.until(async () => JSON.stringify((await look())[0]?.[0]) === JSON.stringify(before?.[0]), {
      what: 'the strip as it was',
    });
  });

  it('finds nothing of ours but the one element on its root', async () => {
    const look = `window.before=Object.getOwnPropertyNames(window).length;window.moved=[];
      new MutationObserver(list=>{for(const each of list)moved.push(each.type+' '+each.target.nodeName)})
        .observe(document,{subtree:true,childList:true,attributes:true,characterData:true});
      window.errors=[];addEventListener('error',e=>errors.push(String(e.message)));
      addEventListener('securitypolicyviolation',e=>errors.push(e.violatedDirective));`;
    await open(first(look));
    const traces = await page.evaluate(async () => {
      const own = window as unknown as { moved: string[]; errors: string[] };
      own.moved = [];
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const host = document.querySelector('html > div') as HTMLElement;
      const resources = performance.getEntriesByType('resource').map((entry) => entry.name);
      return {
        moved: own.moved,
        errors: own.errors,
        names: Object.getOwnPropertyNames(window).filter((each) => /ringfence|preact|browser$/i.test(each)),
        runtime: typeof (window as unknown as { chrome?: { runtime?: object } }).chrome?.runtime,
        root: host.shadowRoot,
        inside: host.childNodes.length,
        parts: host.attributes.length,
        resources: resources.filter((each) => /extension:/.test(each)),
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      };
    });
    expect(traces).toEqual({
      moved: [],
      errors: [],
      names: [],
      runtime: 'undefined',
      root: null,
      inside: 0,
      parts: 2,
      resources: [],
      sheets: 1,
    });
  });

  it('gets no file of the extension', async () => {
    await open();
    const extension = await browser.extensionPage('src/ui/options/options.html');
    const base = await extension.evaluate(() => location.origin);
    await extension.close();
    await page.bringToFront();
    const answers = await page.evaluate(async (origin) => {
      const files = ['manifest.json', 'icons/icon-16.png', 'icons/ok-16.png', 'src/ui/options/options.html'];
      return Promise.all(
        files.map((file) =>
          fetch(`${origin}/${file}`).then(
            () => 'there',
            () => 'refused',
          ),
        ),
      );
    }, base);
    expect(answers).toEqual(['refused', 'refused', 'refused', 'refused']);
  });

  it('cannot keep a press from us by listening first and stopping it', async () => {
    const deafen = `for(const type of ['pointerdown','mousedown','pointerup','mouseup','click','keydown','keyup','touchstart'])
      window.addEventListener(type,e=>{window.early=(window.early||0)+1;e.stopImmediatePropagation()},true);`;
    await open(first(deafen));
    await page.evaluate(() => {
      (window as unknown as { early: number }).early = 0;
    });
    await isHeld();
    // The move onto the button is no press.
    expect(await page.evaluate(() => (window as unknown as { early: number }).early)).toBe(0);
    await desk.goBack();
  });

  it('cannot reach us by changing what its own scripts are built on', async () => {
    await open();
    const pointOf = async (selector: string) => {
      const [node] = await page.find(selector);
      const { x, y, width, height } = node?.box ?? { x: 0, y: 0, width: 0, height: 0 };
      return { x: x + width / 2, y: y + height / 2 };
    };
    const [size, buy] = [await pointOf('#size'), await pointOf('#buy')];
    // For three seconds; the test's own eyes look through the page's objects as well.
    const patch = `{
      const was=[];const later=setTimeout.bind(window);
      const put=(on,name,by)=>{was.push([on,name,Object.getOwnPropertyDescriptor(on,name)]);Object.defineProperty(on,name,{configurable:true,...by})};
      const method=(on,name,value)=>put(on,name,{value,writable:true});
      window.roots=[];window.caught=[];
      const attach=Element.prototype.attachShadow;
      method(Element.prototype,'attachShadow',function(i){const r=attach.call(this,{...i,mode:'open'});roots.push(r);return r});
      for(const name of ['stopImmediatePropagation','preventDefault','composedPath'])
        method(Event.prototype,name,function(){caught.push(name);return []});
      for(const name of ['showPopover','hidePopover'])method(HTMLElement.prototype,name,()=>{});
      method(HTMLDialogElement.prototype,'showModal',()=>{});
      method(Element.prototype,'checkVisibility',()=>false);
      method(Element.prototype,'getBoundingClientRect',()=>new DOMRect(0,0,0,0));
      for(const on of [Document.prototype,Element.prototype])method(on,'querySelectorAll',()=>[]);
      method(window,'MutationObserver',class{observe(){}disconnect(){}});
      method(window,'IntersectionObserver',undefined);
      method(Array.prototype,'includes',()=>true);method(String.prototype,'normalize',()=>'Isolated');
      method(RegExp.prototype,'exec',()=>null);method(JSON,'stringify',()=>'{}');
      method(performance,'now',()=>0);method(Date,'now',()=>0);
      method(window,'setTimeout',()=>0);method(window,'setInterval',()=>0);
      put(HTMLInputElement.prototype,'value',{get(){return '0.001'},set(){}});
      put(Document.prototype,'visibilityState',{get(){return 'hidden'}});
      later(()=>{for(const [on,name,old] of was.reverse())old===undefined?delete on[name]:Object.defineProperty(on,name,old);window.isOver=true},3000);
    }`;
    browser.served.put(guardedUrl, first(patch));
    await page.goto(guardedUrl);
    await page.clickAt(size);
    await page.typeText('0.1');
    await sleep(800);
    await page.clickAt(buy);
    await sleep(2_500);
    await page.waitFor(() => 'isOver' in window);
    const shown = await desk.hold();
    expect(shown.attributes).toMatchObject({ 'data-level': 'danger', 'data-hold': 'type-amount' });
    await desk.figure('worst-loss', '1998.8');
    const found = await page.evaluate(() => {
      const own = window as unknown as { roots: unknown[]; caught: string[]; sent: unknown[] };
      return { roots: own.roots.length, caught: own.caught, sent: own.sent };
    });
    expect(found).toEqual({ roots: 0, caught: [], sent: [] });
  });

  it('that makes the ticket another one between press and click is held by what it has become', async () => {
    const swap = `addEventListener('pointerdown',e=>{if(e.target.id!=='buy')return;
      document.getElementById('size').value='0.1';document.getElementById('mode').textContent='Cross';
      document.getElementById('leverage').textContent='20x'},true);`;
    browser.served.put(guardedUrl, first(swap, guardPage({ mode: 'Isolated', leverage: '3' })));
    await page.goto(guardedUrl);
    await page.fill('#size', '0.01');
    await desk.judged('notice');
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
  });

  it('that makes the ticket another one after the override is held again', async () => {
    await open();
    await page.click('#buy');
    await desk.override();
    await page.evaluate(() => {
      addEventListener(
        'pointerdown',
        () => {
          (document.getElementById('size') as HTMLInputElement).value = '0.12';
        },
        { capture: true, once: true },
      );
    });
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
  });

  it('with its ticket in a frame is guarded there', async () => {
    const inner = guardPage().replace('</script></body>', 'parent.frameWindow=window;</script></body>');
    const frame = `<iframe id="frame" style="width:100%;height:900px;border:0" srcdoc="${inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
    browser.served.put(
      guardedUrl,
      `<!doctype html><title>60,000.0 | BTCUSDT Perpetual</title><body style="margin:0">${frame}</body>`,
    );
    await page.goto(guardedUrl);
    await page.waitFor(() => 'frameWindow' in window);
    const inFrame = (id: string) =>
      page.evaluate((of) => {
        const frame = document.getElementById('frame') as HTMLIFrameElement;
        const inner = (frame.contentDocument as Document).getElementById(of) as HTMLElement;
        const { x, y, width, height } = inner.getBoundingClientRect();
        const outer = frame.getBoundingClientRect();
        return { x: outer.x + x + width / 2, y: outer.y + y + height / 2 };
      }, id);
    await page.clickAt(await inFrame('size'));
    await page.typeText('0.1');
    // Positions are looked for in the page itself, so how much of the money is idle is not known.
    await desk.judged('unknown');
    await page.clickAt(await inFrame('buy'));
    await desk.hold();
    const sent = await page.evaluate(
      () => (window as unknown as { frameWindow: { sent: string[] } }).frameWindow.sent,
    );
    expect(sent).toEqual([]);
  });

  const second =
    '<div name="orderForm"><label class="field"><span>Size</span><input value="0.001"><span>BTC</span></label><button type="button" class="bn-button__buy">Buy/Long</button></div>';
  it.each([
    // Of the outer one nothing is believed; of two beside each other the one that is pressed is read.
    ['inside another', '<div class="pair"><span>Wallet', 'checked', 'not read', 'unknown'],
    ['beside another', '</main>', 'several', 'two order tickets', 'danger'],
  ] as const)('with a ticket %s says so and holds', async (_, before, state, said, level) => {
    browser.served.put(guardedUrl, guardPage().replace(before, second + before));
    await page.goto(guardedUrl);
    await page.fill('#size', '0.1');
    await page.waitForSurface(
      `${strip}[data-level="unknown"][data-state="${state}"]`,
      ({ text }) => text.includes(said),
      { what: said },
    );
    await page.click('#buy');
    expect((await desk.hold()).attributes['data-level']).toBe(level);
    expect(await desk.sent()).toEqual([]);
  });

  it('that says Cross here and Isolated there is not believed either way', async () => {
    await open(
      guardPage({ mode: 'Isolated' }).replace(
        '<div class="pair"><span>Wallet',
        '<div class="pair"><span>Margin Mode</span><span>Cross</span></div><div class="pair"><span>Wallet',
      ),
    );
    const [mode] = await page.surface(`${strip} [data-field="margin-mode"]`);
    expect(mode?.attributes['data-value']).toBeUndefined();
    const shown = await desk.judged();
    expect(['unknown', 'warning', 'danger']).toContain(shown.attributes['data-level']);
    await isHeld();
  });

  it('that writes markup and turned text into its ticket has nothing of it run, and nothing believed', async () => {
    const evil = '<img src=x onerror="window.pwned=1">';
    const escaped = evil.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    await open(
      guardPage({ balance: `${escaped}2,000.00` })
        .replaceAll('<span>Size</span>', `<span>Size (${escaped})</span>`)
        .replace(
          '<tbody>',
          `<tbody><tr><td>${escaped}BTCUSDT</td><td>\u202e1.0 BTC</td><td>60,000</td><td>60,000</td><td>300</td></tr>`,
        )
        .replace('Positions(0)', 'Positions(1)'),
    );
    await desk.judged('unknown');
    await isHeld();
    const texts = [...(await page.surface(strip)), ...(await page.surface(holdIs))]
      .map(({ text }) => text)
      .join();
    expect(texts).not.toContain('\u202e');
    expect(await page.surface('[data-surface] img')).toEqual([]);
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  });

  it('that names its fields after members of its form is never misread, and held', async () => {
    await open(
      guardPage({ kind: 'form' }).replace(
        '<label class="field"><span>Price',
        '<input name="parentElement" type="hidden"><input name="querySelectorAll" type="hidden"><label class="field"><span>Price',
      ),
    );
    // In Firefox a page's own names do not reach into our world, and the ticket is read as ever.
    await desk.judged(name === 'firefox' ? 'danger' : 'unknown');
    await isHeld();
  });

  it('that names images and forms after members of its document is read and held as ever', async () => {
    const names = 'createElement createTreeWalker createRange elementsFromPoint hidden readyState URL title';
    const named = names
      .split(' ')
      .map((each) => `<img name="${each}"><form name="${each}"></form>`)
      .join('');
    await open(guardPage().replace(/(<body[^>]*>)/, `$1<div>${named}</div>`));
    // The page's own scripts meet two elements in its place.
    expect(await page.evaluate(() => typeof document.createElement)).toBe('object');
    await desk.judged('danger');
    await isHeld();
  });

  it('that begins its document anew does not get rid of us', async () => {
    await open();
    await page.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
      // As soon as it can, the page listens first again.
      setTimeout(() => {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      }, 0);
    }, guardPage());
    await page.waitForSurface(strip);
    await page.fill('#size', '0.1');
    await desk.judged('danger');
    await isHeld();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest } from '../harness/launch.ts';
import { type GuardDesk, openGuarded } from './guard-desk.ts';
import { guardedUrl, guardPage } from './guard-page.ts';

const strip = '[data-surface="strip"]';
const holdIs = '[data-surface="hold"]';

interface Api {
  readonly tabs: { query(what: object): Promise<readonly { readonly id: number; readonly url?: string }[]> };
}
declare const chrome: Api;

type Means =
  | 'z-index'
  | 'popover'
  | 'popover that lets presses through'
  | 'popover nobody is told of'
  | 'transition without end'
  | 'modal dialog';

/** What a page does to the strip and never stops doing; runs in the page. */
const again: readonly (readonly [string, () => void])[] = [
  [
    'covered',
    () => {
      const over = document.createElement('div');
      over.id = 'cover';
      over.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;background:#0a0';
      over.setAttribute('popover', 'manual');
      document.body.append(over);
      setInterval(() => {
        if (over.matches(':popover-open')) over.hidePopover();
        over.showPopover();
      }, 150);
    },
  ],
  ['taken-away', () => void setInterval(() => document.querySelector('[data-ringfence]')?.remove(), 400)],
];

describe.each(browsersUnderTest('one'))('what a page lays over us in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    ({ browser, page, desk } = await openGuarded(name));
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function open(head = ''): Promise<void> {
    browser.served.put(guardedUrl, guardPage().replace('<head>', `<head>${head}`));
    await page.goto(guardedUrl);
    await page.fill('#size', '0.1');
    await desk.judged('danger');
  }

  const cover = (means: Means) =>
    page.evaluate((how) => {
      const over = document.createElement(how === 'modal dialog' ? 'dialog' : 'div');
      over.id = 'cover';
      over.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;border:0;background:#0a0;z-index:2147483647';
      if (how.startsWith('popover ')) over.style.pointerEvents = 'none';
      if (how === 'transition without end') {
        const style = document.createElement('style');
        style.id = 'cover';
        style.textContent = `@keyframes stay{to{opacity:1}}::view-transition{background:#0a0;pointer-events:none}
          ::view-transition-old(root),::view-transition-new(root){animation:stay 1000s!important;opacity:0}`;
        document.head.append(style);
        document.startViewTransition(() => {});
        return;
      }
      over.textContent = 'Nothing to see here';
      if (how.startsWith('popover')) over.setAttribute('popover', 'manual');
      document.body.append(over);
      if (how.startsWith('popover')) over.showPopover();
      if (over instanceof HTMLDialogElement) over.showModal();
    }, means);

  /** By the page's own clock: it stands still when the page does, and the page's timers of before have run by then. */
  const pageWaits = (ms: number) =>
    page.evaluate((wait) => new Promise<boolean>((done) => setTimeout(() => done(true), wait)), ms);

  const uncover = () => page.evaluate(() => document.getElementById('cover')?.remove());

  /** What is drawn last of all: no later element of the page's own is in the top layer. */
  const pixelIsOurs = async (selector: string): Promise<boolean> => {
    const [node] = await page.surface(selector);
    if (node === undefined) return false;
    const at = { x: node.box.x + node.box.width / 2, y: node.box.y + node.box.height / 2 };
    return page.evaluate(({ x, y }) => {
      const over = document.getElementById('cover');
      if (over !== null && over.localName !== 'style') over.style.pointerEvents = 'auto';
      return document.elementFromPoint(x, y)?.hasAttribute('data-ringfence') === true;
    }, at);
  };

  it('the strip lies over whatever has the highest z-index', async () => {
    await open();
    await cover('z-index');
    await page.until(() => pixelIsOurs(`${strip} .rf-strip-line`), { what: 'the strip on top' });
    await uncover();
  });

  const untold = `<script>for(const type of ['beforetoggle','toggle'])
    addEventListener(type,(event)=>event.stopImmediatePropagation(),true)</script>`;
  it.each([
    'popover',
    'popover that lets presses through',
    'popover nobody is told of',
    'transition without end',
  ] as const)('the strip comes back on top of a %s within four seconds, and says so', async (means) => {
    await open(means === 'popover nobody is told of' ? untold : '');
    await cover(means);
    // Seconds as the covered page counts them, at the last look that did not find it back.
    await page.evaluate(() => {
      const own = window as unknown as { seconds: number };
      own.seconds = 0;
      setInterval(() => {
        own.seconds += 1;
      }, 1_000);
    });
    let lastCovered = 0;
    await page.until(
      async () => {
        const seconds = await page.evaluate(() => (window as unknown as { seconds: number }).seconds);
        if ((await page.surface(`${strip} [data-news="covered"]`)).some(({ visible }) => visible))
          return true;
        lastCovered = seconds;
        return false;
      },
      { what: 'the strip to come back and say so' },
    );
    expect(lastCovered).toBeLessThan(4);
    expect(await pixelIsOurs(`${strip} .rf-strip-line`)).toBe(true);
    await uncover();
  });

  it.each(again)('a strip that is %s again and again is said in the popup', async (notice, work) => {
    await open();
    await page.evaluate(work);
    await pageWaits(2_500);
    const finder = await browser.extensionPage('src/ui/glossary/glossary.html');
    const tab = await finder.evaluate(async (url) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find((each) => each.url === url)?.id ?? -1;
    }, guardedUrl);
    const popup = await browser.extensionPage(`src/ui/popup/popup.html?tab=${tab}`);
    await popup.waitFor(
      (kind) => document.querySelector(`[data-notice="${kind}"]`)?.checkVisibility() === true,
      notice,
    );
    await popup.close();
    await finder.close();
  });

  it('the strip leaves the page its own dialog, behind which no order can be placed', async () => {
    await open();
    await cover('modal dialog');
    await pageWaits(3_500);
    expect(await page.surface(`${strip} [data-news="covered"]`)).toEqual([]);
    await uncover();
  });

  it('the strip leaves the page its own full screen, and comes back over a ticket on it', async () => {
    await open();
    await page.evaluate(() => {
      const chart = document.querySelector('.chart') as HTMLElement;
      // As a chart is that draws where the ticket stood.
      const drawing = document.createElement('canvas');
      drawing.style.cssText = 'display:block;width:100%;height:100%';
      chart.append(drawing);
      const [first, second] = [document.getElementById('leverage'), chart];
      first?.addEventListener('click', () => chart.requestFullscreen(), { once: true });
      second?.addEventListener('click', async () => {
        await document.exitFullscreen();
        await document.getElementById('ticket')?.requestFullscreen();
      });
    });
    await page.click('#leverage');
    await page.waitFor(() => document.fullscreenElement?.className === 'chart');
    await pageWaits(3_500);
    expect(await page.surface(`${strip} [data-news="covered"]`)).toEqual([]);
    await page.click('.chart');
    await page.waitFor(() => document.fullscreenElement?.id === 'ticket');
    await page.waitForSurface(`${strip} [data-news="covered"]`);
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
    await page.evaluate(() => document.exitFullscreen());
  });

  it.each([
    'z-index',
    'popover',
    'popover that lets presses through',
    'popover nobody is told of',
    'transition without end',
    'modal dialog',
  ] as const)('the hold comes back on top of a %s, with the focus where it was', async (means) => {
    await open(means === 'popover nobody is told of' ? untold : '');
    await page.click('#buy');
    await desk.holdIsReady();
    await page.clickSurface(`${holdIs} input`);
    await page.typeText('19');
    // The hold looks four times a second where the focus is.
    await pageWaits(600);
    await cover(means);
    await pageWaits(1_500);
    await page.until(() => pixelIsOurs(`${holdIs} header`), { what: 'the hold on top' });
    const field = async () => (await page.surface(`${holdIs} input`))[0];
    await expect.poll(field, { timeout: 20_000 }).toMatchObject({ value: '19', focused: true });
    await desk.goBack();
    await uncover();
  });

  it('the hold lets nothing pass while the page keeps covering it', async () => {
    // 0.1 BTC on isolated at 3x, bought 16.7 % over the mark: one press would let it pass.
    browser.served.put(
      guardedUrl,
      guardPage({ mode: 'Isolated', leverage: '3' }).replace('value="60000"', 'value="70000"'),
    );
    await page.goto(guardedUrl);
    await page.fill('#size', '0.1');
    await desk.judged();
    await page.click('#buy');
    await desk.hold();
    await cover('popover that lets presses through');
    await page.evaluate(() => {
      const over = document.getElementById('cover') as HTMLElement;
      setInterval(() => {
        over.hidePopover();
        over.showPopover();
      }, 30);
    });
    // It rises three times, then gives up: from then on it says without a break that something lies over it.
    const saysSo = async () =>
      (await page.surface(`${holdIs} #rf-mistyped`)).some(({ text }) => text.includes('lies over'));
    await page.until(
      async () => {
        for (let looks = 0; looks < 12; looks += 1) {
          if (!(await saysSo())) return false;
          await pageWaits(100);
        }
        return true;
      },
      { what: 'the hold to give up' },
    );
    await page.clickSurface(`${holdIs} button[data-act="override"]`);
    await pageWaits(300);
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
  });

  it.each([
    ['tiny', 0.1],
    ['a little larger', 1.25],
    ['huge', 20],
  ])('a page made %s as a whole takes nothing of ours along, nor is it said to cover us', async (_, zoom) => {
    await open();
    const before = (await page.surface(`${strip} .rf-strip-line`))[0]?.box;
    await page.evaluate((by: number) => {
      document.documentElement.style.setProperty('zoom', String(by));
      document.body.style.setProperty('zoom', String(1 / by));
    }, zoom);
    await pageWaits(1_500);
    await page.waitForSurface(
      `${strip} .rf-strip-line`,
      ({ box }) =>
        Math.abs(box.height - (before?.height ?? 0)) < 1 && Math.abs(box.width - (before?.width ?? 0)) < 1,
      { what: 'a strip of its own size' },
    );
    const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const isInView = ({ box: { x, y, width, height } }: { readonly box: typeof before & object }) =>
      x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height;
    await page.waitForSurface(`${strip} .rf-strip-line`, isInView, { what: 'the strip in view' });
    expect(await page.surface(`${strip} [data-news]`)).toEqual([]);
    await page.click('#buy');
    await page.waitForSurface(holdIs, (hold) => hold.box.width > 400 && isInView(hold), {
      what: 'the hold in view',
    });
    await desk.goBack();
  });
});

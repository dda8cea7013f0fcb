import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { GuardDesk } from './guard-desk.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

const strip = '[data-surface="strip"]';
const holdIs = '[data-surface="hold"]';

type Means = 'z-index' | 'popover' | 'popover that lets presses through' | 'modal dialog';

describe.each(browsersUnderTest('one'))('what a page lays over us in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    browser = await launchGuarded(name, { origins: [`${guardedOrigin}/*`] });
    await waitUntilGuarded(browser, guardedOrigin);
    page = await browser.newPage();
    desk = new GuardDesk(page);
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function open(): Promise<void> {
    browser.served.put(guardedUrl, guardPage());
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
      if (how === 'popover that lets presses through') over.style.pointerEvents = 'none';
      over.textContent = 'Nothing to see here';
      if (how.startsWith('popover')) over.setAttribute('popover', 'manual');
      document.body.append(over);
      if (how.startsWith('popover')) over.showPopover();
      if (over instanceof HTMLDialogElement) over.showModal();
    }, means);

  const uncover = () => page.evaluate(() => document.getElementById('cover')?.remove());

  /** What is drawn last of all: no later element of the page's own is in the top layer. */
  const pixelIsOurs = async (selector: string): Promise<boolean> => {
    const [node] = await page.surface(selector);
    if (node === undefined) return false;
    const at = { x: node.box.x + node.box.width / 2, y: node.box.y + node.box.height / 2 };
    return page.evaluate(({ x, y }) => {
      const over = document.getElementById('cover');
      if (over !== null) over.style.pointerEvents = 'auto';
      return document.elementFromPoint(x, y)?.hasAttribute('data-ringfence') === true;
    }, at);
  };

  it('the strip lies over whatever has the highest z-index', async () => {
    await open();
    await cover('z-index');
    await sleep(300);
    expect(await pixelIsOurs(`${strip} .rf-strip-line`)).toBe(true);
    await uncover();
  });

  it.each(['popover', 'popover that lets presses through'] as const)(
    'the strip comes back on top of a %s within four seconds, and says so',
    async (means) => {
      await open();
      await cover(means);
      await page.waitForSurface(`${strip} [data-news="covered"]`, () => true, { timeoutMs: 4_000 });
      expect(await pixelIsOurs(`${strip} .rf-strip-line`)).toBe(true);
      await uncover();
    },
  );

  it('the strip leaves the page its own dialog, behind which no order can be placed', async () => {
    await open();
    await cover('modal dialog');
    await sleep(3_500);
    expect(await page.surface(`${strip} [data-news="covered"]`)).toEqual([]);
    await uncover();
  });

  it.each(['z-index', 'popover', 'popover that lets presses through', 'modal dialog'] as const)(
    'the hold comes back on top of a %s, with the focus where it was',
    async (means) => {
      await open();
      await page.click('#buy');
      await desk.hold();
      await sleep(300);
      await page.clickSurface(`${holdIs} input`);
      await page.typeText('19');
      await sleep(300);
      await cover(means);
      await sleep(1_500);
      const [field] = await page.surface(`${holdIs} input`);
      expect(field).toMatchObject({ value: '19', focused: true });
      expect(await pixelIsOurs(`${holdIs} header`)).toBe(true);
      await desk.goBack();
      await uncover();
    },
  );

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
    await sleep(3_000);
    await page.waitForSurface(`${holdIs} #rf-mistyped`, (node) => node.text.includes('lies over'));
    await page.clickSurface(`${holdIs} button[data-act="override"]`);
    await sleep(300);
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
  });

  it('a page made tiny that enlarges itself takes nothing of ours along', async () => {
    await open();
    await page.evaluate(() => {
      document.documentElement.style.setProperty('zoom', '0.1');
      document.body.style.setProperty('zoom', '10');
    });
    await sleep(1_500);
    const [line] = await page.surface(`${strip} .rf-strip-line`);
    expect(line?.box.height).toBeGreaterThan(30);
    await page.click('#buy');
    const shown = await desk.hold();
    expect(shown.box.width).toBeGreaterThan(400);
    await desk.goBack();
  });
});

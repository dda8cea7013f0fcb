import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../tools/practice/server.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { GuardDesk } from './guard-desk.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

const strip = '[data-surface="strip"]';
const hook = (name: string) => `[data-place="wide"] [data-practice="${name}"]`;

interface Practice {
  readonly orders: readonly { readonly side: string; readonly state: string }[];
  rebuildTickets(): void;
}

describe.each(browsersUnderTest('one'))('the guard on the practice exchange in %s', (name) => {
  let server: PracticeServer;
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    server = await startPracticeServer();
    browser = await launchGuarded(name, { origins: ['http://127.0.0.1/*', `${guardedOrigin}/*`] });
    await waitUntilGuarded(browser, guardedOrigin);
    page = await browser.newPage();
    desk = new GuardDesk(page);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const open = (query: string) => page.goto(`${server.origin}/trade/BTCUSDT?still=1&seed=1&${query}`);
  const orders = () =>
    page.evaluate(() =>
      (window as unknown as { practice: Practice }).practice.orders.map(({ side }) => side),
    );

  it('holds before the exchange asks anything itself, and lets one press through', async () => {
    await open('size=0.1&confirm=0&mode=cross&leverage=20&wallet=2000&price=60000');
    await desk.judged('danger');
    await page.click(hook('submit-long'));
    await desk.hold();
    expect(await orders()).toEqual([]);
    await desk.override();
    await page.click(hook('submit-long'));
    await page.until(async () => (await orders()).length === 1, { what: 'the order' });
    await page.click(hook('submit-long'));
    await desk.hold();
    expect(await orders()).toEqual(['long']);
    await desk.goBack();
  });

  it('stays on the ticket when the exchange builds it anew, and holds Enter in it', async () => {
    await open('size=0.1&confirm=0&mode=cross&leverage=20&wallet=2000&price=60000');
    await desk.judged('danger');
    await page.evaluate(() => (window as unknown as { practice: Practice }).practice.rebuildTickets());
    await page.click(hook('size'));
    await page.press('End');
    await page.press('Enter');
    await desk.hold();
    expect(await orders()).toEqual([]);
    await page.press('Escape');
    await desk.holdIsGone();
  });

  it('does not hold a position being closed', async () => {
    await open('size=0.1&type=market&confirm=0&mode=isolated&leverage=3&wallet=5000');
    await desk.judged();
    const isOpen = async () => (await page.find('[data-practice="close-position"]')).length > 0;
    await desk.send(hook('submit-long'), isOpen, 'the position');
    await page.click('[data-practice="close-position"]');
    await page.until(async () => !(await isOpen()), { what: 'the position to be closed' });
    await desk.noHold();
  });

  it('reads and holds a ticket in a frame of the same origin', async () => {
    browser.served.put(`${guardedOrigin}/en/futures/BTCUSDT?ticket`, guardPage());
    browser.served.put(
      guardedUrl,
      `<!doctype html><title>BTCUSDT</title><h1>BTCUSDT Perpetual</h1><iframe src="/en/futures/BTCUSDT?ticket" style="width:1500px;height:900px;border:0"></iframe>`,
    );
    await page.goto(guardedUrl);
    const inFrame = <R>(work: string) =>
      page.evaluate((code: string) => (frames[0] as unknown as { eval(code: string): R }).eval(code), work);
    await page.until(() => inFrame<boolean>('Boolean(document.getElementById("size"))'), {
      what: 'the frame',
    });
    await inFrame(
      `{ const size = document.getElementById('size'); size.value = '0.1'; size.dispatchEvent(new Event('input', { bubbles: true })) }`,
    );
    await desk.judged();
    const box = await inFrame<{ x: number; y: number }>(
      `(() => { const { x, y, width, height } = document.getElementById('buy').getBoundingClientRect(); return { x: x + width / 2, y: y + height / 2 } })()`,
    );
    const [frame] = await page.find('iframe');
    await page.clickAt({ x: box.x + (frame?.box.x ?? 0), y: box.y + (frame?.box.y ?? 0) });
    await desk.hold();
    expect(await inFrame<string[]>('window.sent')).toEqual([]);
  });

  it('goes with the host permission, at once', async () => {
    browser.served.put(guardedUrl, guardPage());
    await page.goto(guardedUrl);
    await page.waitForSurface(strip);
    const extension = await browser.extensionPage('src/ui/options/options.html');
    const tell = (origins: readonly string[]) =>
      extension.evaluate(async (left: readonly string[]) => {
        interface Api {
          tabs: {
            query(filter: object): Promise<readonly { id: number; url?: string }[]>;
            sendMessage(id: number, message: unknown): Promise<unknown>;
          };
        }
        const api = (globalThis as unknown as { chrome: Api }).chrome;
        const tab = (await api.tabs.query({})).find(({ url }) => url?.includes('/futures/BTCUSDT'));
        await api.tabs.sendMessage(tab?.id ?? -1, {
          ringfence: 1,
          name: 'grants-changed',
          body: { origins: left },
        });
      }, origins);
    await tell([`${guardedOrigin}/*`]);
    await page.bringToFront();
    await sleep(200);
    await page.waitForSurface(strip);
    await tell(['https://example.com/*']);
    await extension.close();
    await page.bringToFront();
    await page.waitForNoSurface(strip);
    await page.fill('#size', '0.1');
    await page.click('#buy');
    expect(await desk.sentAll(1)).toEqual(['buy 0.1 click']);
    await desk.noHold();
  });
});

describe.each(browsersUnderTest('one'))('a tap in %s', (name) => {
  it('is held, and passes once after the override', async () => {
    const browser = await launchGuarded(name, {
      origins: [`${guardedOrigin}/*`],
      touch: true,
      viewport: { width: 390, height: 844 },
    });
    try {
      await waitUntilGuarded(browser, guardedOrigin);
      const page = await browser.servePage(guardedUrl, guardPage({ theme: 'dark' }));
      const desk = new GuardDesk(page);
      await page.fill('#size', '0.1');
      await desk.judged('danger');
      await desk.seenOn('buy');
      await page.tap('#buy');
      await desk.holdIsReady();
      expect(await desk.seenOn('buy')).toEqual([]);
      await page.tapSurface('[data-surface="hold"] input');
      await page.typeText(await desk.askedAmount());
      await page.tapSurface('[data-surface="hold"] button[data-act="override"]');
      await desk.holdIsGone();
      await page.tap('#buy');
      await page.until(async () => (await desk.sent()).length === 1, { what: 'the order' });
      await page.tap('#buy');
      await desk.hold();
      expect(await desk.sent()).toEqual(['buy 0.1 click']);
    } finally {
      await browser.close();
    }
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest } from '../harness/launch.ts';
import { emptyStorage, openExchange, strip } from './faults-desk.ts';
import type { GuardDesk } from './guard-desk.ts';
import { guardedUrl, guardPage } from './guard-page.ts';
import { failForTheGuard } from './guards-world.ts';

const routes = process.env.RINGFENCE_FULL === undefined ? 20 : 100;

describe.each(browsersUnderTest('one'))('a page that fails in %s', (name) => {
  let browser: HarnessBrowser;
  let own: HarnessPage;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    ({ browser, own, page, desk } = await openExchange(name));
  });
  afterAll(() => browser?.close());

  /** Elements of ours in the page, or what looks like one. */
  const hosts = () => page.evaluate(() => document.querySelectorAll('html > div').length);

  async function open(size = '0.1'): Promise<void> {
    await page.goto(guardedUrl);
    if (size === '') return void (await page.waitForSurface(`${strip}[data-state="waiting"]`));
    await page.fill('#size', size);
    await desk.judged('danger');
  }

  describe('by being built so that it cannot be read', () => {
    it('is said to be unread, shows no verdict from before, and its press is held once', async () => {
      await emptyStorage(own);
      await page.bringToFront();
      await open();
      await failForTheGuard(own, guardedUrl, 'what is read of every element first');
      await page.waitForSurface(`${strip}[data-level="unknown"]`);
      expect((await page.surface(strip))[0]?.text).not.toContain('1,998.80');
      // What is not an order button stays the page's own.
      await page.click('#mode');
      await desk.noHold();
      expect((await page.find('#mode'))[0]?.text).toBe('Isolated');
      await page.click('#buy');
      const hold = await desk.hold();
      expect(hold.attributes['data-level']).toBe('unknown');
      expect(hold.attributes['data-hold']).toBe('acknowledge');
      expect(await desk.sent()).toEqual([]);
      await desk.override();
      await page.click('#buy');
      expect(await desk.sent()).toEqual(['buy 0.1 click']);
    });
  });

  it('by having no size yet, is neither held nor sent a question for, and is held once it has one', async () => {
    await emptyStorage(own);
    await page.bringToFront();
    await open('');
    await page.click('#buy');
    await desk.noHold();
    expect(await page.surface(`${strip} [data-news]`)).toEqual([]);
    expect(await desk.sent()).toEqual(['buy  click']);
    await page.fill('#size', '0.1');
    await page.click('#buy');
    expect((await desk.hold()).attributes['data-hold']).toBe('type-amount');
    expect(await desk.sent()).toHaveLength(1);
    await desk.goBack();
  });

  it.each([
    ['removes it', () => document.querySelector('html > div')?.remove()],
    [
      'hides it',
      () =>
        document.querySelector<HTMLElement>('html > div')?.style.setProperty('display', 'none', 'important'),
    ],
    [
      'empties the whole document',
      () => {
        const root = document.documentElement;
        root.replaceWith(root.cloneNode(true));
      },
    ],
  ])('and %s, has the strip back, which says so', async (_, take) => {
    await open();
    await page.evaluate(take);
    expect((await desk.news('taken-away')).text).toContain('it is back');
    expect(await page.surface(strip)).toHaveLength(1);
    expect(await hosts()).toBe(1);
    await page.evaluate(() => {
      (document.getElementById('size') as HTMLInputElement).value = '0.1';
    });
    await desk.judged('danger');
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
  });

  it('and removes it over and over, keeps it and its own pace', async () => {
    await open();
    const frames = await page.evaluate(async () => {
      let count = 0;
      const end = performance.now() + 2_000;
      while (performance.now() < end) {
        document.querySelector('html > div')?.remove();
        await new Promise(requestAnimationFrame);
        count += 1;
      }
      return count;
    });
    expect(frames).toBeGreaterThan(20);
    await page.waitForSurface(strip, () => true, { timeoutMs: 2_000 });
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
  });

  it('by writing itself anew, is guarded from its first press on', async () => {
    await open();
    await page.evaluate((html: string) => {
      document.open();
      document.write(html);
      document.close();
    }, guardPage());
    await page.fill('#size', '0.1');
    await desk.judged('danger');
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    expect(await page.surface(strip)).toHaveLength(1);
    await desk.goBack();
  });

  it(`by changing its address ${routes} times, has one strip that is about the ticket on show`, async () => {
    await open();
    await page.evaluate(async (count: number) => {
      const main = document.querySelector('main') as HTMLElement;
      const html = main.innerHTML;
      const header = document.querySelector('header b') as HTMLElement;
      for (let turn = 0; turn < count; turn += 1) {
        const symbol = turn % 2 === 0 ? 'ETH' : 'BTC';
        history.pushState(null, '', `/en/futures/${symbol}USDT`);
        header.textContent = `${symbol}USDT`;
        document.title = `60,000.0 | ${symbol}USDT Perpetual`;
        main.innerHTML = turn % 3 === 0 ? '' : html.replaceAll('<span>BTC</span>', `<span>${symbol}</span>`);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      history.pushState(null, '', '/en/futures/BTCUSDT');
      header.textContent = 'BTCUSDT';
      document.title = '60,000.0 | BTCUSDT Perpetual';
      main.innerHTML = html;
    }, routes);
    await page.fill('#size', '0.2');
    await desk.judged('danger');
    await desk.figure('worst-loss', '1997.6');
    expect(await page.surface(strip)).toHaveLength(1);
    expect(await hosts()).toBe(1);
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
  });

  it('with its clock set back, lets the pass lapse in time', async () => {
    await open();
    await page.click('#buy');
    await desk.override();
    // An hour back, and then the twenty seconds of the pass as a machine has them that slept in between.
    await failForTheGuard(own, guardedUrl, { clockMovedMs: -3_600_000 });
    await sleep(1_200);
    await desk.news('press-again');
    await failForTheGuard(own, guardedUrl, { clockMovedMs: 21_000 });
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
  });
});

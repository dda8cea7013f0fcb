import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { holdDialog, strip } from './faults-desk.ts';
import { GuardDesk } from './guard-desk.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

const elsewhere = `${guardedOrigin}/en/about`;

describe.each(browsersUnderTest('one'))('a ticket that comes back from the history in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    browser = await launchGuarded(name, { origins: [`${guardedOrigin}/*`], keepsHistoryPages: true });
    await waitUntilGuarded(browser, guardedOrigin);
    browser.served.put(guardedUrl, guardPage());
    browser.served.put(elsewhere, '<!doctype html><title>About</title><h1>About us</h1>');
    page = await browser.newPage();
    desk = new GuardDesk(page);
  });
  afterAll(() => browser?.close());

  async function open(): Promise<void> {
    await page.goto(guardedUrl);
    await page.fill('#size', '0.1');
    await desk.judged('danger');
    await page.evaluate(() => {
      const life = window as unknown as { comeBack: number };
      life.comeBack = 0;
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) life.comeBack += 1;
      });
    });
  }

  /** Goes to another page of the exchange and back to the one that was kept. */
  async function thereAndBack(stayMs: number): Promise<void> {
    await page.goto(elsewhere);
    await sleep(stayMs);
    await page.evaluate(() => history.back()).catch(() => undefined);
    await page.until(
      async () =>
        (await page
          .evaluate(() => (window as unknown as { comeBack?: number }).comeBack)
          .catch(() => undefined)) === 1,
      { what: 'the page from the history' },
    );
  }

  it('has no pass any more, and is judged anew', async () => {
    await open();
    await page.click('#buy');
    await desk.override();
    await desk.news('press-again');
    await thereAndBack(500);
    await page.waitForNoSurface(`${strip} [data-news="press-again"]`, { timeoutMs: 2_000 });
    await page.click('#buy');
    expect((await desk.hold()).attributes['data-hold']).toBe('type-amount');
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
    await desk.judged('danger');
    expect(await page.surface(strip)).toHaveLength(1);
  });

  it('has no hold open with figures from before', async () => {
    await open();
    await page.click('#buy');
    await desk.hold();
    await thereAndBack(500);
    await page.waitForNoSurface(holdDialog, { timeoutMs: 2_000 });
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
  });

  it('is held though the worker was stopped meanwhile', async () => {
    await open();
    await page.goto(elsewhere);
    await browser.killWorker();
    await page.evaluate(() => history.back()).catch(() => undefined);
    await page.until(async () => (await page.find('#buy').catch(() => []))[0]?.visible, {
      what: 'the ticket',
    });
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
  });
});

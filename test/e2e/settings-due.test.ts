import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/defaults.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, waitUntilGuarded } from '../harness/launch.ts';
import { itWhere } from '../support/where.ts';
import { asGivenByTheUser } from './extension-deeds.ts';
import { isChromium, openExchange, store, storedIn, strip } from './faults-desk.ts';
import type { GuardDesk } from './guard-desk.ts';
import { guardedOrigin, guardedUrl } from './guard-page.ts';

interface Api {
  readonly permissions: { getAll(): Promise<{ readonly origins?: readonly string[] }> };
}
declare const chrome: Api;

/** The wait for the page's own beat takes half a minute. */
const isWhole = process.env.RINGFENCE_FULL !== undefined;
const noTicket = `${guardedOrigin}/en/about`;

describe.each(browsersUnderTest('one'))('a change whose wait ends under an open page in %s', (name) => {
  let browser: HarnessBrowser;
  let own: HarnessPage;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    ({ browser, own, page, desk } = await openExchange(name));
    browser.served.put(noTicket, '<!doctype html><title>About</title><h1>About us</h1>');
    if (!isChromium(browser)) return;
    await asGivenByTheUser(browser);
    await waitUntilGuarded(browser, guardedOrigin);
    own = await browser.extensionPage('src/ui/glossary/glossary.html');
  });
  afterAll(() => browser?.close());

  const waiting = (path: readonly string[], value: string | boolean, leftMs: number) => ({
    path,
    value,
    askedAt: new Date(Date.now() + leftMs - 15 * 60_000).toISOString(),
    due: new Date(Date.now() + leftMs).toISOString(),
  });
  const granted = () => own.evaluate(async () => (await chrome.permissions.getAll()).origins);

  itWhere(
    isWhole,
    'is put in force by the beat of a page without a ticket, though nothing else wakes the worker',
    async () => {
      const cap = ['venues', 'binance', 'leverageCap'];
      await page.bringToFront();
      await page.goto(noTicket);
      // The first beat comes with the page, and leaves the worker nothing to wait for.
      await sleep(1_500);
      await store(own, {
        settings: { ...defaultSettings, venues: { binance: { leverageCap: '5' } } },
        'settings-pending': [waiting(cap, '20', 1_000)],
      });
      await browser.killWorker();
      const inForce = async () => {
        const { settings } = await storedIn(own, 'settings');
        return (settings as { venues: { binance: { leverageCap: string } } }).venues.binance.leverageCap;
      };
      await sleep(4_000);
      expect(await inForce()).toBe('5');
      await page.until(async () => (await inForce()) === '20', {
        timeoutMs: 40_000,
        what: 'the beat of the page',
      });
      expect(await storedIn(own, 'settings-pending')).toEqual({ 'settings-pending': [] });
    },
  );

  it('loosens the verdict on show without any act', async () => {
    await store(own, { settings: defaultSettings, 'settings-pending': [] });
    await page.bringToFront();
    await page.goto(guardedUrl);
    await page.fill('#size', '0.1');
    await desk.judged('danger');
    // What is left to say of this order is that it has no stop loss, a warning.
    const changes = ['cross-idle-exposed', 'exposed-beyond-plan'].map((rule) =>
      waiting(['general', 'rules', rule, 'enabled'], false, 1_000),
    );
    await store(own, { 'settings-pending': changes });
    await desk.judged('warning');
    expect(Date.now()).toBeGreaterThan(Date.parse(changes[0]?.due ?? ''));
  });

  it('ends the guard at its time and takes it off the page without any act', async () => {
    const change = waiting(['guard', `${guardedOrigin}/*`], false, 5_000);
    await store(own, { 'settings-pending': [change] });
    // Its first beat tells the worker to wait for the change.
    await page.goto(guardedUrl);
    await page.waitForSurface(strip);
    const due = Date.parse(change.due);
    await sleep(due - Date.now() - 300);
    if (Date.now() < due) expect(await granted()).toEqual([`${guardedOrigin}/*`]);
    await page.waitForNoSurface(strip);
    expect(Date.now()).toBeGreaterThan(due);
    expect(Date.now()).toBeLessThan(due + 5_000);
    expect(await granted()).toEqual([]);
    expect(await storedIn(own, 'settings-pending')).toEqual({ 'settings-pending': [] });
    await page.fill('#size', '0.1');
    await page.click('#buy');
    await desk.noHold();
    expect(await desk.sent()).toEqual(['buy 0.1 click']);
  });
});

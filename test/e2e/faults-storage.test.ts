import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/defaults.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest } from '../harness/launch.ts';
import { emptyStorage, openExchange, store, storedIn, strip } from './faults-desk.ts';
import { BackgroundPage, faultyWorker } from './faulty-worker.ts';
import type { GuardDesk } from './guard-desk.ts';
import { guardedUrl } from './guard-page.ts';

interface Api {
  readonly storage: {
    readonly local: {
      readonly QUOTA_BYTES: number;
      getBytesInUse(keys: null): Promise<number>;
      set(items: object): Promise<void>;
    };
  };
}
declare const chrome: Api;

describe.each(browsersUnderTest('one'))('storage that fails in %s', (name) => {
  let browser: HarnessBrowser;
  let own: HarnessPage;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    ({ browser, own, page, desk } = await openExchange(name));
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    await emptyStorage(own);
    await browser.killWorker();
    await page.bringToFront();
  });

  async function open(): Promise<void> {
    await page.goto(guardedUrl);
    await page.fill('#size', '0.1');
    await desk.judged();
  }

  /** Held, overridden, sent once, held again: all that a trader sees of a guard that works. */
  async function guardsAsEver(): Promise<void> {
    await desk.judged('danger');
    await page.click('#buy');
    expect((await desk.hold()).attributes['data-hold']).toBe('type-amount');
    expect(await desk.sent()).toEqual([]);
    await desk.override();
    await page.click('#buy');
    await page.until(async () => (await desk.sent()).length === 1, { what: 'the order' });
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toHaveLength(1);
    await desk.goBack();
  }

  /** To the last byte; Firefox, which knows no last byte, is made to answer as if. */
  async function fillStorage(): Promise<void> {
    if (name === 'firefox') return new BackgroundPage(own).fillStorage();
    const left = await own.evaluate(async () => {
      const { local } = chrome.storage;
      const left = local.QUOTA_BYTES - (await local.getBytesInUse(null));
      // What is stored counts as its key and its JSON, quotes and all.
      await local.set({ ballast: 'x'.repeat(left - 'ballast""'.length) });
      return chrome.storage.local.set({ more: 'no room for this' }).then(
        () => 'room',
        () => 'none',
      );
    });
    expect(left).toBe('none');
  }

  it('being full, takes nothing off the guard, and a change says that it was not kept', async () => {
    await fillStorage();
    await open();
    await guardsAsEver();
    expect(Object.keys(await storedIn(own, 'log', 'presses'))).toEqual([]);
    const settings = await browser.extensionPage('src/ui/options/options.html#venue=binance');
    try {
      const said = await settings.evaluate(async () => {
        const api = chrome as unknown as { runtime: { sendMessage(message: object): Promise<unknown> } };
        return api.runtime.sendMessage({
          ringfence: 1,
          name: 'change-setting',
          body: { path: ['venues', 'binance', 'leverageCap'], value: '5' },
        });
      });
      expect(said).toMatchObject({ ok: true, body: { outcome: 'not-saved', why: 'storage-failed' } });
    } finally {
      await settings.close();
    }
    await page.bringToFront();
  });

  it('being broken, guards by the defaults and says that the settings are lost', async () => {
    await open();
    const worker = await faultyWorker(browser, own);
    try {
      await worker.storageAnswers('never well');
      const said = await desk.news('settings-lost');
      expect(said.text).toContain('Your settings could not be loaded; the defaults apply');
      await guardsAsEver();
    } finally {
      await worker.letGo();
    }
  });

  it.each([
    ['words', 'broken'],
    ['half of it', { version: 1, general: 7, venues: { binance: { leverageCap: {} } } }],
  ])('having %s where everything was, guards by the defaults', async (_, rubbish) => {
    const keys = [
      'settings',
      'settings-pending',
      'settings-clock',
      'settings-repairs',
      'log',
      'presses',
      'snoozes',
      'taught',
      'strip-places',
      'last-read',
    ];
    await store(own, Object.fromEntries(keys.map((key) => [key, rubbish])));
    await open();
    await guardsAsEver();
    const held = async () => {
      const { log } = await storedIn(own, 'log');
      return (log as { items?: readonly unknown[] } | undefined)?.items?.length;
    };
    await page.until(async () => (await held()) === 2, { what: 'both holds in the log' });
  });

  it('with settings of a newer version, keeps to what it understands of them and leaves them as they are', async () => {
    const newer = {
      settings: {
        ...defaultSettings,
        version: 99,
        moons: 3,
        venues: { binance: { intendedMode: 'isolated', whenUnread: 'notice', orbit: 'low' } },
      },
    };
    await store(own, newer);
    await open();
    await page.clickSurface(`${strip} .rf-strip-line`);
    await page.waitForSurface(`${strip} [data-finding="margin-mode-not-intended"]`);
    await page.clickSurface(`${strip} .rf-strip-line`);
    await guardsAsEver();
    expect(await storedIn(own, 'settings')).toEqual(newer);
  });

  it('with times from a clock that was set back since, holds what was put off and loosens nothing', async () => {
    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const snooze = {
      rule: 'cross-idle-exposed',
      venue: 'binance',
      symbol: 'BTCUSDT',
      side: 'long',
      span: '1h',
      from: later(5),
      until: later(6),
      marginMode: 'cross',
      leverage: '20',
      worstLoss: '1998.8',
      hold: 'type-amount',
    };
    const rule = ['general', 'rules', 'cross-idle-exposed', 'enabled'];
    await store(own, {
      settings: defaultSettings,
      snoozes: { version: 1, snoozes: [snooze] },
      'settings-pending': [{ path: rule, value: false, askedAt: later(5), due: later(5.25) }],
    });
    await open();
    await guardsAsEver();
    const { 'settings-pending': pending } = await storedIn(own, 'settings-pending');
    // The wait began anew, by the clock as it goes now: never longer than it was.
    const [change] = pending as readonly { readonly due: string }[];
    const wait = Date.parse(change?.due ?? '') - Date.now();
    expect(wait).toBeGreaterThan(13 * 60_000);
    expect(wait).toBeLessThanOrEqual(15 * 60_000);
  });
});

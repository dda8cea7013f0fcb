import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChromiumPage } from '../harness/chromium-page.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded } from '../harness/launch.ts';
import { accessibilityFindings } from '../support/axe.ts';

interface Api {
  readonly permissions: object;
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      clear(): Promise<void>;
    };
  };
}
declare const chrome: Api;
declare const browser: Api | undefined;

const path = 'src/ui/options/options.html';
const field = (id: string) => `[id="${id}"]`;
const row = (id: string) => `[data-setting="${id}"]`;

describe.each(browsersUnderTest())('the settings page in %s', (name) => {
  let harness: HarnessBrowser;
  let page: HarnessPage;

  beforeAll(async () => {
    harness = await launchGuarded(name, {
      origins: ['https://www.binance.com/*', 'https://perps.example.org/*'],
    });
    page = await harness.extensionPage(path);
  });

  afterAll(async () => {
    await harness?.close();
  });

  const stored = () =>
    page.evaluate(async () => (await chrome.storage.local.get('settings')).settings as Stored | undefined);
  const store = (settings: unknown) =>
    page.evaluate(async (value) => chrome.storage.local.set({ settings: value }), settings);
  async function at(place: string): Promise<void> {
    await page.evaluate((hash) => {
      location.hash = hash as string;
    }, place);
    await page.reload();
    await page.until(async () => (await page.find('h1'))[0]?.visible, { what: 'the heading' });
  }
  const textOf = async (selector: string) => (await page.find(selector))[0]?.text;
  const saved = (id: string) =>
    page.until(async () => (await textOf(`${row(id)} [data-state]`)) === 'Saved', {
      what: `${id} to be saved`,
    });

  beforeEach(async () => {
    await page.evaluate(() => chrome.storage.local.clear());
  });

  it('lists every exchange, the guarded ones first', async () => {
    await at('exchanges');
    const items = await page.until(async () => {
      const found = await page.find('[data-venue]');
      return found[0]?.attributes['data-guarded'] === 'true' && found;
    });
    expect(items.map(({ attributes }) => attributes['data-venue']).slice(0, 2)).toEqual([
      'binance',
      'binance-coinm',
    ]);
    expect(items.length).toBeGreaterThanOrEqual(21);
    expect(items.filter(({ attributes }) => attributes['data-guarded'] === 'true')).toHaveLength(2);
  });

  it('saves a value as soon as it is valid, says so, and has it after a reload', async () => {
    await at('venue=binance');
    await page.click(`${row('venues.binance.intendedMode')} input[value="isolated"]`);
    await saved('venues.binance.intendedMode');
    await page.fill(field('venues.binance.maxLossQuote'), '1,500.50');
    await page.press('Tab');
    await saved('venues.binance.maxLossQuote');
    expect(await textOf('[role="status"]')).toBe('Largest loss on one order: saved');
    await page.fill(field('venues.binance.maxLossFraction'), '2.5');
    await saved('venues.binance.maxLossFraction');

    await page.reload();
    await page.until(
      async () => (await page.find(field('venues.binance.maxLossQuote')))[0]?.value === '1500.5',
    );
    expect((await page.find(field('venues.binance.maxLossFraction')))[0]?.value).toBe('2.5');
    const [isolated] = await page.find(`${row('venues.binance.intendedMode')} input[value="isolated"]`);
    expect(isolated?.checked).toBe(true);
    expect((await stored())?.venues.binance).toMatchObject({
      intendedMode: 'isolated',
      maxLossQuote: '1500.5',
      maxLossFraction: '0.025',
      leverageCap: null,
    });
  });

  it('explains what it does not save, beside the field, and keeps what was', async () => {
    await at('venue=binance');
    await page.fill(field('venues.binance.leverageCap'), '10');
    await saved('venues.binance.leverageCap');
    for (const wrong of ['0', 'ten', '1e3', '5000', '-3']) {
      await page.fill(field('venues.binance.leverageCap'), wrong);
      await page.press('Enter');
      await page.until(
        async () =>
          (await textOf(`${row('venues.binance.leverageCap')} [data-state="problem"]`)) ===
          'Type a leverage from 1 to 1000, such as 10.',
        { what: `${wrong} to be refused` },
      );
      expect((await page.find(field('venues.binance.leverageCap')))[0]?.attributes['aria-invalid']).toBe(
        'true',
      );
    }
    expect((await stored())?.venues.binance?.leverageCap).toBe('10');
    await page.fill(field('venues.binance.leverageCap'), '');
    await page.press('Enter');
    await saved('venues.binance.leverageCap');
    expect((await stored())?.venues.binance?.leverageCap).toBeNull();
  });

  it('keeps a mode for one symbol and takes it back', async () => {
    await at('venue=binance');
    const id = 'venues.binance.intendedModeBySymbol';
    await page.fill(field(id), 'ETHUSDT');
    await page.press('Enter');
    await page.click(`${row(`${id}.ETHUSDT`)} input[value="isolated"]`);
    await saved(`${id}.ETHUSDT`);
    expect((await stored())?.venues.binance?.intendedModeBySymbol).toEqual({ ETHUSDT: 'isolated' });
    await page.click(`${row(`${id}.ETHUSDT`)} button`);
    await page.until(async () => (await page.find(row(`${id}.ETHUSDT`))).length === 0);
    expect((await stored())?.venues.binance?.intendedModeBySymbol).toEqual({});
    await page.fill(field(id), '__proto__');
    await page.press('Enter');
    await page.until(async () => (await textOf(`${row(id)} [data-state="problem"]`)) !== undefined);
  });

  it('switches a rule off and moves its threshold, never past the next one', async () => {
    await at('general');
    const rule = 'general.rules.cross-idle-exposed';
    await page.fill(field(`${rule}.bands.warning`), '30');
    await saved(`${rule}.bands.warning`);
    await page.fill(field(`${rule}.bands.warning`), '60');
    await page.press('Enter');
    await page.until(
      async () =>
        (await textOf(`${row(`${rule}.bands.warning`)} [data-state="problem"]`)) ===
        'A stricter level cannot start before a milder one.',
    );
    expect((await stored())?.general.rules['cross-idle-exposed']).toEqual({
      enabled: true,
      bands: { warning: '0.3' },
    });
    await page.click(field('general.rules.no-stop-loss.enabled'));
    await saved('general.rules.no-stop-loss.enabled');
    expect((await stored())?.general.rules['no-stop-loss']).toEqual({ enabled: false });
  });

  it('says which settings had to be reset until that was seen, and keeps the good ones', async () => {
    await store({
      version: 1,
      general: { theme: 'sepia' },
      venues: { binance: { leverageCap: 20, maxLossQuote: '150' } },
    });
    await at('venue=binance');
    await page.until(async () => (await textOf('[data-notice="repairs"] h2')) !== undefined);
    expect(await textOf('[data-notice="repairs"] h2')).toBe('2 settings could not be loaded and were reset');
    expect(await textOf('[data-repair="venues.binance.leverageCap"]')).toBe(
      'Binance USD-M: Leverage cap was 20, now not set',
    );
    expect((await page.find(field('venues.binance.maxLossQuote')))[0]?.value).toBe('150');
    await at('general');
    expect((await page.find('[data-repair]')).length).toBe(2);
    await page.click('[data-notice="repairs"] button');
    await page.until(async () => (await page.find('[data-repair]')).length === 0);
    await at('general');
    expect((await page.find('[data-repair]')).length).toBe(0);
  });

  it('does not overwrite settings of a newer version until told to', async () => {
    const newer = { version: 9, general: { theme: 'dark', sound: 'bell' }, venues: {} };
    await store(newer);
    await at('general');
    await page.until(async () => (await page.find('[data-notice="newer-version"]')).length === 1);
    await page.click(`${row('general.theme')} input[value="light"]`);
    await page.until(
      async () => (await textOf(`${row('general.theme')} [data-state="problem"]`)) !== undefined,
    );
    expect(await stored()).toEqual(newer);
    await page.click('[data-notice="newer-version"] button');
    await page.until(async () => (await page.find('[data-notice="newer-version"]')).length === 0);
    await page.click(`${row('general.theme')} input[value="light"]`);
    await saved('general.theme');
  });

  it('lists granted sites that are no known exchange, and says what it would ask for', async () => {
    await at('other');
    await page.until(async () => (await page.find('[data-host="perps.example.org"]')).length === 1);
    await page.fill('#site', 'https://dex.example.net/perp/BTC?x=1');
    await page.until(
      async () =>
        (await textOf('#site-help')) === 'Your browser will ask for dex.example.net and nothing else.',
    );
    await page.fill('#site', 'not a site');
    await page.press('Enter');
    await page.until(async () => (await textOf('#site-problem'))?.startsWith('Type a web address'));
  });

  it('works by keyboard alone', async () => {
    await at('venue=binance');
    const inMode = () =>
      page.evaluate(() => document.activeElement?.closest('[data-setting]')?.getAttribute('data-setting'));
    for (let presses = 0; (await inMode()) !== 'venues.binance.intendedMode'; presses += 1) {
      if (presses > 60) throw new Error('the mode cannot be reached with the Tab key');
      await page.press('Tab');
    }
    await page.press('ArrowLeft');
    await saved('venues.binance.intendedMode');
    expect((await stored())?.venues.binance?.intendedMode).toBe('cross');
  });

  it('does not scroll sideways on a phone', async () => {
    await page.setViewport(360, 740);
    for (const place of ['exchanges', 'general', 'other', 'venue=binance', 'venue=orderly']) {
      await at(place);
      const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(inner, place).toBeLessThanOrEqual(outer ?? 0);
    }
    await page.setViewport(1280, 900);
  });

  it('asks for exactly the one host, straight from the press', async () => {
    await at('venue=okx');
    await page.evaluate(() => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      const request = (wanted: { origins: string[] }, answer?: (granted: boolean) => void) => {
        asked.push({ ...wanted, pressed: navigator.userActivation.isActive });
        answer?.(false);
        return Promise.resolve(false);
      };
      Object.defineProperty(chrome.permissions, 'request', { value: request, configurable: true });
      if (typeof browser !== 'undefined') {
        Object.defineProperty(browser.permissions, 'request', { value: request, configurable: true });
      }
    });
    await page.click('[data-host="www.okx.com"] button');
    await page.until(async () => (await textOf('.host-problem')) !== undefined);
    expect(await textOf('.host-problem')).toBe('Not guarded: the permission was not given.');
    expect(await page.evaluate(() => (globalThis as unknown as { asked: unknown }).asked)).toEqual([
      { origins: ['https://www.okx.com/*'], pressed: true },
    ]);
  });

  it('gives a host back, or says why the browser keeps it', async () => {
    await at('venue=binance');
    await page.click('[data-host="www.binance.com"] button');
    if (name === 'firefox') {
      await page.until(async () => (await page.find('[data-host][data-guarded="false"]')).length === 1);
    } else {
      // In Chromium the hosts of these tests are given by the manifest, and such ones cannot be handed back.
      await page.until(async () => (await textOf('.host-problem'))?.startsWith('Your browser refused: '));
    }
  });

  if (name === 'chromium') {
    it('has nothing the accessibility checker finds, in either theme', async () => {
      if (!(page instanceof ChromiumPage)) throw new Error('asked of Chromium only');
      for (const theme of ['light', 'dark']) {
        await store({ version: 1, general: { theme }, venues: { binance: { leverageCap: 'ten' } } });
        for (const place of ['exchanges', 'general', 'other', 'venue=binance', 'venue=gmx']) {
          await at(place);
          await page.until(async () => (await page.find('[data-repair]')).length === 1);
          expect(await accessibilityFindings(page), `${place}, ${theme}`).toEqual([]);
        }
      }
    });
  }
});

interface Stored {
  readonly venues: Readonly<
    Record<
      string,
      | {
          readonly intendedMode: string | null;
          readonly intendedModeBySymbol: Readonly<Record<string, string>>;
          readonly leverageCap: string | null;
        }
      | undefined
    >
  >;
  readonly general: { readonly rules: Readonly<Record<string, unknown>> };
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChromiumPage } from '../harness/chromium-page.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded } from '../harness/launch.ts';
import { accessibilityFindings } from '../support/axe.ts';
import { GuardDesk } from './guard-desk.ts';

interface Api {
  readonly permissions: object;
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      clear(): Promise<void>;
    };
  };
  readonly tabs: { query(of: object): Promise<readonly { readonly url?: string }[]> };
}
declare const chrome: Api;
declare const browser: Api | undefined;

interface Stored {
  readonly venues: Readonly<Record<string, { readonly intendedMode: string | null } | undefined>>;
}

const path = 'src/ui/welcome/welcome.html';

async function welcomeTabs(): Promise<number> {
  const tabs = await chrome.tabs.query({});
  return tabs.filter(({ url }) => url?.includes('/welcome.html')).length;
}

describe.each(browsersUnderTest('one'))('the welcome page in %s', (name) => {
  let harness: HarnessBrowser;
  let page: HarnessPage;
  let openedAfterStart: number;

  beforeAll(async () => {
    harness = await launchGuarded(name, { welcome: 'keep' });
    const other = await harness.extensionPage('src/ui/options/options.html');
    const opened = () => other.evaluate(welcomeTabs);
    await other.until(async () => (await opened()) === 1, { what: 'the welcome page' });
    await harness.killWorker();
    await other.reload();
    await other.until(async () => (await other.find('h1'))[0]?.visible);
    openedAfterStart = await opened();
    await other.close();
    page = await harness.extensionPage(path);
  });

  afterAll(async () => {
    await harness?.close();
  });

  const textOf = async (selector: string) => (await page.find(selector))[0]?.text;
  const isThere = (selector: string) =>
    page.until(async () => (await page.find(selector)).some(({ visible }) => visible), { what: selector });
  const settings = () =>
    page.evaluate(async () => (await chrome.storage.local.get('settings')).settings as Stored | undefined);
  async function at(step: string): Promise<void> {
    await page.evaluate((hash) => {
      location.hash = hash as string;
    }, step);
    await page.reload();
    await isThere('h1');
  }
  const answer = async (branch: string, says: 'yes' | 'no') => {
    await isThere(`[data-branch="${branch}"]`);
    await page.click(`[data-answer="${says}"]`);
  };
  const answerMargin = async (choice: string) => {
    await isThere('[data-branch="DT2"]');
    await page.click(`input[value="${choice}"]`);
    await page.click('[data-branch="DT2"] [type="submit"]');
  };

  it('opens once after the install, and not again when the worker starts anew', () => {
    expect(openedAfterStart).toBe(1);
  });

  describe('the decision tree', () => {
    beforeEach(async () => {
      await page.evaluate(() => chrome.storage.local.clear());
      await at('mode');
    });

    it('leads who is new to isolated at once, and sets it everywhere on one press', async () => {
      await answer('DT1', 'yes');
      await isThere('[data-mode="isolated"][data-because="DT1"]');
      expect(await settings()).toBeUndefined();
      await page.click('[data-do="take-mode"]');
      await isThere('[data-result="true"]');
      const { venues } = (await settings()) ?? { venues: {} };
      for (const id of ['binance', 'okx', 'hyperliquid', 'practice']) {
        expect(venues[id]?.intendedMode, id).toBe('isolated');
      }
      await page.click('[data-do="next"]');
      await isThere('.welcome-venues');
    });

    it('offers the sentence to who does not know maintenance margin', async () => {
      await answer('DT1', 'no');
      await answerMargin('initial');
      await isThere('[data-mode="isolated"][data-because="DT2"]');
      expect(await textOf('.welcome-definition')).toMatch(/least collateral .* you are liquidated/);
    });

    it('leaves cross to a watched hedge without idle cash, and goes back question by question', async () => {
      await answer('DT1', 'no');
      await answerMargin('maintenance');
      await answer('DT3', 'no');
      await answer('DT4', 'yes');
      await answer('DT5', 'yes');
      await isThere('[data-mode="isolated"][data-because="DT5"]');
      await page.click('[data-do="back"]');
      await answer('DT5', 'no');
      await isThere('[data-mode="cross"]');
      expect(await textOf('h2')).toContain('Start small');
      await page.click('[data-do="take-mode"]');
      await isThere('[data-result="true"]');
      expect((await settings())?.venues.binance?.intendedMode).toBe('cross');
    });

    it('loosens an isolated one only after the wait, and says so', async () => {
      await answer('DT1', 'yes');
      await page.click('[data-do="take-mode"]');
      await isThere('[data-result="true"]');
      await at('mode');
      await answer('DT1', 'no');
      await answerMargin('maintenance');
      await answer('DT3', 'no');
      await answer('DT4', 'yes');
      await answer('DT5', 'no');
      await page.click('[data-do="take-mode"]');
      await isThere('[data-result="true"]');
      expect(await textOf('[data-result]')).toContain('waits until');
      expect((await settings())?.venues.binance?.intendedMode).toBe('isolated');
    });

    it('works by keyboard alone', async () => {
      const focused = () =>
        page.evaluate(
          () => document.activeElement?.getAttribute('data-answer') ?? document.activeElement?.tagName,
        );
      for (let presses = 0; (await focused()) !== 'no'; presses += 1) {
        if (presses > 30) throw new Error('the answer cannot be reached with the Tab key');
        await page.press('Tab');
      }
      await page.press('Enter');
      await isThere('[data-branch="DT2"]');
      await page.until(async () => (await focused()) === 'H2', { what: 'the focus on the next question' });
      await page.press('Tab');
      await page.press(' ');
      await page.press('ArrowDown');
      await page.press('Enter');
      await isThere('[data-branch="DT3"]');
    });
  });

  it('asks for exactly one host, straight from the press, and says when it was refused', async () => {
    await at('exchanges');
    await page.evaluate(() => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      const request = (wanted: { origins: string[] }, reply?: (granted: boolean) => void) => {
        asked.push({ ...wanted, pressed: navigator.userActivation.isActive });
        reply?.(false);
        return Promise.resolve(false);
      };
      Object.defineProperty(chrome.permissions, 'request', { value: request, configurable: true });
      if (typeof browser !== 'undefined') {
        Object.defineProperty(browser.permissions, 'request', { value: request, configurable: true });
      }
    });
    await page.click('[data-venue="okx"] button');
    await isThere('[data-venue="okx"] .rf-bad');
    expect(await textOf('[data-venue="okx"] .rf-bad')).toBe('Not guarded: the permission was not given.');
    expect(await page.evaluate(() => (globalThis as unknown as { asked: unknown }).asked)).toEqual([
      { origins: ['https://www.okx.com/*'], pressed: true },
    ]);
    await page.click('[data-do="next"]');
    await isThere('[data-practice="ticket"]');
  });

  it('holds a press on the practice ticket as it does on an exchange, and lets go what was mended', async () => {
    await page.evaluate(() => chrome.storage.local.clear());
    await at('practice');
    await page.waitForSurface('[data-field="worst-loss"]', ({ text }) => text === '$1,998.80');
    await page.click('[data-practice="submit-long"]');
    await page.waitForSurface('[data-act="back"]');
    expect((await page.find('[data-sent]')).length).toBe(0);
    await page.clickSurface('[data-act="back"]');
    await page.waitForNoSurface('[data-act="back"]');
    expect((await page.find('[data-sent]')).length).toBe(0);
    await page.click('[data-practice="margin-mode"]');
    await page.fill('[data-practice="stop-loss"]', '58500');
    await page.waitForSurface('[data-field="worst-loss"]', ({ text }) => text === '$301.20');
    await new GuardDesk(page).send(
      '[data-practice="submit-long"]',
      async () => (await page.find('[data-sent="true"]')).length > 0,
      'the practice order to be sent',
    );
    const log = await page.evaluate(async () => chrome.storage.local.get('log'));
    expect(log).toEqual({});
  });

  it('does not scroll sideways on a phone', async () => {
    await page.setViewport(360, 740);
    for (const step of ['mode', 'exchanges', 'practice']) {
      await at(step);
      const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(inner, step).toBeLessThanOrEqual(outer ?? 0);
    }
    await page.setViewport(1280, 900);
  });

  if (name === 'chromium') {
    it('has nothing the accessibility checker finds, in either theme', async () => {
      if (!(page instanceof ChromiumPage)) throw new Error('asked of Chromium only');
      for (const theme of ['light', 'dark']) {
        await page.evaluate(
          (chosen) => chrome.storage.local.set({ settings: { version: 1, general: { theme: chosen } } }),
          theme,
        );
        for (const step of ['mode', 'exchanges', 'practice']) {
          await at(step);
          expect(await accessibilityFindings(page), `${step}, ${theme}`).toEqual([]);
        }
      }
    });
  }
});

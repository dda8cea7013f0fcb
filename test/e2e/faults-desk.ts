import { defaultSettings } from '../../src/settings/defaults.ts';
import type { ChromiumBrowser } from '../harness/chromium.ts';
import type { BrowserName } from '../harness/find-browser.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { openGuarded } from './guard-desk.ts';
import { guardedUrl, guardPage } from './guard-page.ts';

export const strip = '[data-surface="strip"]';
export const holdDialog = '[data-surface="hold"]';

/** A guarded exchange with its ticket, a page on it, and one of the extension's own that only lends its world. */
export async function openExchange(name: BrowserName) {
  const { browser, page, desk } = await openGuarded(name);
  browser.served.put(guardedUrl, guardPage());
  const own = await browser.extensionPage('src/ui/glossary/glossary.html');
  return { browser, own, page, desk };
}

export function isChromium(browser: HarnessBrowser): browser is ChromiumBrowser {
  return browser.name === 'chromium';
}

/** What the tests ask of the extension's own pages. */
interface Api {
  readonly storage: {
    readonly local: {
      get(keys: readonly string[] | null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(keys: readonly string[]): Promise<void>;
      clear(): Promise<void>;
    };
  };
}
declare const chrome: Api;

/** What lies in storage under some keys, by a page of the extension. */
export function storedIn(own: HarnessPage, ...keys: readonly string[]): Promise<Record<string, unknown>> {
  return own.evaluate((names) => chrome.storage.local.get(names), keys);
}

export function store(own: HarnessPage, items: object): Promise<void> {
  return own.evaluate((all) => chrome.storage.local.set(all), items);
}

export function emptyStorage(own: HarnessPage): Promise<void> {
  return own.evaluate(() => chrome.storage.local.clear());
}

/** Settings with the trader's choice for what cannot be checked on the exchange of the tests. */
export function settingsWith(whenUnread: 'notice' | 'hold-once'): object {
  return { settings: { ...defaultSettings, venues: { binance: { whenUnread } } } };
}

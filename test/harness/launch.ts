import type { ChromiumBrowser } from './chromium.ts';
import { buildExtension, grantedCopy } from './extension-build.ts';
import type { BrowserName } from './find-browser.ts';
import type { FirefoxBrowser } from './firefox.ts';
import type { HarnessBrowser, LaunchOptions } from './harness-browser.ts';

export interface GuardedLaunch extends LaunchOptions {
  /** Match patterns the user has granted, e.g. `https://www.binance.com/*`. */
  readonly origins?: readonly string[];
  /** Another unpacked extension than the built one. */
  readonly extension?: string;
  /** The page that opens once after an install is closed again, unless a test is about it. */
  readonly welcome?: 'close' | 'keep';
}

interface Browsers {
  readonly chromium: ChromiumBrowser;
  readonly firefox: FirefoxBrowser;
}

type Launchers = {
  readonly [N in BrowserName]: (folder: string, options: LaunchOptions) => Promise<Browsers[N]>;
};

/** Each driver takes a second to load, so only the one that is asked for is. */
const launchers: Launchers = {
  chromium: async (folder, options) => (await import('./chromium.ts')).launchChromium(folder, options),
  firefox: async (folder, options) => (await import('./firefox.ts')).launchFirefox(folder, options),
};

/** A real browser with the built extension in it and the given hosts granted. Closing it removes all it left. */
export async function launchGuarded<N extends BrowserName>(
  name: N,
  { origins = [], extension, welcome = 'close', ...options }: GuardedLaunch = {},
): Promise<Browsers[N]> {
  const copy = await grantedCopy(extension ?? (await buildExtension(name)), origins);
  const browser = await launchers[name](copy.path, options).catch(async (error: unknown) => {
    await copy.remove();
    throw error;
  });
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    await copy.remove();
  };
  if (extension === undefined && welcome === 'close' && options.web !== 'open') await closeWelcome(browser);
  return browser;
}

/** A test begins with nothing of ours in front. */
async function closeWelcome(browser: HarnessBrowser): Promise<void> {
  const page = await browser.extensionPage('src/ui/options/options.html');
  try {
    await page.waitFor(
      async () => {
        const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
        const open = await tabs.query({});
        const welcome = open.find(({ url }) => url?.includes('/welcome.html'));
        if (welcome === undefined) return false;
        await tabs.remove(welcome.id);
        return true;
      },
      undefined,
      { what: 'the welcome page' },
    );
  } finally {
    await page.close();
  }
}

interface Tabs {
  query(of: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
  remove(id: number): Promise<void>;
}

/**
 * Waits until the worker has registered the page script for an origin, as it does after a grant. Polls from a page of
 * the extension, which it closes again.
 */
export async function waitUntilGuarded(browser: HarnessBrowser, origin: string): Promise<void> {
  const page = await browser.extensionPage('src/ui/options/options.html');
  try {
    await page.waitFor(
      async (pattern: string) => {
        const api = (globalThis as unknown as { chrome: { scripting: Registered } }).chrome.scripting;
        const scripts = await api.getRegisteredContentScripts();
        return scripts.some((script) => script.matches.includes(pattern));
      },
      `${origin}/*`,
      { what: `a page script for ${origin}` },
    );
  } finally {
    await page.close();
  }
}

interface Registered {
  getRegisteredContentScripts(): Promise<readonly { readonly matches: readonly string[] }[]>;
}

/**
 * The browsers the end-to-end tests run in; `RINGFENCE_BROWSERS=chromium` leaves the other out. `one`: what hardly depends
 * on the browser runs in both with `npm run test:full` only.
 */
export function browsersUnderTest(usually: 'both' | 'one' = 'both'): readonly BrowserName[] {
  const isBoth = usually === 'both' || process.env.RINGFENCE_FULL !== undefined;
  const all: readonly BrowserName[] = isBoth ? ['chromium', 'firefox'] : ['chromium'];
  const chosen = process.env.RINGFENCE_BROWSERS?.split(',');
  return chosen === undefined ? all : all.filter((name) => chosen.includes(name));
}

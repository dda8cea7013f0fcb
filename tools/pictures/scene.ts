import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumBrowser } from '../../test/harness/chromium.ts';
import type { ChromiumPage } from '../../test/harness/chromium-page.ts';
import type { HarnessPage } from '../../test/harness/harness-page.ts';
import { launchGuarded, waitUntilGuarded } from '../../test/harness/launch.ts';
import { startPracticeServer } from '../practice/server.ts';

const origin = 'http://127.0.0.1';
/** Surfaces fade in, and look at the page's theme once a second. */
const settleMs = 1_200;
/** Figures that move would make every picture a new one. */
const still = 'still=1&seed=3';

export const popupWidth = 360;

interface Tabs {
  query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
}

/** The built extension in a real browser, guarding the practice exchange, while `work` takes its pictures. */
export async function onPracticeExchange(work: (scene: Scene) => Promise<void>): Promise<void> {
  const server = await startPracticeServer();
  const browser = await launchGuarded('chromium', {
    origins: [`${origin}/*`],
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    // As on most screens, where they show only while something is scrolled.
    args: ['--hide-scrollbars'],
  });
  try {
    await waitUntilGuarded(browser, origin);
    await work(new Scene(browser, `${server.origin}/trade/BTCUSDT?${still}`));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What is set up before a picture is taken of it. */
export class Scene {
  readonly browser: ChromiumBrowser;
  readonly #address: string;

  constructor(browser: ChromiumBrowser, address: string) {
    this.browser = browser;
    this.#address = address;
  }

  async take(page: HarnessPage, path: string): Promise<void> {
    await sleep(settleMs);
    await page.screenshot(path);
  }

  /** A judged ticket with 0.1 BTC typed in. */
  async ticket(options = ''): Promise<ChromiumPage> {
    const page = await this.browser.newPage();
    await page.goto(`${this.#address}&size=0.1${options}`);
    await page.waitForSurface('[data-surface="strip"] [data-field="worst-loss"]');
    return page;
  }

  /** Presses Buy, which the hold answers. */
  async hold(page: HarnessPage): Promise<void> {
    await page.click('[data-place="wide"] [data-practice="submit-long"]');
    await page.waitForSurface('[data-surface="hold"]');
  }

  /** The popup's page for a ticket's tab, of the height a toolbar button gives it. */
  async popup(ticket: ChromiumPage): Promise<ChromiumPage> {
    const id = await this.#tabIdOf(ticket);
    const popup = await this.browser.extensionPage(`src/ui/popup/popup.html?tab=${id}`);
    await popup.waitFor(() => document.querySelector('[data-field="worst-loss"][data-value]') !== null);
    await popup.setViewport(popupWidth, 600);
    return popup;
  }

  /** A page of ours with its content there. */
  async own(path: string, size: { readonly width: number; readonly height: number }): Promise<ChromiumPage> {
    const page = await this.browser.extensionPage(path);
    await page.setViewport(size.width, size.height);
    await page.waitFor(() => document.querySelector('h1') !== null);
    return page;
  }

  async #tabIdOf(page: ChromiumPage): Promise<number> {
    const own = await this.browser.extensionPage('src/ui/options/options.html');
    const id = await own.evaluate(async (url: string) => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      return (await tabs.query({})).find((tab) => tab.url === url)?.id;
    }, page.raw.url());
    await own.close();
    if (id === undefined) throw new Error('the practice page has no tab');
    return id;
  }
}

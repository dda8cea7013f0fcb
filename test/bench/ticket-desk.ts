import { randomUUID } from 'node:crypto';
import { mostPresses } from '../../src/protocol/log-schemas.ts';
import { type PracticeServer, startPracticeServer } from '../../tools/practice/server.ts';
import type { ChromiumBrowser } from '../harness/chromium.ts';
import type { ChromiumPage } from '../harness/chromium-page.ts';
import { launchGuarded, waitUntilGuarded } from '../harness/launch.ts';

declare const chrome: { readonly storage: { readonly local: { set(items: object): Promise<void> } } };

const grant = 'http://127.0.0.1/*';
/** What lies in storage after some weeks of trading: as many presses as are kept. */
const presses = Array.from({ length: mostPresses }, (_, index) => ({
  id: randomUUID(),
  at: new Date(Date.now() - (mostPresses - index) * 3_600_000).toISOString(),
  venue: 'practice',
  symbol: 'BTCUSDT',
  side: index % 2 === 0 ? 'long' : 'short',
  size: `0.1${index}`,
  addsToLoser: false,
  held: index % 20 === 0,
}));

const query = 'mode=cross&leverage=20&wallet=2000&size=0.1&price=60000&seed=1';

export type Market = 'still' | 'moving';

/**
 * One browser with the extension in it and one order screen at two addresses: where the user granted it, and where he
 * did not, so that nothing of ours is in the page. Each address has a process of its own.
 */
export class TicketDesk {
  readonly #browser: ChromiumBrowser;
  readonly #server: PracticeServer;

  private constructor(browser: ChromiumBrowser, server: PracticeServer) {
    this.#browser = browser;
    this.#server = server;
  }

  static async open(): Promise<TicketDesk> {
    const server = await startPracticeServer();
    const browser = await launchGuarded('chromium', { origins: [grant] });
    const desk = new TicketDesk(browser, server);
    await waitUntilGuarded(browser, grant.replace('/*', '')).catch(async (error: unknown) => {
      await desk.close();
      throw error;
    });
    await desk.#fillStorage();
    return desk;
  }

  async #fillStorage(): Promise<void> {
    const own = await this.#browser.extensionPage('src/ui/glossary/glossary.html');
    await own.evaluate(
      (items) => chrome.storage.local.set({ presses: { version: 1, gone: 0, items } }),
      presses,
    );
    await own.close();
  }

  /** The order screen in a new tab, once it is drawn and, where it is guarded, judged. */
  async ticket(guarded: boolean, market: Market): Promise<ChromiumPage> {
    const page = await this.#browser.newPage();
    const { port } = this.#server;
    const host = guarded ? '127.0.0.1' : 'localhost';
    const still = market === 'still' ? '&still=1' : '';
    await page.goto(`http://${host}:${port}/trade/BTCUSDT?${query}${still}`);
    if (guarded) await page.waitForSurface('[data-field="worst-loss"][data-value]');
    else await page.waitFor(() => document.querySelector('[data-practice="size"]') !== null);
    return page;
  }

  killWorker(): Promise<void> {
    return this.#browser.killWorker();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}

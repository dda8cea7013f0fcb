import type { FirefoxBrowser } from '../harness/firefox.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';
import type { GuardedTab, GuardedTabs } from './real-tabs.ts';

class FirefoxTab implements GuardedTab {
  readonly #page: HarnessPage;

  constructor(page: HarnessPage) {
    this.#page = page;
  }

  toFront(): Promise<void> {
    return this.#page.bringToFront();
  }

  isHidden(): Promise<boolean> {
    return this.#page.evaluate(() => document.hidden);
  }

  type(selector: string, text: string): Promise<void> {
    return this.#page.fill(selector, text);
  }

  click(selector: string): Promise<void> {
    return this.#page.click(selector);
  }

  async drawn(): Promise<readonly string[]> {
    const roots = await this.#page.inSurfaces((root) => {
      const all = [...root.querySelectorAll('*')];
      return all.flatMap(({ attributes }) => [...attributes].map(({ name, value }) => `${name}="${value}"`));
    }, null);
    return roots.flat();
  }

  sent(): Promise<readonly string[]> {
    return this.#page.evaluate(() => (window as unknown as { sent: readonly string[] }).sent);
  }
}

/** Firefox with tabs as they are, which is how its driver leaves them. */
export class FirefoxTabs implements GuardedTabs {
  readonly #browser: FirefoxBrowser;

  private constructor(browser: FirefoxBrowser) {
    this.#browser = browser;
  }

  static async launch(): Promise<FirefoxTabs> {
    const browser = await launchGuarded('firefox', { origins: [`${guardedOrigin}/*`] });
    await waitUntilGuarded(browser, guardedOrigin);
    browser.served.put(guardedUrl, guardPage());
    return new FirefoxTabs(browser);
  }

  async open(): Promise<GuardedTab> {
    const page = await this.#browser.newPage();
    await page.bringToFront();
    await page.goto(guardedUrl);
    return new FirefoxTab(page);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { buildExtension, type CopiedExtension, grantedCopy } from '../harness/extension-build.ts';
import { requireBrowser } from '../harness/find-browser.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

interface Node {
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

/** A guarded ticket in a tab that knows whether anybody sees it. */
export class RealTab {
  readonly page: Page;
  readonly session: CDPSession;

  constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.session = session;
  }

  /** The attributes of everything in the document and in our closed root, each as `name="value"`. */
  async drawn(): Promise<readonly string[]> {
    const { root } = await this.session.send('DOM.getDocument', { depth: -1, pierce: true });
    const of = ({ attributes = [], children = [], shadowRoots = [] }: Node): readonly string[] => [
      ...attributes.flatMap((name, at) => (at % 2 === 0 ? [`${name}="${attributes[at + 1]}"`] : [])),
      ...[...children, ...shadowRoots].flatMap(of),
    ];
    return of(root as Node);
  }

  async shows(attribute: string, withinMs = 15_000): Promise<boolean> {
    for (const until = Date.now() + withinMs; Date.now() < until; await sleep(50)) {
      if ((await this.drawn()).includes(attribute)) return true;
    }
    return false;
  }

  /** Orders the page's own handlers would have sent. */
  sent(): Promise<readonly string[]> {
    return this.page.evaluate('window.sent') as Promise<readonly string[]>;
  }
}

/**
 * Chromium with tabs as they are: the driver of the other tests has every tab believe that it is in front, so that none of
 * them rests and none can be frozen.
 */
export class RealTabs {
  readonly browser: Browser;
  readonly #copy: CopiedExtension;

  private constructor(browser: Browser, copy: CopiedExtension) {
    this.browser = browser;
    this.#copy = copy;
  }

  static async launch(): Promise<RealTabs> {
    const copy = await grantedCopy(await buildExtension('chromium'), [`${guardedOrigin}/*`]);
    const browser = await puppeteer.launch({
      executablePath: requireBrowser('chromium'),
      pipe: true,
      enableExtensions: [copy.path],
      defaultViewport: { width: 1600, height: 1000 },
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    return new RealTabs(browser, copy);
  }

  /** A tab in front with the test's order screen on it, guarded. */
  async open(): Promise<RealTab> {
    const page = await this.browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void request.respond({ status: 200, contentType: 'text/html', body: guardPage() });
    });
    const tab = new RealTab(page, await page.createCDPSession());
    // The grant reaches the worker at its own time.
    for (let tries = 0; tries < 20; tries += 1) {
      await page.goto(guardedUrl);
      await page.bringToFront();
      if (await tab.shows('data-surface="strip"', 3_000)) return tab;
    }
    throw new Error('the page is not guarded');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#copy.remove();
  }
}

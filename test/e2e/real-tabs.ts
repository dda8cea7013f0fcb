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
export interface GuardedTab {
  toFront(): Promise<void>;
  isHidden(): Promise<boolean>;
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** The attributes of everything that is drawn of ours, each as `name="value"`. */
  drawn(): Promise<readonly string[]>;
  /** Orders the page's own handlers would have sent. */
  sent(): Promise<readonly string[]>;
}

/** A browser with many of them. */
export interface GuardedTabs {
  /** A tab in front with the test's order screen on it, guarded. */
  open(): Promise<GuardedTab>;
  close(): Promise<void>;
}

/** Whether something is drawn in a tab before long. */
export async function shows(tab: GuardedTab, attribute: string, withinMs = 15_000): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(50)) {
    if ((await tab.drawn()).includes(attribute)) return true;
  }
  return false;
}

export class RealTab implements GuardedTab {
  readonly page: Page;
  readonly session: CDPSession;

  constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.session = session;
  }

  async toFront(): Promise<void> {
    await this.page.bringToFront();
  }

  isHidden(): Promise<boolean> {
    return this.page.evaluate('document.hidden') as Promise<boolean>;
  }

  async type(selector: string, text: string): Promise<void> {
    await this.page.type(selector, text);
  }

  async click(selector: string): Promise<void> {
    await this.page.click(selector);
  }

  /** Of the page's own as well: what is asked for is ours alone. */
  async drawn(): Promise<readonly string[]> {
    const { root } = await this.session.send('DOM.getDocument', { depth: -1, pierce: true });
    const of = ({ attributes = [], children = [], shadowRoots = [] }: Node): readonly string[] => [
      ...attributes.flatMap((name, at) => (at % 2 === 0 ? [`${name}="${attributes[at + 1]}"`] : [])),
      ...[...children, ...shadowRoots].flatMap(of),
    ];
    return of(root as Node);
  }

  sent(): Promise<readonly string[]> {
    return this.page.evaluate('window.sent') as Promise<readonly string[]>;
  }
}

/**
 * Chromium with tabs as they are: the driver of the other tests has every tab believe that it is in front, so that none of
 * them rests and none can be frozen.
 */
export class RealTabs implements GuardedTabs {
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
      if (await shows(tab, 'data-surface="strip"', 3_000)) return tab;
    }
    throw new Error('the page is not guarded');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#copy.remove();
  }
}

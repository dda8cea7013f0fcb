import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension, type CopiedExtension, grantedCopy } from '../harness/extension-build.ts';
import { requireBrowser } from '../harness/find-browser.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

interface Node {
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

/** The driver of the other tests has every tab believe that it is in front, and such a tab is never frozen. */
describe('a tab that the browser froze in the background', () => {
  let copy: CopiedExtension;
  let browser: Browser;
  let page: Page;
  let session: CDPSession;

  beforeAll(async () => {
    copy = await grantedCopy(await buildExtension('chromium'), [`${guardedOrigin}/*`]);
    browser = await puppeteer.launch({
      executablePath: requireBrowser('chromium'),
      pipe: true,
      enableExtensions: [copy.path],
      defaultViewport: { width: 1600, height: 1000 },
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void request.respond({ status: 200, contentType: 'text/html', body: guardPage() });
    });
    session = await page.createCDPSession();
    for (let tries = 0; tries < 20; tries += 1) {
      await page.goto(guardedUrl);
      await page.bringToFront();
      if (await shows('data-surface="strip"', 1_500)) return;
    }
    throw new Error('the page is not guarded');
  });

  afterAll(async () => {
    await browser?.close();
    await copy?.remove();
  });

  /** The attributes of everything in the document and in our closed root, each as `name="value"`. */
  async function drawn(): Promise<readonly string[]> {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const of = ({ attributes = [], children = [], shadowRoots = [] }: Node): readonly string[] => [
      ...attributes.flatMap((name, at) => (at % 2 === 0 ? [`${name}="${attributes[at + 1]}"`] : [])),
      ...[...children, ...shadowRoots].flatMap(of),
    ];
    return of(root as Node);
  }

  async function shows(attribute: string, withinMs = 10_000): Promise<boolean> {
    for (const until = Date.now() + withinMs; Date.now() < until; await sleep(50)) {
      if ((await drawn()).includes(attribute)) return true;
    }
    return false;
  }

  const sent = () => page.evaluate('window.sent') as Promise<readonly string[]>;

  it('holds nothing open from before, judges anew, and holds the next press', async () => {
    await page.type('#size', '0.1');
    expect(await shows('data-level="danger"')).toBe(true);
    await page.click('#buy');
    expect(await shows('data-surface="hold"')).toBe(true);
    await page.evaluate(`document.addEventListener('resume', () => { window.wentOn = true; })`);

    const other = await browser.newPage();
    await other.bringToFront();
    await page.waitForFunction('document.hidden', { polling: 100 });
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await sleep(2_000);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await page.bringToFront();
    await page.waitForFunction('window.wentOn === true && !document.hidden', { polling: 50 });

    expect((await drawn()).filter((each) => each === 'data-surface="hold"')).toEqual([]);
    await page.click('#buy');
    expect(await shows('data-surface="hold"')).toBe(true);
    expect(await shows('data-hold="type-amount"')).toBe(true);
    expect(await sent()).toEqual([]);
  });
});

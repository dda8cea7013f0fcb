import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import type { TicketState } from '../../../src/domain/health.ts';
import { requireBrowser } from '../../harness/find-browser.ts';

/** The reader as one script, bundled as the page script is. */
export function bundleReader(): Promise<string> {
  return bundleForPage(fileURLToPath(new URL('./reader-entry.ts', import.meta.url)));
}

/** A module and what it imports as one script that a page can run. */
export async function bundleForPage(entry: string): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'bundledForPage' },
    },
  })) as Rollup.RollupOutput[];
  const chunk = result[0]?.output.find((output) => output.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`${entry} did not build`);
  return chunk.code;
}

/** @param variables of the environment besides those of this process. */
export function launchChromium(variables: Readonly<Record<string, string>> = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: requireBrowser('chromium'),
    env: { ...process.env, ...variables },
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface PageAt {
  readonly html: string;
  readonly url: string;
  readonly lang?: string;
  readonly viewport?: string;
}

/** A page served at its own address with the reader loaded; nothing goes out. */
export interface ReaderPage {
  readonly page: Page;
  read(withRecipes?: boolean): Promise<TicketState>;
  /** Whether the selector of a press leads to an element. */
  has(selector: string): Promise<boolean>;
  press(
    selector: string,
    kind?: 'pointer' | 'key' | 'submit',
    withRecipes?: boolean,
  ): Promise<TicketState | null>;
  close(): Promise<void>;
}

const contexts = new WeakMap<Browser, Map<string, Promise<BrowserContext>>>();

/** One window a language and size: making one costs more than a page in it. */
function contextFor(browser: Browser, locale: string, viewport: string): Promise<BrowserContext> {
  const [width = 1600, height = 1000] = viewport.split('x').map(Number);
  const own = contexts.get(browser) ?? new Map<string, Promise<BrowserContext>>();
  contexts.set(browser, own);
  const key = `${locale} ${viewport}`;
  const context = own.get(key) ?? browser.newContext({ viewport: { width, height }, locale });
  own.set(key, context);
  return context;
}

/** Pages that were closed, to be opened again: a new one costs a window of the browser, a walk to another address little. */
const idle = new WeakMap<BrowserContext, Page[]>();

/** A page served at its own address with a script loaded; nothing goes out. */
export async function openPage(
  browser: Browser,
  script: string,
  at: PageAt,
): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const context = await contextFor(browser, at.lang ?? 'en', at.viewport ?? '1600x1000');
  const pages = idle.get(context) ?? [];
  idle.set(context, pages);
  const page = pages.pop() ?? (await context.newPage());
  const address = at.url.split('#')[0];
  await page.route('**/*', (route) =>
    route.request().url().split('#')[0] === address
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: at.html })
      : route.abort(),
  );
  await page.goto(at.url, { waitUntil: 'domcontentloaded' });
  await page.addScriptTag({ content: script });
  const close = async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto('about:blank');
    pages.push(page);
  };
  return { page, close };
}

export async function openReaderPage(browser: Browser, script: string, at: PageAt): Promise<ReaderPage> {
  const { page, close } = await openPage(browser, script, at);
  return {
    page,
    read: (withRecipes = true) => page.evaluate(`readTicket(${withRecipes})`),
    has: (selector) => page.evaluate(`hasElement(${JSON.stringify(selector)})`),
    press: (selector, kind = 'pointer', withRecipes = true) =>
      page.evaluate(`pressTicket(${JSON.stringify(selector)}, ${JSON.stringify(kind)}, ${withRecipes})`),
    close,
  };
}

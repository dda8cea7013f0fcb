import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';

const config = fileURLToPath(new URL('../../visual/vite.config.ts', import.meta.url));
const origin = 'https://visual.example';
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
};

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly forcedColors?: 'active';
  /** The browser's own zoom: 2 is 200 %. */
  readonly zoom?: number;
}

interface OpenVisual {
  readonly page: Page;
  /** What the page itself complained of. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** The pages of `test/visual`, built once, that show a surface on a named scenario in a plain tab. */
export class VisualSite {
  readonly #browser: Browser;
  readonly #files: ReadonlyMap<string, string>;
  /** One window a look, and in it the pages nobody uses just now: a new window costs most of a test. */
  readonly #windows = new Map<string, Promise<{ readonly context: BrowserContext; readonly idle: Page[] }>>();

  constructor(browser: Browser, files: ReadonlyMap<string, string>) {
    this.#browser = browser;
    this.#files = files;
  }

  /** Opens `PAGE.html?query` at a fixed time of day and without motion. */
  async open(address: string, look: Look): Promise<OpenVisual> {
    const key = JSON.stringify([look.width, look.height, look.zoom, look.forcedColors]);
    const window = this.#windows.get(key) ?? this.#openWindow(look);
    this.#windows.set(key, window);
    const { context, idle } = await window;
    const page = idle.pop() ?? (await context.newPage());
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.clock.setFixedTime('2026-11-21T10:00:00Z');
    await page.goto(`${origin}/${address}`);
    const close = async () => {
      page.removeAllListeners('pageerror');
      page.removeAllListeners('console');
      await page.goto('about:blank');
      idle.push(page);
    };
    return { page, errors, close };
  }

  async #openWindow({ width, height, zoom = 1, forcedColors }: Look) {
    const context = await this.#browser.newContext({
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom,
      locale: 'en-US',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      ...(forcedColors === undefined ? {} : { forcedColors }),
    });
    await context.route('**', async (route) => {
      const { host, pathname } = new URL(route.request().url());
      const name = pathname.slice(1);
      const body = host === new URL(origin).host ? this.#files.get(name) : undefined;
      const type = types[name.split('.').at(-1) ?? ''] ?? 'text/plain';
      await route.fulfill(
        body === undefined ? { status: 404, body: '' } : { body, contentType: `${type}; charset=utf-8` },
      );
    });
    // A closed root opened for the test's eyes.
    await context.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function open(this: Element, init) {
        return attach.call(this, { ...init, mode: 'open' });
      };
    });
    return { context, idle: [] };
  }
}

/** By the page's own clock, which stands still when the page does: what it has to fetch and to draw is there. */
export async function isSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => setTimeout(resolve, 250));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

export async function buildVisualSite(browser: Browser): Promise<VisualSite> {
  const files = new Map<string, string>([['favicon.ico', '']]);
  const built = await build({ configFile: config, logLevel: 'error', build: { write: false } });
  for (const output of Array.isArray(built) ? built : [built]) {
    if (!('output' in output)) throw new Error('a build that watches');
    for (const file of output.output) {
      files.set(file.fileName, file.type === 'chunk' ? file.code : String(file.source));
    }
  }
  return new VisualSite(browser, files);
}

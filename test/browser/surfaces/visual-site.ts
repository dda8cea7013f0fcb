import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
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

/** The pages of `test/visual`, built once, that show a surface on a named scenario in a plain tab. */
export class VisualSite {
  readonly #browser: Browser;
  readonly #files: ReadonlyMap<string, string>;

  constructor(browser: Browser, files: ReadonlyMap<string, string>) {
    this.#browser = browser;
    this.#files = files;
  }

  /** Opens `PAGE.html?query` at a fixed time of day and without motion. Errors of the page come back as messages. */
  async open(address: string, look: Look): Promise<{ readonly page: Page; readonly errors: string[] }> {
    const { width, height, zoom = 1 } = look;
    const page = await this.#browser.newPage({
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom,
      locale: 'en-US',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      ...(look.forcedColors === undefined ? {} : { forcedColors: look.forcedColors }),
    });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.clock.setFixedTime('2026-11-21T10:00:00Z');
    await page.route('**', async (route) => {
      const { host, pathname } = new URL(route.request().url());
      const name = pathname.slice(1);
      const body = host === new URL(origin).host ? this.#files.get(name) : undefined;
      const type = types[name.split('.').at(-1) ?? ''] ?? 'text/plain';
      await route.fulfill(
        body === undefined ? { status: 404, body: '' } : { body, contentType: `${type}; charset=utf-8` },
      );
    });
    // A closed root opened for the test's eyes.
    await page.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function open(this: Element, init) {
        return attach.call(this, { ...init, mode: 'open' });
      };
    });
    await page.goto(`${origin}/${address}`);
    return { page, errors };
  }
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

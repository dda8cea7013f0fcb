import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './reader/reader-page.ts';

/** Strip and hold on hand-made assessments in a plain tab, with their closed root opened for the test's eyes. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const config = fileURLToPath(new URL('../visual/vite.config.ts', import.meta.url));
const origin = 'https://visual.example';
const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

let browser: Browser;
const files = new Map<string, string>();

beforeAll(async () => {
  browser = await launchChromium();
  const built = await build({ configFile: config, logLevel: 'error', build: { write: false } });
  for (const output of Array.isArray(built) ? built : [built]) {
    if (!('output' in output)) throw new Error('a build that watches');
    for (const file of output.output) {
      files.set(file.fileName, file.type === 'chunk' ? file.code : String(file.source));
    }
  }
});
afterAll(() => browser?.close());

interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly forcedColors?: 'active';
  readonly zoom?: number;
}

/** One window a look: making one costs more than a page in it, and it closes with its last page. */
const windows = new Map<string, Promise<BrowserContext>>();

function windowFor(
  look: Look & { readonly width: number; readonly height: number },
): Promise<BrowserContext> {
  const key = JSON.stringify(look);
  const known = windows.get(key);
  if (known !== undefined) return known;
  const made = (async () => {
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.height },
      // What still fades in is paler than it is meant to be.
      reducedMotion: 'reduce',
      ...(look.forcedColors === undefined ? {} : { forcedColors: look.forcedColors }),
      ...(look.zoom === undefined ? {} : { deviceScaleFactor: look.zoom }),
    });
    await context.newPage();
    return context;
  })();
  windows.set(key, made);
  return made;
}

async function show(query: string, { width = 1280, height = 900, ...media }: Look = {}): Promise<Page> {
  const page = await (await windowFor({ width, height, ...media })).newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.route(`${origin}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const body = files.get(name);
    await route.fulfill(
      body === undefined
        ? { status: 404, body: '' }
        : { body, contentType: types[name.split('.').at(-1) ?? ''] ?? 'text/plain' },
    );
  });
  await page.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function open(this: Element, init) {
      return attach.call(this, { ...init, mode: 'open' });
    };
  });
  await page.goto(`${origin}/guard.html?${query}`);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('html > div')].some((host) =>
      host.shadowRoot?.querySelector('[data-surface]'),
    ),
  );
  return page;
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() =>
    (
      globalThis as unknown as { axe: { run(context: unknown, options: object): Promise<AxeResults> } }
    ).axe.run([...document.querySelectorAll('html > div')].at(-1), {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false } },
    }),
  );
  expect(results.passes.length, 'axe looked into the surface').toBeGreaterThan(8);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

const scenarios = [
  'ok',
  'notice',
  'warning',
  'danger',
  'unknownMode',
  'unknownWallet',
  'atLeast',
  'noLiquidation',
  'short',
  'longNumbers',
  'otherPositions',
];

/** The scenes of `surfaces/` are searched in both themes; here the dark one is left to the full run. */
const themes = process.env.RINGFENCE_FULL === undefined ? ['light'] : ['light', 'dark'];

describe.each(themes)('surfaces in %s', (theme) => {
  it.each(scenarios)('hold on %s: nothing for axe to find, nothing cut off', async (scenario) => {
    const page = await show(`surface=hold&scenario=${scenario}&theme=${theme}`);
    try {
      expect(await violations(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it('the strip in every state', async () => {
    const page = await show(`surface=strips&theme=${theme}&width=560`, { width: 600, height: 1000 });
    try {
      expect(await violations(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it.each(['danger', 'unknownMode', 'longNumbers'])('the panel on %s', async (scenario) => {
    const page = await show(`surface=panel&scenario=${scenario}&theme=${theme}`, { width: 420, height: 900 });
    try {
      expect(await violations(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });
});

describe.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
])('the picker in %s at %i px', (theme, width) => {
  it.each([
    ['pointing', ''],
    ['read', 'at-size'],
    ['asked for a word', 'field-marginMode,at-mode'],
    ['nothing there', 'field-leverage,at-nowhere'],
    ['the button', 'field-buy,at-buy'],
  ])('%s: nothing for axe to find, and the ways on in sight', async (_, steps) => {
    const query = `surface=teach&theme=${theme}${steps === '' ? '' : `&steps=${steps}`}`;
    const page = await show(query, { width, height: 844 });
    try {
      expect(await violations(page)).toEqual([]);
      for (const way of await page.locator('.rf-teach footer button, .rf-teach-way').all()) {
        const box = await way.boundingBox();
        expect((box?.y ?? 1_000) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
      }
    } finally {
      await page.close();
    }
  });
});

describe('surfaces under hard conditions', () => {
  it.each([
    [320, 'strips'],
    [390, 'hold'],
    [320, 'hold'],
  ])('at %i px: %s fits', async (width, surface) => {
    const page = await show(`surface=${surface}&width=${width - 12}&scenario=longNumbers`, {
      width,
      height: 1000,
    });
    try {
      expect(await cutOff(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it('at twice the zoom of a small window the hold scrolls and its ways on stay in sight', async () => {
    const page = await show('surface=hold&scenario=danger', { width: 640, height: 400, zoom: 2 });
    try {
      const ways = page.locator('.rf-ways');
      const box = await ways.boundingBox();
      expect((box?.y ?? 1_000) + (box?.height ?? 0)).toBeLessThanOrEqual(400);
      await page.locator('[data-check="CK-6"]').scrollIntoViewIfNeeded();
      expect(await page.locator('[data-check="CK-6"]').isVisible()).toBe(true);
    } finally {
      await page.close();
    }
  });

  it('in forced colours the shapes stay', async () => {
    const page = await show('surface=hold&scenario=danger', { forcedColors: 'active' });
    try {
      expect(await violations(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it.each(['de-DE', 'hi-IN', 'ar-EG', 'ja-JP'])('in %s every figure is spelled', async (locale) => {
    const page = await show(`surface=hold&scenario=danger&locale=${locale}`);
    try {
      const text = await page.locator('[data-field="worst-loss"]').first().textContent();
      expect(text).toBe(
        new Intl.NumberFormat(locale, {
          style: 'currency',
          currency: 'USD',
          currencyDisplay: 'narrowSymbol',
          trailingZeroDisplay: 'stripIfInteger',
        } as Intl.NumberFormatOptions).format(2000),
      );
      expect(await cutOff(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });
});

/** Figures whose text does not fit its own box, or that stick out of the surface they belong to. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('html > div')?.shadowRoot;
    const figures = [...(root?.querySelectorAll<HTMLElement>('.rf-figure') ?? [])];
    return figures
      .filter((figure) => {
        if (!figure.checkVisibility()) return false;
        const box = figure.getBoundingClientRect();
        const surface = figure.closest('.rf-strip-line, .rf-hold')?.getBoundingClientRect();
        const row = figure.closest('.rf-strip-rest')?.getBoundingClientRect();
        // What does not fit its line wraps out of sight as a whole; that is how it is meant.
        if (row !== undefined && box.top >= row.bottom) return false;
        return surface !== undefined && (box.left < surface.left || box.right > surface.right + 0.5);
      })
      .map((figure) => `${figure.dataset.field}: ${figure.textContent}`);
  });
}

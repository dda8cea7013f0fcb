import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../reader/reader-page.ts';
import { ownFonts } from './own-fonts.ts';
import { comparePicture, hasFontsOfPictures } from './picture.ts';
import { type Scene, scenes } from './surface-list.ts';
import { buildVisualSite, isSettled, type Look, type VisualSite } from './visual-site.ts';

const isFull = process.env.RINGFENCE_FULL !== undefined;

let browser: Browser;
let site: VisualSite;
let isSameFonts = false;

beforeAll(async () => {
  browser = await launchChromium(ownFonts());
  site = await buildVisualSite(browser);
  const { page, close } = await site.open('kit.html', { width: 400, height: 400 });
  isSameFonts = await hasFontsOfPictures(page);
  await close();
  if (isSameFonts) return;
  const said = 'Other fonts than those of the kept pictures: the pictures are not compared here.';
  if (process.platform === 'linux') throw new Error(said);
  process.stdout.write(`${said}\n`);
});
afterAll(() => browser?.close());

async function onScene(
  scene: Scene,
  query: string,
  look: Partial<Look>,
  test: (page: Page) => Promise<void>,
): Promise<void> {
  const [path = '', hash] = scene.address.split('#');
  const address = `${path}${query}${hash === undefined ? '' : `#${hash}`}`;
  const { page, errors, close } = await site.open(address, { ...scene, ...look });
  try {
    await page.locator(scene.ready).first().waitFor();
    await isSettled(page);
    await test(page);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What the exchange's page around a strip has to bring itself. */
const ofTheWholePage = ['landmark-one-main', 'page-has-heading-one'];

/** `inColours`: the colours alone, where all else was looked at in the other theme. */
async function violations(page: Page, isInPage: boolean, inColours: boolean): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<{ violations: Violation[]; passes: unknown[] }>(
    `axe.run(document, {
      runOnly: ${inColours ? `['color-contrast']` : `['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']`},
      rules: ${JSON.stringify(
        Object.fromEntries(
          ['region', ...(isInPage ? ofTheWholePage : [])].map((id) => [id, { enabled: false }]),
        ),
      )},
    })`,
  );
  expect(results.passes.length, 'axe looked into the surface').toBeGreaterThan(inColours ? 0 : 5);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** Dots by which a page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** In the dark every third scene; the full run looks at all of them. */
const lookedAt = (theme: string) => scenes.filter((_, at) => theme === 'light' || isFull || at % 3 === 0);

describe.each(['light', 'dark'])('surfaces in %s', (theme) => {
  it.each(lookedAt(theme).map((scene) => [scene.name, scene] as const))('%s', (name, scene) =>
    onScene(scene, `&theme=${theme}`, {}, async (page) => {
      const isInPage = scene.address.startsWith('guard.html');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      // The tokens' contrast is held by numbers. In the full run every scene is searched in both themes.
      if (isFull || (theme === 'light' && scenes.indexOf(scene) % 2 === 0))
        expect(await violations(page, isInPage, theme === 'dark' && !isInPage)).toEqual([]);
      const taken = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
      if (isSameFonts) expect(comparePicture(`${name}-${theme}`, taken)).toBeUndefined();
    }),
  );
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareReading } from './reader/compare-reading.ts';
import { type CorpusPage, fixturePages, knownMisses, renderedPages } from './reader/corpus.ts';
import { bundleReader, launchChromium, openReaderPage } from './reader/reader-page.ts';
import { Tally } from './reader/tally.ts';

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), bundleReader()]);
});
afterAll(() => browser.close());

const withRecipes = new Tally();
const byLabels = new Tally();
/** What a recipe alone can know: the venue, its own name of a contract, and rows that are named by it. */
const ofTheRecipe = new Set(['venue', 'symbol', 'positions', 'complete', 'sizeBase', 'positionMode']);

async function check(page: CorpusPage, tally: Tally): Promise<void> {
  const open = await openReaderPage(browser, script, page);
  try {
    const { reading, health } = await open.read();
    tally.add(page.venue, page.name, compareReading(reading, { ...page.expected, ...page.byRecipe }));
    if (page.readBy !== undefined) expect(health.readBy).toBe(page.readBy);
    expect(health.scope).toBe(page.scope ?? 'ticket');
    expect(health.failedChecks).toEqual(page.failedChecks ?? []);
    for (const press of page.presses ?? []) {
      const pressed = await open.press(press.on, press.kind);
      const name = `${page.name} at ${press.on} (${press.kind})`;
      if (press.expected === null) expect(pressed, name).toBeNull();
      else if (pressed === null) throw new Error(`${name}: no order button`);
      else tally.add(page.venue, name, compareReading(pressed.reading, press.expected));
    }
    const labels = Object.fromEntries(
      Object.entries(page.expected).filter(([field]) => !ofTheRecipe.has(field)),
    );
    const alone = await open.read(false);
    byLabels.add(page.venue, page.name, compareReading(alone.reading, labels));
  } finally {
    await open.close();
  }
}

describe('hand-written order screens', () => {
  it.each(fixturePages().map((page) => [page.name, page] as const))('%s', async (_, page) => {
    await check(page, withRecipes);
  });

  it('misses what the ledger names and nothing else', () => {
    expect([...withRecipes.missed].sort()).toEqual([...knownMisses()].sort());
  });
});

describe('rendered order screens of real front ends', () => {
  const pages = renderedPages();
  if (pages.length === 0) {
    it('left out: this machine has none', () => {
      console.log('rendered order screens: left out, there are none on this machine');
    });
    return;
  }
  const tally = new Tally();
  it.each(pages.map((page) => [page.name, page] as const))('%s', async (_, page) => {
    await check(page, tally);
  });
  it('reads every value present and gives none wrong', () => {
    console.log(tally.table());
    expect(tally.wrong).toEqual([]);
    expect(tally.missed).toEqual([]);
  });
});

describe('the corpus as a whole', () => {
  it('has no wrong value, with recipes and by labels alone', () => {
    console.log(withRecipes.table());
    expect(withRecipes.wrong).toEqual([]);
    expect(byLabels.wrong).toEqual([]);
  });

  it('reads at least 95 % with recipes and 85 % of the main fields by labels alone', () => {
    const main = ['marginMode', 'leverage', 'price', 'size', 'available'];
    console.log(
      `with recipes ${withRecipes.share().toFixed(3)}, main fields by labels ${byLabels.share(main).toFixed(3)}`,
    );
    expect(withRecipes.share()).toBeGreaterThanOrEqual(0.95);
    expect(byLabels.share(main)).toBeGreaterThanOrEqual(0.85);
  });
});

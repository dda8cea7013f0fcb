import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfPage } from './reader/check-page.ts';
import { type CorpusItem, fixtureItems, knownMisses, renderedItems } from './reader/corpus.ts';
import { bundleReader, launchChromium } from './reader/reader-page.ts';
import { Tally } from './reader/tally.ts';

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), bundleReader()]);
});
afterAll(() => browser.close());

const withRecipes = new Tally();
const byLabels = new Tally();
const known = knownMisses();

/** Fails on whatever is not right about one page, so that a run of this page alone says all there is to say. */
async function check(item: CorpusItem, tally: Tally): Promise<void> {
  if ('fault' in item) throw new Error(`${item.name}: ${item.fault}`);
  const tallies = { withRecipes: tally, byLabels };
  expect(await faultsOfPage(browser, script, item.page, tallies, known)).toEqual([]);
}

describe('hand-written order screens', () => {
  it.each(fixtureItems().map((item) => [item.name, item] as const))('%s', async (_, item) => {
    await check(item, withRecipes);
  });

  it('misses what the ledger names and nothing else', () => {
    expect([...withRecipes.missed].sort()).toEqual([...known].sort());
  });
});

describe('rendered order screens of real front ends', () => {
  const items = renderedItems();
  if (items.length === 0) {
    it('left out: this machine has none', () => {
      console.log('rendered order screens: left out, there are none on this machine');
    });
    return;
  }
  const tally = new Tally();
  it.each(items.map((item) => [item.name, item] as const))('%s', async (_, item) => {
    await check(item, tally);
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

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketState } from '../../src/domain/health.ts';
import { languages } from '../../src/reader/labels/languages.ts';
import { compareReading, type Expected } from './reader/compare-reading.ts';
import { type CorpusPage, fixturePages } from './reader/corpus.ts';
import { mutations } from './reader/mutations.ts';
import { bundleReader, launchChromium, openReaderPage, type ReaderPage } from './reader/reader-page.ts';
import { Tally } from './reader/tally.ts';

let browser: Browser;
let open: ReaderPage;

beforeAll(async () => {
  const [started, script] = await Promise.all([launchChromium(), bundleReader()]);
  browser = started;
  open = await openReaderPage(browser, script, { html: '<!doctype html>', url: 'https://mutants.example/' });
});
afterAll(() => browser.close());

const all = new Tally();
const pages = fixturePages().filter(({ scope }) => scope === undefined);
/** Venues whose own code fixes the format of every number: another one on their page is not to be expected. */
const fixedFormat = new Set(['orderly', 'practice']);

/** What is right after the change, where the change alters what the page says; the rest stays as it was. */
function afterwards(name: string, page: CorpusPage): Expected {
  const expected = { ...page.expected };
  if (name === 'unit of the size switched' && expected.sizeUnit !== 'unknown') {
    // A share stands with the digits, a cost with its caption; neither has a unit beside the input to switch.
    const stays = ['quote', 'cost', 'percent'].some((unit) => unit === expected.sizeUnit);
    if (!stays) expected.sizeUnit = 'quote';
    delete expected.sizeBase;
    // A list whose rows name another unit than before says other sizes.
    delete expected.positions;
  }
  if (name === 'price removed' && expected.price !== undefined) {
    expected.price = 'unknown';
    if (expected.sizeUnit !== 'base') delete expected.sizeBase;
    if (page.expected.price !== 'unknown') delete expected.sizeUnit;
  }
  if (name === 'mode and leverage removed') {
    delete expected.marginMode;
    delete expected.leverage;
  }
  return expected;
}

const tongues = Object.keys(languages);
/** Every page in one of the twenty languages, each language on every twentieth page; all of them in the full run. */
function tonguesFor(page: CorpusPage): readonly string[] {
  if (process.env.RINGFENCE_FULL !== undefined) return tongues;
  return tongues.filter((_, at) => at % 20 === pages.indexOf(page) % 20);
}

describe('pages that change', () => {
  it.each(Object.keys(mutations))(
    '%s',
    async (name) => {
      const tally = new Tally();
      const inputsOnly = name === 'separators of inputs switched';
      for (const page of pages.filter(({ venue }) => !inputsOnly || !fixedFormat.has(venue))) {
        for (const tongue of name === 'labels translated' ? tonguesFor(page) : ['en']) {
          const price = page.expected.price === 'unknown' ? '' : page.expected.price;
          const call = [page.html, page.url, name, tongue, price ?? '']
            .map((value) => JSON.stringify(value))
            .join(', ');
          const { reading } = await open.page.evaluate<TicketState>(`readMutated(${call})`);
          const outcomes = compareReading(reading, afterwards(name, page));
          const title = `${page.name}${tongue === 'en' ? '' : ` in ${tongue}`}`;
          tally.add(name, title, outcomes);
          all.add(name, title, outcomes);
        }
      }
      console.log(`${name}: ${(tally.share() * 100).toFixed(1)} % read, ${tally.wrong.length} wrong`);
      expect(tally.wrong).toEqual([]);
    },
    300_000,
  );

  it('are still read to at least 70 % over all changes', () => {
    expect(all.share()).toBeGreaterThanOrEqual(0.7);
  });
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketState } from '../../src/domain/health.ts';
import type { TaughtField } from '../../src/domain/taught.ts';
import { compareReading, type Expected } from './reader/compare-reading.ts';
import { type CorpusPage, fixturePages } from './reader/corpus.ts';
import { mutations } from './reader/mutations.ts';
import { bundleForPage, launchChromium, openReaderPage, type ReaderPage } from './reader/reader-page.ts';
import type { TaughtOutcome } from './teach/teach-entry.ts';

const entry = fileURLToPath(new URL('./teach/teach-entry.ts', import.meta.url));
let browser: Browser;
let open: ReaderPage;

beforeAll(async () => {
  const [started, script] = await Promise.all([launchChromium(), bundleForPage(entry)]);
  browser = started;
  open = await openReaderPage(browser, script, { html: '<!doctype html>', url: 'https://taught.example/' });
});
afterAll(() => browser?.close());

const pages = fixturePages().filter(({ scope }) => scope === undefined);
/** Venues whose own code fixes the format of every number: another one on their page is not to be expected. */
const fixedFormat = new Set(['orderly', 'practice']);
/**
 * Every other page is taught, in one of the four ways, each change is tried on every 56th page of each way; all on all of
 * them in the full run.
 */
function pagesFor(mutation: string, way: number): readonly CorpusPage[] {
  const fit =
    mutation === 'separators of inputs switched'
      ? pages.filter(({ venue }) => !fixedFormat.has(venue))
      : pages;
  if (process.env.RINGFENCE_FULL !== undefined) return fit;
  if (mutation === 'nothing') return fit.filter((_, at) => at % 8 === 2 * way);
  const turn = 3 * Object.keys(mutations).indexOf(mutation) + 14 * way;
  return fit.filter(({ name }, at) => at % 56 === turn % 56 || foundBefore[mutation] === name);
}

/** Where another element was once taken for the one that was shown: tried every time, in every way. */
const foundBefore: Readonly<Record<string, string>> = {
  'inputs in shadow roots': 'mexc/hedge-isolated-hidden-twins.html',
  'mode and leverage removed': 'bitmex/amounts-in-thousandths.html',
};

/** What is right after the change, where the change alters what the page says. */
function afterwards(name: string, page: CorpusPage): Expected {
  const expected = { ...page.expected };
  if (name === 'unit of the size switched') {
    for (const gone of ['sizeUnit', 'sizeBase', 'positions']) delete expected[gone];
  }
  if (name === 'price removed') for (const gone of ['price', 'sizeBase', 'sizeUnit']) delete expected[gone];
  if (name === 'mode and leverage removed') {
    delete expected.marginMode;
    delete expected.leverage;
  }
  return expected;
}

const taughtOnly = [
  'size',
  'sizeUnit',
  'marginMode',
  'leverage',
  'available',
  'price',
  'walletBalance',
  'equity',
];

describe.each([
  { way: 0, words: 'its own words', madeUp: false, stripped: false },
  { way: 1, words: 'its own words, without hooks', madeUp: false, stripped: true },
  { way: 2, words: 'made-up words', madeUp: true, stripped: false },
  { way: 3, words: 'made-up words, without hooks', madeUp: true, stripped: true },
])('taught in $words', ({ way, madeUp, stripped }) => {
  it.each(['nothing', ...Object.keys(mutations)])(
    'then %s: the same element or none',
    async (mutation) => {
      let same = 0;
      let taught = 0;
      const wrong: string[] = [];
      for (const page of pagesFor(mutation, way)) {
        const price =
          typeof page.expected.price === 'string' && page.expected.price !== 'unknown'
            ? page.expected.price
            : '';
        const call = [page.html, page.url, page.expected, { madeUp, stripped, mutation, price }]
          .map((value) => JSON.stringify(value))
          .join(', ');
        const { lessons, found, after } = await open.page.evaluate<TaughtOutcome>(`teachMutated(${call})`);
        for (const [name, lesson] of Object.entries(lessons)) {
          if (lesson.startsWith('wrong')) wrong.push(`${page.name} ${name} ${lesson}`);
        }
        for (const [name, outcome] of Object.entries(found)) {
          taught += 1;
          if (outcome === 'same') same += 1;
          if (outcome === 'other') wrong.push(`${page.name} ${name}`);
        }
        const right = afterwards(mutation, page);
        const fields = Object.fromEntries(
          Object.entries(right).filter(([name]) => taughtOnly.includes(name) && found[name] !== undefined),
        );
        for (const { field, outcome, got, expected } of compareReading(after.reading, fields)) {
          if (outcome === 'wrong') wrong.push(`${page.name} ${field}: ${got}, right is ${expected}`);
        }
      }
      console.log(`${mutation}: ${same} of ${taught} found again, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
    },
    300_000,
  );
});

describe('a page whose recipe has broken', () => {
  const broken = readFileSync(
    new URL('../fixtures/venues/binance/broken-form.html', import.meta.url),
    'utf8',
  );
  const url = 'https://www.binance.com/en/futures/BTCUSDT';
  type Point = { readonly kind: string; readonly field?: TaughtField };

  async function taughtThere(): Promise<{ page: ReaderPage; fields: TaughtField[] }> {
    const script = await bundleForPage(entry);
    const page = await openReaderPage(browser, script, { html: broken, url });
    const fields: TaughtField[] = [];
    const point = async (selector: string, name: string) => {
      const lesson = await page.page.evaluate<Point>(
        `point(${JSON.stringify(selector)}, ${JSON.stringify(name)})`,
      );
      if (lesson.field === undefined) throw new Error(`${name}: ${JSON.stringify(lesson)}`);
      fields.push(lesson.field);
      await page.page.evaluate(`setTaught(${JSON.stringify(fields)})`);
    };
    await point('input:nth-of-type(2)', 'size');
    await point('.bn-button__buy', 'buy');
    await point('.bn-button__sell', 'sell');
    await point('input:nth-of-type(1)', 'price');
    return { page, fields };
  }

  it('reads what was shown, and a press on the shown buttons', async () => {
    const { page } = await taughtThere();
    const { reading, health } = await page.page.evaluate<TicketState>('readTaught()');
    expect(health).toMatchObject({ scope: 'ticket', readBy: 'taught' });
    expect(reading).toMatchObject({
      size: { value: '0.5', from: { how: 'taught' } },
      price: { value: '64000.0', from: { how: 'taught' } },
      marginMode: { value: 'cross' },
      leverage: { value: '20' },
    });
    const pressed = await page.page.evaluate<TicketState>('pressTaught(".bn-button__sell")');
    expect(pressed.reading.side).toMatchObject({ value: 'short' });
    await page.close();
  });

  it.each([
    ['an input more', 'document.querySelector(".bn-button__buy").before(document.createElement("input"))'],
    ['an input fewer', 'document.querySelector("input").remove()'],
    [
      'one fewer and another behind',
      'document.querySelector("input").remove(); const stop = document.createElement("p"); stop.textContent = "Stop"; document.querySelector(".bn-button__buy").before(stop, document.createElement("input"))',
    ],
  ])('never takes one input for another: %s', async (_, change) => {
    const { page } = await taughtThere();
    await page.page.evaluate(`(() => { ${change} })()`);
    const { reading, health } = await page.page.evaluate<TicketState>('readTaught()');
    for (const [name, right] of [
      ['size', '0.5'],
      ['price', '64000.0'],
    ] as const) {
      const field = reading[name];
      if (field.known) expect(field.value, name).toBe(right);
    }
    expect(health.taughtLost).toContain('size');
    const pressed = await page.page.evaluate<TicketState | null>('pressTaught(".bn-button__buy")');
    expect(pressed?.reading.side).toMatchObject({ value: 'long' });
    await page.close();
  });
});

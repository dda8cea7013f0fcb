import type { Browser } from 'playwright-core';
import { compareReading } from './compare-reading.ts';
import type { CorpusPage } from './corpus.ts';
import { openReaderPage, type ReaderPage } from './reader-page.ts';
import type { Tally } from './tally.ts';

/** What a recipe alone can know: the venue, its own name of a contract, and rows that are named by it. */
const ofTheRecipe = new Set(['venue', 'symbol', 'positions', 'complete', 'sizeBase', 'positionMode']);

export interface Tallies {
  readonly withRecipes: Tally;
  readonly byLabels: Tally;
}

/**
 * Everything that is not right about how a page is read, a line each: wrong values, with the recipe and by labels alone,
 * what the page says and the reader does not (unless it is known to be missed), the health line, and presses. The tallies
 * count all of it.
 */
export async function faultsOfPage(
  browser: Browser,
  script: string,
  page: CorpusPage,
  tallies: Tallies,
  known: readonly string[],
): Promise<readonly string[]> {
  const open = await openReaderPage(browser, script, page);
  try {
    return [
      ...(await faultsOfReading(open, page, tallies.withRecipes, known)),
      ...(await faultsOfPresses(open, page, tallies.withRecipes, known)),
      ...(await faultsByLabels(open, page, tallies.byLabels)),
    ];
  } finally {
    await open.close();
  }
}

async function faultsOfReading(
  open: ReaderPage,
  page: CorpusPage,
  tally: Tally,
  known: readonly string[],
): Promise<readonly string[]> {
  const { reading, health } = await open.read();
  const expected = { ...page.expected, ...page.byRecipe };
  const { wrong, missed } = tally.add(page.venue, page.name, compareReading(reading, expected));
  const line = (what: string, got: unknown, right: unknown) =>
    JSON.stringify(got) === JSON.stringify(right)
      ? []
      : [`${page.name} ${what}: got ${JSON.stringify(got)}, right is ${JSON.stringify(right)}`];
  return [
    ...wrong,
    ...unlisted(missed, known),
    ...line('scope', health.scope, page.scope ?? 'ticket'),
    ...line('failedChecks', health.failedChecks, page.failedChecks ?? []),
    ...(page.readBy === undefined ? [] : line('readBy', health.readBy, page.readBy)),
  ];
}

async function faultsOfPresses(
  open: ReaderPage,
  page: CorpusPage,
  tally: Tally,
  known: readonly string[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { on, kind, expected } of page.presses ?? []) {
    const name = `${page.name} at ${on} (${kind})`;
    if (!(await open.has(on))) {
      faults.push(`${name}: the page has nothing by that selector`);
      continue;
    }
    const pressed = await open.press(on, kind);
    if (expected === null && pressed !== null) faults.push(`${name}: taken for an order button`);
    if (expected !== null && pressed === null) faults.push(`${name}: no order button`);
    if (expected === null || pressed === null) continue;
    const { wrong, missed } = tally.add(page.venue, name, compareReading(pressed.reading, expected));
    faults.push(...wrong, ...unlisted(missed, known));
  }
  return faults;
}

async function faultsByLabels(open: ReaderPage, page: CorpusPage, tally: Tally): Promise<readonly string[]> {
  const expected = Object.entries(page.expected).filter(([field]) => !ofTheRecipe.has(field));
  const { reading } = await open.read(false);
  const { wrong } = tally.add(page.venue, page.name, compareReading(reading, Object.fromEntries(expected)));
  return wrong.map((line) => `by labels alone: ${line}`);
}

function unlisted(missed: readonly string[], known: readonly string[]): readonly string[] {
  return missed
    .filter((name) => !known.includes(name))
    .map((name) => `${name}: the page says it, it is not read, and known-misses.json does not name it`);
}

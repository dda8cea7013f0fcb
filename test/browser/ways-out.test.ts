import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CorpusPage, fixturePages } from './reader/corpus.ts';
import { bundleForPage, launchChromium, openPage } from './reader/reader-page.ts';

/**
 * Ways out of risk are never held: with a judge that wants every order held, every press on the written order screens
 * that closes, reduces, cancels or edits a stop reaches the page whole, every event of it.
 */
const entry = fileURLToPath(new URL('./ways-out/guard-entry.ts', import.meta.url));
/** Pressed on each page besides its ways out and its order buttons. */
const otherPresses = 4;

interface Outcome {
  readonly held: number;
  readonly sent: number;
  readonly lost: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), bundleForPage(entry)]);
});
afterAll(() => browser?.close());

const tally = {
  close: 0,
  reduce: 0,
  'no order button': 0,
  'reduce-only ticked': 0,
  'close, cancel, stop': 0,
  other: 0,
};
const held = { opening: 0 };
let outOfReach = 0;

/** Calls something of the guard's entry in the page. */
function ask<T>(page: Page, call: string): Promise<T> {
  return page.evaluate(`ways.${call}`);
}

async function pressAt(page: Page, point: Point | null): Promise<Outcome | null> {
  if (point === null) return null;
  await ask(page, 'outcome()');
  await page.mouse.click(point.x, point.y);
  // What the gate puts off is put off by less than this.
  await page.waitForTimeout(5);
  const outcome = await ask<Outcome>(page, 'outcome()');
  return outcome.sent === 0 ? null : outcome;
}

async function passes(
  page: Page,
  what: string,
  point: Point | null,
  kind: keyof typeof tally,
): Promise<void> {
  const outcome = await pressAt(page, point);
  if (outcome === null) {
    outOfReach += 1;
    return;
  }
  expect(outcome, what).toMatchObject({ held: 0, lost: 0 });
  tally[kind] += 1;
}

async function pressWaysOut(page: Page, one: CorpusPage): Promise<void> {
  for (const { on, kind, expected } of one.presses ?? []) {
    if (kind !== 'pointer') continue;
    const point = await ask<Point | null>(page, `pointOn(${JSON.stringify(on)})`);
    const effect = expected === null ? 'no order button' : expected.effect;
    if (effect === 'close' || effect === 'reduce' || effect === 'no order button') {
      await passes(page, `${one.name} ${on}`, point, effect);
    }
  }
  const list = await ask<readonly { isOut: boolean; text: string }[]>(page, `list(${otherPresses})`);
  for (const [index, { isOut, text }] of list.entries()) {
    const point = await ask<Point | null>(page, `pointAt(${index})`);
    await passes(page, `${one.name} "${text}"`, point, isOut ? 'close, cancel, stop' : 'other');
  }
}

/** With its reduce-only box ticked every button of the ticket passes; one of a ticket without such a box is held. */
async function pressReduceOnly(page: Page, one: CorpusPage): Promise<void> {
  const wasReducing = await ask<readonly boolean[]>(page, 'submits()');
  if (await ask<boolean>(page, 'tickReduce()')) {
    for (const [index, isReducing] of (await ask<readonly boolean[]>(page, 'submits()')).entries()) {
      if (!isReducing) continue;
      const point = await ask<Point | null>(page, `pointOfSubmit(${index})`);
      await passes(page, `${one.name} reduce-only, button ${index}`, point, 'reduce-only ticked');
    }
    return;
  }
  const opening = wasReducing.indexOf(false);
  if (opening < 0) return;
  const outcome = await pressAt(page, await ask<Point | null>(page, `pointOfSubmit(${opening})`));
  if (outcome !== null && outcome.lost > 0) held.opening += 1;
}

async function pressEverything(one: CorpusPage): Promise<void> {
  const { page, close } = await openPage(browser, script, one);
  try {
    await pressWaysOut(page, one);
    await pressReduceOnly(page, one);
  } finally {
    await close();
  }
}

describe('ways out on the order screens of every venue', () => {
  const isFull = process.env.RINGFENCE_FULL !== undefined;
  const whole = fixturePages().filter(({ html }) => html.length < 400_000);
  /** Every venue's first page and every eighth of all; the full run presses on all of them. */
  const pages = whole.filter(
    ({ venue }, at) => isFull || at % 8 === 0 || whole.findIndex((one) => one.venue === venue) === at,
  );
  const share = isFull ? 1 : 0.1;
  it.concurrent.each(pages.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    await pressEverything(one);
  });

  it('were pressed in numbers, while openings were held', () => {
    const venues = new Set(pages.map(({ venue }) => venue)).size;
    console.log(`ways out on ${pages.length} pages of ${venues} venues, none held:`, JSON.stringify(tally));
    console.log(
      `out of a pointer's reach: ${outOfReach}; openings tried for comparison and held: ${held.opening}`,
    );
    expect(tally.close + tally.reduce).toBeGreaterThanOrEqual(20 * share);
    expect(tally['reduce-only ticked']).toBeGreaterThanOrEqual(80 * share);
    expect(tally['close, cancel, stop']).toBeGreaterThanOrEqual(70 * share);
    expect(held.opening).toBeGreaterThanOrEqual(60 * share);
  });
});

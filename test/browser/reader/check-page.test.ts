import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pageFile } from '../../../tools/new-venue/templates.ts';
import { faultsOfPage } from './check-page.ts';
import { type CorpusPage, itemsIn } from './corpus.ts';
import { bundleReader, launchChromium } from './reader-page.ts';
import { Tally } from './tally.ts';

/** A cross ticket: 20x, 1,204.55 USDT available, price 62,500, size 0.25. */
const html = pageFile({ symbol: 'BTCUSDT', base: 'BTC', quote: 'USDT' });
const url = 'https://newdex.example/futures/BTCUSDT';

describe('one page of the corpus', () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([launchChromium(), bundleReader()]);
  });
  afterAll(() => browser.close());

  const faults = (page: Partial<CorpusPage>, known: readonly string[] = []) => {
    const whole = { venue: 'new', name: 'new/a.html', lang: 'en', html, url, expected: {}, ...page };
    return faultsOfPage(browser, script, whole, { withRecipes: new Tally(), byLabels: new Tally() }, known);
  };

  it('has no fault where it is read as it is', async () => {
    const presses = [{ on: '#long', kind: 'pointer', expected: { side: 'long' } }] as const;
    const expected = { available: '1204.55', leverage: '20', stopLoss: 'unknown' };
    expect(await faults({ expected, presses })).toEqual([]);
  });

  it('fails on a wrong value, and on a value where the page is said to show none', async () => {
    expect(await faults({ expected: { available: '1204.56', leverage: 'unknown' } })).toEqual([
      'new/a.html available: got 1204.55, right is 1204.56',
      'new/a.html leverage: got 20, right is unknown',
      'by labels alone: new/a.html available: got 1204.55, right is 1204.56',
      'by labels alone: new/a.html leverage: got 20, right is unknown',
    ]);
  });

  it('fails on a miss, unless the ledger names it', async () => {
    const page = { expected: { walletBalance: '5' } };
    expect(await faults(page)).toEqual([
      expect.stringMatching(/^new\/a\.html walletBalance: .*known-misses/),
    ]);
    expect(await faults(page, ['new/a.html walletBalance'])).toEqual([]);
  });

  it('fails on a press that is none, one that is one, one that reads wrong, and one on nothing', async () => {
    const presses = [
      { on: '#lng', kind: 'pointer', expected: { side: 'long' } },
      { on: '[role=tab]', kind: 'pointer', expected: { side: 'long' } },
      { on: '#long', kind: 'pointer', expected: null },
      { on: '#long', kind: 'key', expected: { side: 'short' } },
    ] as const;
    expect(await faults({ presses })).toEqual([
      'new/a.html at #lng (pointer): the page has nothing by that selector',
      'new/a.html at [role=tab] (pointer): no order button',
      'new/a.html at #long (pointer): taken for an order button',
      'new/a.html at #long (key) side: got long, right is short',
    ]);
  });

  it('fails on what the health line says otherwise', async () => {
    expect(await faults({ scope: 'none', failedChecks: ['size'], readBy: 'recipe' })).toEqual([
      'new/a.html scope: got "ticket", right is "none"',
      'new/a.html failedChecks: got [], right is ["size"]',
      'new/a.html readBy: got "labels", right is "recipe"',
    ]);
  });
});

describe('the list of a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ringfence-corpus-'));
    writeFileSync(join(folder, 'a.html'), html);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const items = (list: unknown) => {
    writeFileSync(join(folder, 'expected.json'), JSON.stringify(list));
    return itemsIn('new', folder);
  };
  const good = { url, lang: 'en', expected: { leverage: '20' } };
  const faultOf = (entry: unknown) => items({ 'a.html': entry })[0];

  it('names a page without an entry and an entry without a page, beside the pages that are whole', () => {
    writeFileSync(join(folder, 'b.html'), html);
    expect(items({ 'a.html': good, 'c.html': good })).toEqual([
      { name: 'new/a.html', page: { ...good, venue: 'new', name: 'new/a.html', html } },
      { name: 'new/c.html', fault: expect.stringContaining('no such file') },
      { name: 'new/b.html', fault: expect.stringContaining('not tested') },
    ]);
  });

  it('names a list that is missing or is no JSON', () => {
    expect(itemsIn('new', folder)).toEqual([
      { name: 'new/expected.json', fault: expect.stringContaining('ENOENT') },
    ]);
    writeFileSync(join(folder, 'expected.json'), '{');
    expect(itemsIn('new', folder)).toEqual([
      { name: 'new/expected.json', fault: expect.stringMatching(/JSON/) },
    ]);
  });

  it.each([
    ['a field', { expected: { leverag: '20' } }, /no such field "leverag"; fields are venue, .*leverage/],
    [
      'a field at a press',
      { presses: [{ on: '#a', kind: 'key', expected: { sid: 'long' } }] },
      /"sid"; fields are/,
    ],
    [
      'a member of a row',
      { expected: { positions: [{ entry: '1' }] } },
      /"entry" of a position; .*entryPrice/,
    ],
    ['a value in figures', { expected: { leverage: 20 } }, /expected\.leverage: .*20/],
    [
      'a kind of press',
      { presses: [{ on: '#a', kind: 'click', expected: null }] },
      /presses\.0\.kind: .*pointer/,
    ],
    ['a member of the entry', { pressses: [] }, /pressses/],
    ['an address', { url: 'newdex' }, /url: /],
    ['a viewport', { viewport: 'wide' }, /viewport: /],
  ])('names %s that there is not', (_, slip, words) => {
    expect(faultOf({ ...good, ...slip })).toEqual({
      name: 'new/a.html',
      fault: expect.stringMatching(words),
    });
  });
});

import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaughtField } from '../../src/domain/taught.ts';
import type { MissedAnchor } from '../../tools/read/missed-anchors.ts';
import { missedTable } from '../../tools/read/missed-table.ts';
import { fixturePages } from './reader/corpus.ts';
import { bundleForPage, launchChromium, openPage } from './reader/reader-page.ts';

/** What `npm run read -- … --table` says of anchors that nothing was read by. */
const entry = fileURLToPath(new URL('../../tools/read/missed-anchors-entry.ts', import.meta.url));

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), bundleForPage(entry)]);
});
afterAll(() => browser?.close());

async function missedOn(
  name: string,
  change: (html: string) => string,
  taught: readonly TaughtField[] = [],
): Promise<readonly MissedAnchor[]> {
  const found = fixturePages().find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is gone`);
  const html = change(found.html);
  const { page, close } = await openPage(browser, script, { ...found, html });
  try {
    return await page.evaluate(`missedAnchors(${JSON.stringify(taught)})`);
  } finally {
    await close();
  }
}

describe('anchors that nothing was read by', () => {
  const binance = 'binance/cross-one-way-by-cost-line.html';
  const whyOf = (missed: readonly MissedAnchor[], field: string) =>
    missed.filter((one) => one.field === field).map(({ why }) => why);

  it('are none of fields that the recipe reads', async () => {
    const missed = await missedOn(binance, (html) => html);
    for (const field of ['size', 'ticket', 'order button']) expect(whyOf(missed, field)).toEqual([]);
  });

  it('say that nothing matches, or that nobody can see what does', async () => {
    const gone = await missedOn(binance, (html) => html.replaceAll('unitAmount', 'somethingElse'));
    expect(whyOf(gone, 'size')).toContain('nothing here matches');
    const hidden = await missedOn(binance, (html) =>
      html.replace('</head>', '<style>[name="orderForm"]{visibility:hidden}</style></head>'),
    );
    expect(whyOf(hidden, 'ticket')).toContain('1 element matches, and nobody can see it');
  });

  it('say what stood there that could not be read', async () => {
    const missed = await missedOn(binance, (html) =>
      html.replace(/(<input[^>]*unitAmount[^>]*value=")[^"]*"/, '$1about ten"'),
    );
    expect(whyOf(missed, 'size')).toContain('says "about ten" (unparsable)');
  });

  it('that somebody taught say where each of their prints leads', async () => {
    const size: TaughtField = {
      name: 'size',
      kind: 'input',
      where: 'page',
      mark: { tag: 'input', attributes: [{ name: 'id', value: 'amount-of-old', match: 'is' }], up: 0 },
      words: { text: 'how much', offset: 1, own: true },
      place: { path: 'div:9/input:1', before: 90, behind: 90, layout: '' },
      lead: '',
      meanings: {},
      unit: '',
      overruled: [],
      taughtAt: '2026-11-01T00:00:00.000Z',
    };
    const [lost] = await missedOn(binance, (html) => html, [size]);
    expect(lost).toMatchObject({ field: 'size', layout: 'taught' });
    expect(lost?.why).toBe(
      'name: leads to nothing; words "how much": lead to nothing, or to several places; place: leads to nothing',
    );
  });

  it('stand on one line each, whatever the page says', () => {
    const one = { field: 'size', layout: 'desktop', place: '#a', why: 'says "x\n\u001b[31my"' };
    expect(missedTable([one, { ...one, layout: '' }])).toBe(
      'Anchors that nothing was read by:\n  size\n    #a [desktop]: says "x [31my"\n    #a: says "x [31my"\n',
    );
    expect(missedTable([])).toBe('');
  });
});

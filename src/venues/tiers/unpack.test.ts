import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import sample from '../../../test/fixtures/tiers/published-amounts.json' with { type: 'json' };
import { itWhere } from '../../../test/support/where.ts';
import { compareDecimals, decimal } from '../../domain/decimal-string.ts';
import type { BracketTable, MarginTier } from '../../domain/instrument.ts';
import { parse } from '../../engine/decimal.ts';
import { TieredCurve } from '../../engine/models/maintenance-curve.ts';
import { venueFacts } from '../facts.ts';
import { isOldTable } from './table-age.ts';
import { bracketTable } from './unpack.ts';

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
const load = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'));
const today = new Date('2026-11-21T12:00:00Z');

function tableOf(file: string, symbol: string, now = today): BracketTable {
  const table = bracketTable(load(`${file}.json`), symbol, now);
  if (table === undefined) throw new Error(`${file} has no ${symbol}`);
  return table;
}

describe.each(files)('%s', (file) => {
  const packed = load(file) as { symbols: Record<string, number> };

  it('has a ladder for every symbol: from 0, no gap, rates never fall, an end where it is incomplete', () => {
    for (const symbol of Object.keys(packed.symbols)) {
      const table = bracketTable(packed, symbol, today);
      if (table === undefined) throw new Error(`${symbol} without brackets`);
      expect(table.tiers[0]?.floor).toBe('0');
      table.tiers.slice(1).forEach((tier, index) => {
        const below = table.tiers[index] as MarginTier;
        expect(tier.floor).toBe(below.cap);
        expect(compareDecimals(tier.rate, below.rate)).toBeGreaterThanOrEqual(0);
      });
      if (table.incomplete) expect(table.tiers.at(-1)?.cap).not.toBeNull();
    }
  });

  it('is named by a venue', () => {
    expect(Object.values(venueFacts).map(({ tierTable }) => `${tierTable}.json`)).toContain(file);
  });
});

it('every venue that names a table has it', () => {
  for (const { tierTable } of Object.values(venueFacts)) {
    if (tierTable !== undefined) expect(files).toContain(`${tierTable}.json`);
  }
});

it('808 Binance contracts, BTCUSDT among them at its published brackets', () => {
  const packed = load('binance.json') as { symbols: object };
  expect(Object.keys(packed.symbols)).toHaveLength(808);
  expect(tableOf('binance', 'BTCUSDT').tiers[0]).toMatchObject({
    floor: '0',
    rate: '0.004',
    maxLeverage: '150',
  });
});

it.each([null, 5, 'text', [], {}, { tables: [], symbols: { A: 0 } }, { tables: ['x'], symbols: { A: 0 } }])(
  'is undefined for %j',
  (packed) => {
    expect(bracketTable(packed, 'A', today)).toBeUndefined();
    expect(bracketTable(packed, 'toString', today)).toBeUndefined();
  },
);

describe('what has to be known before a table is trusted', () => {
  it.each([
    ['gate', 'BTC_USDT', '1000000'],
    ['kucoin', 'ETHUSDTM', '300000'],
    ['bybit', '1000PEPEUSDT', '7400000'],
    ['bybit', 'RVNUSDT', '3500000'],
    ['kraken', 'PF_ETHUSD', '2000000'],
  ])('%s %s is known up to %s and no further', (file, symbol, end) => {
    const { tiers, incomplete } = tableOf(file, symbol);
    expect(incomplete).toBe(true);
    expect(tiers.at(-1)?.cap).toBe(end);
  });

  it('counts coins or face value where the venue does', () => {
    expect(tableOf('mexc', 'BTC_USDT')).toMatchObject({ unit: 'size', incomplete: false, old: true });
    expect(tableOf('mexc', 'BTC_USDT').tiers.map(({ cap }) => cap)).toEqual(['1', '21', '41', '61', '81']);
    expect(tableOf('kraken', 'PI_XBTUSD')).toMatchObject({ unit: 'size', asOf: '2022-10', old: true });
    expect(tableOf('kraken', 'PF_ETHUSD')).toMatchObject({ unit: 'value', asOf: '2026-07-02', old: false });
  });

  it('grows old after 180 days, and the practice exchange never', () => {
    expect(tableOf('binance', 'BTCUSDT').old).toBe(false);
    expect(tableOf('binance', 'BTCUSDT', new Date('2027-01-01')).old).toBe(true);
    expect(tableOf('practice', 'BTCUSDT', new Date('2100-01-01'))).not.toHaveProperty('asOf');
    expect(tableOf('practice', 'BTCUSDT', new Date('2100-01-01')).old).toBe(false);
  });

  it.each([
    ['2026-05-25', false],
    ['2026-05-24', true],
    ['2026-06', false],
    ['2026-05', true],
    ['undated', true],
    ['', true],
  ])('a table of %j is old on 2026-11-21: %s', (asOf, old) => {
    expect(isOldTable(asOf, new Date('2026-11-21T00:00:00Z'))).toBe(old);
  });
});

type PublishedRow = readonly (string | null)[];

/** Floor, cap, rate and amount of each published bracket against what the engine makes of the packed ladder. */
function expectPublished(table: BracketTable, rows: readonly PublishedRow[]): void {
  const curve = new TieredCurve(table.tiers, 'deduction');
  expect(table.tiers).toHaveLength(rows.length);
  rows.forEach(([floor, cap, rate, amount], index) => {
    expect(table.tiers[index]).toMatchObject({ floor, cap, rate });
    expect(curve.bracket(index)?.amount.eq(parse(decimal(amount ?? '')))).toBe(true);
  });
}

describe('published amounts follow from the packed rates', () => {
  const rows = Object.entries(sample).flatMap(([file, symbols]) =>
    Object.entries(symbols).map(([symbol, published]) => [file, symbol, published] as const),
  );

  it.each(rows)('%s %s', (file, symbol, published) => {
    expectPublished(tableOf(file, symbol), published);
  });

  const folder = join(import.meta.dirname, '../../../../shared/facts/tiers');
  const collected = join(folder, 'binance.json');
  itWhere(existsSync(collected), 'all 6,576 brackets of Binance USD-M', () => {
    const { symbols } = JSON.parse(readFileSync(collected, 'utf8')) as {
      symbols: Record<string, Record<string, string | null>[]>;
    };
    let count = 0;
    for (const [name, brackets] of Object.entries(symbols)) {
      const symbol = name.replace('/', '').replace(/:[^-]+-?/, (settle) => (settle.endsWith('-') ? '_' : ''));
      const published = brackets.map(
        (each): PublishedRow => [
          each.notionalFloor ?? null,
          each.notionalCap ?? null,
          each.maintenanceMarginRate ?? null,
          each.maintenanceAmount ?? null,
        ],
      );
      expectPublished(tableOf('binance', symbol), published);
      count += published.length;
    }
    expect(count).toBe(6576);
  });
});

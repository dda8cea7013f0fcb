import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareDecimals } from '../../domain/decimal-string.ts';
import type { MarginTier } from '../../domain/instrument.ts';
import { venueFacts } from '../facts.ts';
import { tiersFor } from './unpack.ts';

const tables = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
const load = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'));

describe.each(tables)('%s', (file) => {
  const table = load(file) as { symbols: Record<string, number>; asOf: string };
  const ladders = Object.keys(table.symbols).map((symbol) => tiersFor(table, symbol));

  it('has a whole ladder for every symbol: from 0, no gap, rates never fall', () => {
    for (const tiers of ladders) {
      if (tiers === undefined) throw new Error('a symbol without brackets');
      expect(tiers[0]?.floor).toBe('0');
      tiers.slice(1).forEach((tier, index) => {
        const below = tiers[index] as MarginTier;
        expect(tier.floor).toBe(below.cap);
        expect(compareDecimals(tier.rate, below.rate)).toBeGreaterThanOrEqual(0);
      });
    }
  });

  it('is named by a venue', () => {
    expect(Object.values(venueFacts).map(({ tierTable }) => `${tierTable}.json`)).toContain(file);
    expect(table.asOf).not.toBe('');
  });
});

it('every venue that names a table has it', () => {
  for (const { tierTable } of Object.values(venueFacts)) {
    if (tierTable !== undefined) expect(tables).toContain(`${tierTable}.json`);
  }
});

it('808 Binance contracts, BTCUSDT among them at its published brackets', () => {
  const table = load('binance.json') as { symbols: object };
  expect(Object.keys(table.symbols)).toHaveLength(808);
  expect(tiersFor(table, 'BTCUSDT')?.[0]).toMatchObject({ floor: '0', rate: '0.004', maxLeverage: '150' });
});

it.each([null, 5, 'text', [], {}, { tables: [], symbols: { A: 0 } }, { tables: ['x'], symbols: { A: 0 } }])(
  'is undefined for %j',
  (table) => {
    expect(tiersFor(table, 'A')).toBeUndefined();
    expect(tiersFor(table, 'toString')).toBeUndefined();
  },
);

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import rows from '../../test/golden/amounts.json' with { type: 'json' };
import { describeWhere } from '../../test/support/where.ts';
import { type DecimalString, decimal } from '../domain/decimal-string.ts';
import type { MarginTier } from '../domain/instrument.ts';
import { bracketTable } from '../venues/tiers/unpack.ts';
import { parse, plain } from './decimal.ts';
import { TieredCurve } from './models/maintenance-curve.ts';

/** The amounts that venues publish beside their brackets, from the rates alone: no packed table holds one. */

interface Published {
  readonly id: string;
  readonly source: string;
  /** The brackets, or which packed table has them. */
  readonly tiers?: readonly MarginTier[];
  readonly table?: string;
  readonly symbol?: string;
  readonly amounts: readonly string[];
}

const published = rows as unknown as readonly Published[];

const packed = (venue: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../venues/tiers/${venue}.json`), 'utf8'));

/** The age of a table decides how it is used, not what is in it. */
const anyDay = new Date('2026-07-02');
const tiersFor = (table: unknown, symbol: string) => bracketTable(table, symbol, anyDay)?.tiers;

function amountsOf(tiers: readonly MarginTier[]): DecimalString[] {
  const curve = new TieredCurve(tiers, 'deduction');
  return tiers.map((_, index) => {
    const bracket = curve.bracket(index);
    if (bracket === undefined) throw new Error(`no bracket ${index}`);
    return plain(bracket.amount);
  });
}

describe('published amounts', () => {
  it.each(published)('$id ($source)', ({ tiers, table, symbol, amounts }) => {
    const known = tiers ?? (table === undefined ? undefined : tiersFor(packed(table), symbol ?? ''));
    expect(amountsOf(known ?? [])).toEqual(amounts);
  });

  it('BN 1.2: maintenance of either bracket is the same at their edge', () => {
    const row = published.find(({ id }) => id === 'BN 1.2');
    const curve = new TieredCurve(row?.tiers ?? [], 'deduction');
    for (let index = 1; index < 12; index += 1) {
      const [below, above] = [curve.bracket(index - 1), curve.bracket(index)];
      const at = above?.floor ?? parse(decimal('0'));
      const asked = [below, above].map((each) => each && plain(at.times(each.rate).minus(each.amount)));
      expect(asked[0]).toBe(asked[1]);
    }
  });
});

interface Collected {
  readonly symbols: Readonly<Record<string, readonly { readonly maintenanceAmount: string }[]>>;
}

const collection = join(import.meta.dirname, '../../../shared/facts/tiers');

/** Collected name to the venue's own: BTC/USDT:USDT is BTCUSDT, a delivery contract BTC/USDT:USDT-260925 is BTCUSDT_260925. */
function symbolOf(name: string): string {
  const [, base, quote, delivery] = /^([^/]+)\/([^:]+):[^-]+(?:-(\d+))?$/.exec(name) ?? [];
  return `${base}${quote}${delivery === undefined ? '' : `_${delivery}`}`;
}

describeWhere(existsSync(collection), 'every amount of the collected tables (left out without them)', () => {
  const collected = (venue: string): Collected =>
    JSON.parse(readFileSync(join(collection, `${venue}.json`), 'utf8')) as Collected;

  it('Binance: 808 contracts, 5,768 edges, to the last digit', () => {
    const table = packed('binance');
    let edges = 0;
    for (const [name, rows] of Object.entries(collected('binance').symbols)) {
      const tiers = tiersFor(table, symbolOf(name));
      if (tiers === undefined) throw new Error(`no brackets for ${name}`);
      expect(amountsOf(tiers), name).toEqual(
        rows.map(({ maintenanceAmount }) => plain(parse(decimal(maintenanceAmount)))),
      );
      edges += rows.length - 1;
    }
    expect(edges).toBe(5768);
  });

  it('Bybit: four contracts, 94 edges', () => {
    let edges = 0;
    for (const [name, rows] of Object.entries(collected('bybit').symbols)) {
      const tiers = rows.map((row, index) => tierOf(row as unknown as CollectedRow, index === 0));
      expect(amountsOf(tiers), name).toEqual(
        rows.map(({ maintenanceAmount }) => plain(parse(decimal(maintenanceAmount)))),
      );
      edges += rows.length - 1;
    }
    expect(edges).toBe(94);
  });

  it('Hyperliquid: the deductions at the edges it has', () => {
    const { symbols } = collected('hyperliquid');
    for (const [symbol, rows] of Object.entries(symbols)) {
      const ours = amountsOf(tiersFor(packed('hyperliquid'), symbol) ?? []);
      expect(ours).toHaveLength(rows.length);
      rows.forEach(({ maintenanceAmount }, index) => {
        const off = parse(ours[index] ?? decimal('-1')).minus(parse(decimal(maintenanceAmount)));
        // 1 / 30 as a rate has 18 decimals in the collection, so its amount is good to 1e-9.
        expect(Math.abs(off.toNumber()), symbol).toBeLessThan(1e-9);
      });
    }
  });
});

interface CollectedRow {
  readonly maintenanceAmount: string;
  readonly notionalFloor: string;
  readonly notionalCap: string | null;
  readonly maintenanceMarginRate: string;
}

/** With its published amount where it is the first: the collection begins some tables further up. */
function tierOf(row: CollectedRow, isFirst: boolean): MarginTier {
  const { notionalFloor, notionalCap, maintenanceMarginRate, maintenanceAmount } = row;
  return {
    ...(isFirst ? { amount: decimal(maintenanceAmount) } : {}),
    floor: decimal(notionalFloor),
    cap: notionalCap === null ? null : decimal(notionalCap),
    rate: decimal(maintenanceMarginRate),
  };
}

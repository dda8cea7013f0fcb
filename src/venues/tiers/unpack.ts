import { type DecimalString, isDecimalString } from '../../domain/decimal-string.ts';
import type { MarginTier } from '../../domain/instrument.ts';

/**
 * A packaged bracket table: `tables` holds each distinct ladder once, `symbols` says which ladder a contract uses.
 *
 * A ladder is brackets joined by `|`, lowest first, each `cap rate maxLeverage`; `-` is an open cap or an unpublished
 * leverage. Floors follow from the caps below. Amounts are not stored: every packaged table is continuous (checked when
 * it is packed), so they follow from the rates.
 */
interface PackedTable {
  readonly asOf: string;
  readonly tables: readonly string[];
  readonly symbols: Readonly<Record<string, number>>;
}

function isPackedTable(table: unknown): table is PackedTable {
  if (typeof table !== 'object' || table === null) return false;
  const { tables, symbols } = table as Partial<PackedTable>;
  return Array.isArray(tables) && typeof symbols === 'object' && symbols !== null;
}

/**
 * The brackets of one contract, lowest first, from a packaged table; `undefined` when the table has none for it or is
 * not a table. The symbol is the one the venue's own page shows.
 */
export function tiersFor(table: unknown, symbol: string): readonly MarginTier[] | undefined {
  if (!isPackedTable(table) || !Object.hasOwn(table.symbols, symbol)) return undefined;
  const ladder = table.tables[table.symbols[symbol] ?? -1];
  if (typeof ladder !== 'string') return undefined;
  const tiers: MarginTier[] = [];
  let floor = '0' as DecimalString;
  for (const packed of ladder.split('|')) {
    const [cap, rate, maxLeverage] = packed.split(' ');
    if (!isDecimalString(rate)) return undefined;
    tiers.push({
      floor,
      cap: isDecimalString(cap) ? cap : null,
      ...(isDecimalString(maxLeverage) ? { maxLeverage } : {}),
      rate,
    });
    if (isDecimalString(cap)) floor = cap;
  }
  return tiers;
}

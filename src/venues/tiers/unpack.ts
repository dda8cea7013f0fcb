import { type DecimalString, isDecimalString } from '../../domain/decimal-string.ts';
import type { BracketTable, MarginTier, TierUnit } from '../../domain/instrument.ts';
import { isOldTable } from './table-age.ts';

/**
 * A packaged file of bracket tables: `tables` holds each distinct ladder once, `symbols` says which ladder a contract
 * uses, `about` what is different about a contract's table from the rest of the file.
 *
 * A ladder is brackets joined by `|`, lowest first, each `cap rate maxLeverage`; `-` is an open cap or an unpublished
 * leverage. Floors follow from the caps below. Amounts are not stored: every packaged table is continuous (checked when
 * it is packed), so they follow from the rates.
 */
interface PackedTable {
  readonly asOf?: string;
  readonly tables: readonly string[];
  readonly symbols: Readonly<Record<string, number>>;
  readonly about?: Readonly<Record<string, About>>;
}

interface About {
  readonly asOf?: string;
  readonly incomplete?: true;
  readonly unit?: TierUnit;
}

function isPackedTable(table: unknown): table is PackedTable {
  if (typeof table !== 'object' || table === null) return false;
  const { tables, symbols } = table as Partial<PackedTable>;
  return Array.isArray(tables) && typeof symbols === 'object' && symbols !== null;
}

/**
 * The brackets of one contract from a packaged file, as they are to be used at a point in time; `undefined` when the file
 * has none for it or is not such a file. The symbol is the one the venue's own page shows.
 */
export function bracketTable(table: unknown, symbol: string, now: Date): BracketTable | undefined {
  if (!isPackedTable(table) || !Object.hasOwn(table.symbols, symbol)) return undefined;
  const ladder = table.tables[table.symbols[symbol] ?? -1];
  const tiers = typeof ladder === 'string' ? unpacked(ladder) : undefined;
  if (tiers === undefined) return undefined;
  const about = (Object.hasOwn(table.about ?? {}, symbol) ? table.about?.[symbol] : undefined) ?? {};
  const asOf = about.asOf ?? table.asOf;
  return {
    tiers,
    unit: about.unit ?? 'value',
    incomplete: about.incomplete === true,
    ...(asOf === undefined ? {} : { asOf }),
    old: asOf !== undefined && isOldTable(asOf, now),
  };
}

function unpacked(ladder: string): readonly MarginTier[] | undefined {
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

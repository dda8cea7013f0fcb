import { addDecimals, compareDecimals, type DecimalString } from '../../domain/decimal-string.ts';
import type { PositionRow } from '../../domain/ticket-reading.ts';

/**
 * Positions without the rows of their lots. Some lists show a position and below it the lots it was bought in: rows of
 * one contract, side and mode in a row, whose sizes add up to that of the first. A single lot repeats its position.
 */
export function withoutLots(rows: readonly PositionRow[]): readonly PositionRow[] {
  const kept: PositionRow[] = [];
  for (let at = 0; at < rows.length; ) {
    const first = rows[at];
    if (first === undefined) break;
    let end = at + 1;
    while (rows[end] !== undefined && isSameContract(first, rows[end])) end += 1;
    const group = rows.slice(at, end);
    kept.push(...(isPositionAndLots(group) ? [first] : group));
    at = end;
  }
  return kept;
}

function isSameContract(a: PositionRow, b: PositionRow | undefined): boolean {
  return a.symbol === b?.symbol && a.side === b.side && a.marginMode === b.marginMode;
}

function isPositionAndLots([first, ...lots]: readonly PositionRow[]): boolean {
  const [lot] = lots;
  if (first === undefined || lot === undefined) return false;
  const sum = lots.reduce((total, { size }) => addDecimals(total, size), '0' as DecimalString);
  if (compareDecimals(sum, first.size) !== 0) return false;
  return lots.length > 1 || lot.entryPrice === first.entryPrice;
}

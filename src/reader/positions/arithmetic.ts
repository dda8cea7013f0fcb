import type { Side } from '../../domain/account.ts';
import type { DecimalString } from '../../domain/decimal-string.ts';

export interface RowTerms {
  readonly size: DecimalString;
  readonly entryPrice: DecimalString | undefined;
  readonly markPrice: DecimalString | undefined;
  readonly unrealisedPnl: DecimalString | undefined;
}

/** Rows are drawn while prices move; their figures agree to this share, or to half a thousandth of the position's value. */
const tolerance = 0.02;
const priceDrift = 0.0005;

/**
 * The side for which the row's own figures give its profit: size x (mark - entry) for a linear contract with its size in
 * the base coin, size x (1 / entry - 1 / mark) for an inverse one with its face value, the profit in the coin. `null`
 * when figures are missing, when it holds for neither side, or when the move is too small to tell. That it holds at all
 * also shows that the size is in that unit.
 */
export function arithmeticSide(
  { size, entryPrice, markPrice, unrealisedPnl }: RowTerms,
  kind: 'linear' | 'inverse' = 'linear',
): Side | null {
  if (entryPrice === undefined || markPrice === undefined || unrealisedPnl === undefined) return null;
  const [entry, mark] = [Number(entryPrice), Number(markPrice)];
  const value = kind === 'linear' ? Number(size) * mark : Number(size) / mark;
  const gain = Number(size) * (kind === 'linear' ? mark - entry : 1 / entry - 1 / mark);
  const shown = Number(unrealisedPnl);
  const slack = Math.max(Math.abs(gain) * tolerance, value * priceDrift);
  const long = Math.abs(shown - gain) <= slack;
  const short = Math.abs(shown + gain) <= slack;
  return long === short ? null : long ? 'long' : 'short';
}

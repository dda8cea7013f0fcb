import { type Decimal, isPositive, residue, zero } from '../decimal.ts';

/** A figure as it changes with the order's size: a straight line, or a parabola where a margin rate grows with the size. */
export interface Line {
  /** Its value at the ticket's size. */
  readonly at: Decimal;
  /** What it grows by for each unit of size, at the ticket's size. */
  readonly slope: Decimal;
  /** Growth of half the slope for each unit; >= 0, absent for a straight line. */
  readonly bend?: Decimal;
}

/**
 * The largest size at which a figure is not above a limit; `null` is any size, 0 none. A line that falls with the size counts
 * by its value at no size at all: nobody is told to trade more in order to lose less.
 */
export function largestWithin({ at, slope, bend }: Line, size: Decimal, limit: Decimal): Decimal | null {
  if (bend !== undefined && isPositive(bend)) {
    // at + slope d + bend d^2 = limit, the larger d.
    const inside = slope.times(slope).plus(bend.times(4).times(limit.minus(at)));
    if (inside.isNegative()) return zero;
    return atLeastNone(size.plus(inside.sqrt().minus(slope).div(bend.times(2))));
  }
  if (isPositive(slope)) return atLeastNone(size.plus(limit.minus(at).div(slope)));
  return at.minus(slope.times(size)).minus(limit).lte(limit.abs().times(residue)) ? null : zero;
}

function atLeastNone(size: Decimal): Decimal {
  return isPositive(size) ? size : zero;
}

/** The largest size within all of them. */
export function largestWithinAll(lines: readonly Line[], size: Decimal, limit: Decimal): Decimal | null {
  let least: Decimal | null = null;
  for (const line of lines) {
    const largest = largestWithin(line, size, limit);
    if (largest !== null && (least === null || largest.lt(least))) least = largest;
  }
  return least;
}

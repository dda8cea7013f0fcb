import { type Decimal, isPositive, zero } from '../decimal.ts';

/** A figure that is a straight line over the order's size. */
export interface Line {
  /** Its value at the ticket's size. */
  readonly at: Decimal;
  /** What one unit of size adds. */
  readonly slope: Decimal;
}

/**
 * The largest size at which a line is not above a limit; `null` is any size, 0 none. A line that falls with the size counts
 * by its value at no size at all: nobody is told to trade more in order to lose less.
 */
export function largestWithin({ at, slope }: Line, size: Decimal, limit: Decimal): Decimal | null {
  if (isPositive(slope)) {
    const largest = size.plus(limit.minus(at).div(slope));
    return isPositive(largest) ? largest : zero;
  }
  return at.minus(slope.times(size)).lte(limit) ? null : zero;
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

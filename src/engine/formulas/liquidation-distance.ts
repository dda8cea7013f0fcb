import type { Decimal } from '../decimal.ts';

/**
 * How far the mark has to move to a liquidation price, as a fraction of the mark, >= 0.
 * @see 10x long, maintenance 0.5 %: 9.548 %
 * @example liquidationDistance(100, 90) = 0.1
 * @example liquidationDistance(100, 119) = 0.19
 */
export function liquidationDistance(mark: Decimal, price: Decimal): Decimal {
  return mark.minus(price).abs().div(mark);
}

import { isUnknown, type Unknown } from '../domain/known.ts';
import { combine } from './amount.ts';
import type { Decimal } from './decimal.ts';
import type { Holding } from './holding.ts';
import type { LiquidationPoint } from './liquidation.ts';

/**
 * Whether a position is liquidated before its price gets from the mark to a price against it, or at that price. A leg of
 * a hedge can have its liquidation on the winning side, which no move against it meets.
 */
export function liquidatedBefore(
  own: Holding,
  point: LiquidationPoint & { readonly kind: 'price' },
  price: Decimal,
): boolean | Unknown {
  if (!point.ahead) return true;
  const { side, mark, entry } = own.terms;
  return combine([isUnknown(mark) ? entry : mark], (at) =>
    side === 'long'
      ? point.price.lte(at) && price.lte(point.price)
      : point.price.gte(at) && price.gte(point.price),
  );
}

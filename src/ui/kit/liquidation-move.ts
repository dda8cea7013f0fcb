import { compareDecimals, type DecimalString } from '../../domain/decimal-string.ts';
import type { OrderExposure } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import { positionSide } from './position-side.ts';

/**
 * Whether the price has to fall or to rise to get to a liquidation. The mark says it where it is known: of two legs on one
 * symbol the order's own may be the smaller one. Else the side says it.
 */
export function liquidationMove(
  price: DecimalString,
  exposure: OrderExposure,
): 'percent-down' | 'percent-up' {
  const mark = exposure.positions.find(({ symbol }) => symbol === exposure.symbol)?.markPrice;
  const isFall =
    mark === undefined || isUnknown(mark)
      ? positionSide(exposure) === 'long'
      : compareDecimals(price, mark) <= 0;
  return isFall ? 'percent-down' : 'percent-up';
}

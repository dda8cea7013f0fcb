import type { ContractKind } from '../../domain/instrument.ts';
import type { Decimal } from '../decimal.ts';

/**
 * Value of a position at a price, in the settle currency.
 *
 * linear: size x price; inverse: size / price.
 * - `size`: > 0; base coin (linear) or face value in the quote currency (inverse)
 * - `price`: > 0, quote currency
 * @see margin rules common to all venues: value of a linear and an inverse contract
 * @example notional('linear', 0.1, 60000) = 6000
 * @example notional('inverse', 10000000, 50000) = 200
 */
export function notional(kind: ContractKind, size: Decimal, price: Decimal): Decimal {
  return kind === 'linear' ? size.times(price) : size.div(price);
}

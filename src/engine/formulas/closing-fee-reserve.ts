import type { Side } from '../../domain/account.ts';
import type { ContractKind } from '../../domain/instrument.ts';
import { type Decimal, one } from '../decimal.ts';

/**
 * What a venue sets aside for the closing fee of an order, in the settle currency: the fee at the bankruptcy price, where
 * the order's own margin is gone.
 *
 * linear: value x (1 - s / leverage) x rate; inverse: value x (1 + s / leverage) x rate; s = +1 long, -1 short.
 * @see Bybit help, order cost of USDT contracts: 1 BTC at 50,000, 10x, 0.055 % is 24.75
 * @example closingFeeReserve('linear', 'long', 50000, 10, 0.00055) = 24.75
 * @example closingFeeReserve('linear', 'short', 50000, 10, 0.00055) = 30.25
 * @example closingFeeReserve('inverse', 'long', 5, 25, 0.00055) = 0.00286
 */
export function closingFeeReserve(
  kind: ContractKind,
  side: Side,
  value: Decimal,
  leverage: Decimal,
  rate: Decimal,
): Decimal {
  const isLess = (side === 'long') === (kind === 'linear');
  const share = one.div(leverage);
  return value.times(isLess ? one.minus(share) : one.plus(share)).times(rate);
}

import type { Side } from '../../domain/account.ts';
import type { ContractKind } from '../../domain/instrument.ts';
import { type Decimal, one } from '../decimal.ts';

/**
 * Profit (> 0) or loss (< 0) of a position at a price against its entry, in the settle currency, before fees and funding.
 *
 * linear: s x size x (price - entry); inverse: s x size x (1 / entry - 1 / price); s = +1 long, -1 short.
 * - `size`: > 0; base coin (linear) or face value (inverse)
 * @see Binance API sample of a coin-margined position: 0.00006413 BTC
 * @example unrealisedPnl('linear', 'long', 0.1, 60000, 60100) = 10
 * @example unrealisedPnl('linear', 'short', 20, 100, 104) = -80
 * @example unrealisedPnl('inverse', 'long', 1000, 8000, 10000) = 0.025
 */
export function unrealisedPnl(
  kind: ContractKind,
  side: Side,
  size: Decimal,
  entry: Decimal,
  price: Decimal,
): Decimal {
  const long =
    kind === 'linear' ? size.times(price.minus(entry)) : size.times(one.div(entry).minus(one.div(price)));
  return side === 'long' ? long : long.neg();
}

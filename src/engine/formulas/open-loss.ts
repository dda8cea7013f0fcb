import type { Side } from '../../domain/account.ts';
import type { ContractKind } from '../../domain/instrument.ts';
import { type Decimal, zero } from '../decimal.ts';
import { unrealisedPnl } from './unrealised-pnl.ts';

/**
 * What a fill at the order's price would be down at once, >= 0, in the settle currency. Binance adds it to the cost.
 *
 * | min(0, PnL of the order at the mark) |
 * @see Binance help, cost of an order: short 1 at 9,253.30 with the mark at 9,259.84
 * @example openLoss('linear', 'short', 1, 9253.30, 9259.84) = 6.54
 * @example openLoss('linear', 'long', 1, 9253.30, 9259.84) = 0
 */
export function openLoss(
  kind: ContractKind,
  side: Side,
  size: Decimal,
  price: Decimal,
  mark: Decimal,
): Decimal {
  const pnl = unrealisedPnl(kind, side, size, price, mark);
  return pnl.isNegative() ? pnl.neg() : zero;
}

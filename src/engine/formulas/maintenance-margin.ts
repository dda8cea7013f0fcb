import type { Decimal } from '../decimal.ts';

/**
 * Equity below which a position is liquidated, in the settle currency.
 *
 * value x rate - amount; `rate` and `amount` are those of the bracket the value falls in.
 * @see Bybit margin parameters: 3,500 in brackets of 1,000 at 2 / 2.5 / 3 / 3.5 % is 92.5
 * @see Binance help: 100 contracts of 100 USD at 25,000 in the first bracket is 0.0016 BTC
 * @example maintenanceMargin(3500, 0.035, 30) = 92.5
 * @example maintenanceMargin(0.4, 0.004, 0) = 0.0016
 */
export function maintenanceMargin(value: Decimal, rate: Decimal, amount: Decimal): Decimal {
  const charged = value.times(rate);
  return amount.isZero() ? charged : charged.minus(amount);
}

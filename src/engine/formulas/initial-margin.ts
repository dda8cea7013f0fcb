import type { Decimal } from '../decimal.ts';

/**
 * Margin that opening a value takes, in the settle currency.
 *
 * value x (1 / leverage + buffer). `buffer` is a fraction that the venue adds to isolated margin for the closing fee
 * (Orderly 0.0006), 0 elsewhere.
 * @see Binance help, cost of an order: 1 x 9,253.30 at 20x is 462.665
 * @example initialMargin(9253.30, 20, 0) = 462.665
 * @example initialMargin(100, 10, 0.0006) = 10.06
 */
export function initialMargin(value: Decimal, leverage: Decimal, buffer: Decimal): Decimal {
  const margin = value.div(leverage);
  return buffer.isZero() ? margin : margin.plus(value.times(buffer));
}

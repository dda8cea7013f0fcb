import type { Decimal } from '../decimal.ts';

/**
 * Fee of one fill, in the settle currency: value x rate. > 0 is paid, < 0 is a rebate.
 * @see OKX help on fees: 0.01 x 100 x 10,000 x 0.05 % is 5 USDT
 * @example tradingFee(10000, 0.0005) = 5
 */
export function tradingFee(value: Decimal, rate: Decimal): Decimal {
  return value.times(rate);
}

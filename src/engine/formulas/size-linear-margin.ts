import type { Decimal } from '../decimal.ts';

/**
 * Margin whose rate grows with the size, in the settle currency: value x (base + perUnit x coins).
 *
 * - `base`, `perUnit`: fractions, the second for each coin
 * - `coins`: the size in base coins, > 0 (inverse: face value / price, which is the value itself)
 * @see Deribit, margin of linear and inverse contracts (undated copy): 25 BTC at 100,000 (DB1), 350 BTC (DB2)
 * @see the same: SOL at 200, 25 SOL (DB3) and 6,000 SOL (DB4)
 * @example sizeLinearMargin(2500000, 0.02, 0.00005, 25) = 53125
 * @example sizeLinearMargin(2500000, 0.01, 0.00005, 25) = 28125
 * @example sizeLinearMargin(35000000, 0.02, 0.00005, 350) = 1312500
 * @example sizeLinearMargin(5000, 0.04, 0.000005, 25) = 200.625
 * @example sizeLinearMargin(5000, 0.02, 0.000005, 25) = 100.625
 * @example sizeLinearMargin(1200000, 0.04, 0.000005, 6000) = 84000
 */
export function sizeLinearMargin(value: Decimal, base: Decimal, perUnit: Decimal, coins: Decimal): Decimal {
  return value.times(base.plus(perUnit.times(coins)));
}

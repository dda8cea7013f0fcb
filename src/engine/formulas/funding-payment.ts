import type { Side } from '../../domain/account.ts';
import type { Decimal } from '../decimal.ts';

/**
 * Funding of one interval, in the settle currency; > 0 means the trader pays.
 *
 * s x value x rate; a positive rate is paid by longs to shorts; s = +1 long, -1 short.
 * @example fundingPayment('long', 6000, 0.0001) = 0.6
 * @example fundingPayment('short', 6000, 0.0001) = -0.6
 */
export function fundingPayment(side: Side, value: Decimal, rate: Decimal): Decimal {
  const paidByLong = value.times(rate);
  return side === 'long' ? paidByLong : paidByLong.neg();
}

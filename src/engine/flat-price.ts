import type { DecimalString } from '../domain/decimal-string.ts';
import type { FlatPrice } from '../domain/exposure.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import { type Amount, combine } from './amount.ts';
import { takesFeeFromMargin } from './apply-order.ts';
import { isPositive, parse, plain, zero } from './decimal.ts';
import { fundingPayment } from './formulas/funding-payment.ts';
import { feeOfOpened } from './opened-part.ts';
import type { OrderView } from './order-view.ts';

const hoursADay = parse('24' as DecimalString);

/**
 * Days until fees and funding alone liquidate the order's position while the mark stays where it is.
 *
 * headroom / funding of a day, where headroom is what stands behind the position at the mark less maintenance (with the
 * trigger's fee) and the opening fee: on isolated its margin and PnL, on cross the pool's equity less all maintenance. Of a
 * pool only the funding of this order's position is counted. Auto-add puts it off by what the wallet then holds.
 */
export function flatPriceOf(view: OrderView): FlatPrice | Unknown {
  const { own, pool, contract } = view;
  if (own === null) return { kind: 'never', why: 'no-position' };
  const paid = combine(
    [own.value, contract.amount('fundingRate'), contract.amount('fundingIntervalHours')],
    (value, rate, hours) => fundingPayment(own.terms.side, value, rate).times(hoursADay).div(hours),
  );
  if (!isUnknown(paid) && !isPositive(paid))
    return { kind: 'never', why: paid.isZero() ? 'no-funding' : 'funding-received' };
  const { mode } = own.terms;
  // Where the venue takes the fee out of the margin it is gone from there already.
  const feeFromMargin = takesFeeFromMargin(own.rules, mode) ? zero : feeOfOpened(view);
  const headroom: Amount =
    mode === 'isolated'
      ? combine(
          [own.initialMargin, own.unrealisedPnl, own.requirement, feeFromMargin],
          (put, pnl, asked, fee) => put.plus(pnl).minus(asked.withFee).minus(fee),
        )
      : combine([mode, pool.backing, pool.requirement], (_, backing, asked) => backing.minus(asked));
  return combine([headroom, paid], (left, perDay) => ({
    days: plain(isPositive(left) ? left.div(perDay) : zero),
  }));
}

import type { IsolatedMargin, NoRemedy } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import type { Order } from '../../domain/order.ts';
import { type Amount, combine } from '../amount.ts';
import type { Planning } from '../assumptions.ts';
import { type Decimal, isPositive, larger, one, plain, roundedTo, unitOf, zero } from '../decimal.ts';
import { questionOf } from '../liquidation.ts';
import { liquidationOf, nearConditions } from '../liquidation-range.ts';
import { worstLoss } from '../losses.ts';
import { isOpen, type OpenView } from '../open-view.ts';
import type { OrderView } from '../order-view.ts';
import { rangeOfOrder } from '../positions-after.ts';
import { leastHeight } from './least-height.ts';
import { noRemedy } from './no-remedy.ts';
import { isDue, stopFill, stopReach } from './stop-reach.ts';

/** Digits after the point that a margin can be typed with. */
const marginPlaces = 8;

/**
 * The order on isolated margin with auto-add off. With a stop: the smallest margin, at least the initial margin, with which
 * the near end of the liquidation's range lies beyond the price the stop fills at. Without one: its ordinary margin.
 *
 * Exact: at the near end T = 0 (see `models/tiered.ts`), T grows with the margin one to one, and the near end is one tick
 * before the liquidation; so the margin is what T lacks one tick beyond the fill, or at a bracket edge on the way.
 */
export function isolatedMargin(
  view: OrderView,
  viewOf: (order: Order) => OrderView,
  planning: Planning,
): IsolatedMargin | NoRemedy | Unknown {
  const { order, applied } = view;
  if (isUnknown(applied.opened)) return applied.opened;
  if (!isOpen(view) || applied.opened.isZero()) return noRemedy('only-reduces');
  if (order.collateralCoins !== undefined) return noRemedy('not-confirmed');
  const ordinary = view.terms.marginFor(view.terms.size);
  const stop = stopFill(view, planning);
  const amount = stop === null ? ordinary : marginForStop(view, viewOf, ordinary, stop, planning);
  if (isUnknown(amount) || 'kind' in amount) return amount;
  const isOrdinary = !isUnknown(ordinary) && amount.eq(ordinary);
  const isolated: Order = { ...order, autoAddMargin: false };
  return checked(
    isOrdinary ? { ...view, order: isolated } : viewOf({ ...isolated, margin: plain(amount) }),
    amount,
    planning,
  );
}

function marginForStop(
  view: OpenView,
  viewOf: (order: Order) => OrderView,
  ordinary: Amount,
  stop: Amount,
  planning: Planning,
): Amount | NoRemedy {
  const { own, order, terms, applied, pool, contract } = view;
  const { margin: _, ...without } = order;
  const least = order.margin === undefined ? ordinary : viewOf(without).terms.marginFor(terms.size);
  return combine(
    [
      ordinary,
      least,
      terms.size,
      applied.opened,
      stop,
      own.terms.mark,
      contract.amount('tick'),
      questionOf(own, pool),
      nearConditions(own, rangeOfOrder(view, planning)),
    ],
    (margin, initial, size, opened, fill, mark, tick, question, conditions) => {
      const isLong = own.terms.side === 'long';
      // A stop on the winning side of the mark is met at once: the near end has to leave the mark itself alive.
      const isMet = isLong ? fill.gte(mark) : fill.lte(mark);
      const last = isMet ? mark : fill;
      const price = isLong ? last.minus(tick) : last.plus(tick);
      const end = inX(price, question.kind === 'linear');
      if (end === null) return noRemedy('stop-out-of-reach');
      const lowest = leastHeight(question, conditions, end);
      if (lowest === null) return noRemedy('not-confirmed');
      const exact = margin.minus(lowest.height.times(size).div(opened));
      const typed = roundedTo(marginPlaces, exact, 'up');
      const passed =
        (lowest.isBeforeEnd || isMet) && typed.eq(exact) ? typed.plus(unitOf(marginPlaces)) : typed;
      return larger(initial, passed);
    },
  );
}

/** A price as x; `null` where a contract has none there: 1 / price at or below 0. */
function inX(price: Decimal, isLinear: boolean): Decimal | null {
  if (isLinear) return isPositive(price) ? price : zero;
  return isPositive(price) ? one.div(price) : null;
}

/** The figures of the order with that margin. */
function checked(view: OrderView, amount: Decimal, planning: Planning): IsolatedMargin | NoRemedy | Unknown {
  if (!isOpen(view)) return noRemedy('only-reduces');
  const { own, pool } = view;
  const { free } = pool;
  if (!isUnknown(free) && free.isNegative()) return noRemedy('balance-too-small');
  const worst = worstLoss(view);
  if (isUnknown(worst)) return worst;
  const liquidation = liquidationOf(own, pool, rangeOfOrder(view, planning));
  if (isDue(liquidation)) return noRemedy('would-liquidate');
  const stop = stopReach(view, liquidation, planning);
  if (isUnknown(stop)) return stop;
  if (stop === 'not-reached') return noRemedy('not-confirmed');
  return { amount: plain(amount), liquidation, worst: plain(worst.amount), stop };
}

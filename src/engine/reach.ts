import type { OrderExposure } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { type Amount, combine, figure, mergeUnknowns } from './amount.ts';
import type { Planning } from './assumptions.ts';
import { notBelowZero, one, plain, smaller, zero } from './decimal.ts';
import { type IdleAmounts, shareOf } from './idle.ts';
import { liquidatedBefore } from './liquidated-before.ts';
import type { LossAmounts } from './losses.ts';
import type { OrderView } from './order-view.ts';

/** What a move of the planned size against the order takes; the worst loss where the liquidation lies nearer. */
export function reachOf(
  view: OrderView,
  losses: LossAmounts,
  idle: IdleAmounts,
  crossBalance: Amount,
  planning: Planning,
): OrderExposure['reach'] {
  const loss = reachLoss(view, losses, planning);
  const idleTaken = idle.takenBy(loss);
  return {
    move: plain(planning.reachMove),
    loss: figure(loss),
    idleTaken: figure(idleTaken),
    share: figure(shareOf(idleTaken, crossBalance, 'reach.share')),
  };
}

/** Never more than the worst loss. */
export function reachLoss(
  { own, terms, liquidation }: OrderView,
  losses: Pick<LossAmounts, 'worst'>,
  planning: Planning,
): Amount {
  if (own === null) return zero;
  const long = own.terms.side === 'long';
  const factor = long ? one.minus(planning.reachMove) : one.plus(planning.reachMove);
  const mark = terms.mark;
  const reached = combine([mark], (at) => notBelowZero(at.times(factor)));
  const moved = combine([own.pnlAt(reached), losses.worst], (pnl, { amount }) => ({
    loss: smaller(notBelowZero(pnl.neg()), amount),
    worst: amount,
  }));
  if (isUnknown(moved)) return mergeUnknowns([moved, liquidation].filter(isUnknown));
  if (moved.loss.eq(moved.worst)) return moved.worst;
  return combine([reached, liquidation], (at, point) => {
    if (point.kind === 'none') return moved.loss;
    return liquidatedBefore(own, point, at) === true ? moved.worst : moved.loss;
  });
}

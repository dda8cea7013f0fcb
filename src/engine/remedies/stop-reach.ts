import type { Liquidation, StopReach } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import { type Amount, combine } from '../amount.ts';
import type { Planning } from '../assumptions.ts';
import { one, parse } from '../decimal.ts';
import { stopPrice } from '../losses.ts';
import type { OpenView } from '../open-view.ts';

/** Where the order's stop fills, worsened by slippage; `null` without one that can stop a loss. */
export function stopFill(view: OpenView, planning: Planning): Amount | null {
  const stop = stopPrice(view);
  if (stop === null) return null;
  const isLong = view.own.terms.side === 'long';
  return combine([stop, view.terms.price], (price) =>
    price.times(isLong ? one.minus(planning.slippage) : one.plus(planning.slippage)),
  );
}

/** True for a position that this account cannot hold at all: it is known to be liquidated at the present mark. */
export function isDue(liquidation: Liquidation | Unknown): boolean {
  if (isUnknown(liquidation)) return false;
  return liquidation.kind === 'price' && liquidation.distance === '0';
}

/**
 * Whether the order's stop fills before the position is liquidated, by the near end of the liquidation's range: the most
 * careful answer there is.
 */
export function stopReach(
  view: OpenView,
  liquidation: Liquidation | Unknown,
  planning: Planning,
): StopReach | Unknown {
  const fill = stopFill(view, planning);
  if (fill === null) return 'no-stop';
  if (isUnknown(fill)) return fill;
  if (isUnknown(liquidation)) return liquidation;
  if (isDue(liquidation)) return 'not-reached';
  if (liquidation.kind === 'none') return 'reached';
  const { nearest } = liquidation.range;
  if (isUnknown(nearest)) return nearest;
  const [price, end] = [parse(liquidation.price), parse(nearest)];
  const { side, mark: at } = view.own.terms;
  const isLong = side === 'long';
  return combine([at], (mark) => {
    // A hedged leg may be liquidated on its winning side, where no stop of its own stands.
    const isAhead = price.lt(mark) ? end.lt(mark) : end.gt(mark);
    const isBeyond = price.lt(mark) !== isLong || (isLong ? end.lte(fill) : end.gte(fill));
    return isAhead && isBeyond ? 'reached' : 'not-reached';
  });
}

import type { PositionAfter } from '../domain/exposure.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import type { AccountState } from './account-state.ts';
import { combine, figure } from './amount.ts';
import { takesFeeFromMargin } from './apply-order.ts';
import type { Planning } from './assumptions.ts';
import type { CrossPool } from './cross-pool.ts';
import { zero } from './decimal.ts';
import { fundingToHorizon } from './funding-to-horizon.ts';
import type { Holding } from './holding.ts';
import { liquidationOf, type RangeInputs } from './liquidation-range.ts';
import { feeOfOpened } from './opened-part.ts';
import type { OrderView } from './order-view.ts';

/** Every position of an account, in its order, with what the same formulas say of it. */
export function positionsAfter(
  state: AccountState,
  pool: CrossPool,
  view: OrderView | null,
  planning: Planning,
): readonly PositionAfter[] {
  return state.holdings.map((holding) => {
    const own = view !== null && holding === view.own;
    const range = own ? rangeOfOrder(view, planning) : rangeOf(holding, planning);
    return {
      symbol: holding.terms.symbol,
      side: holding.terms.side,
      marginMode: holding.terms.mode,
      entryPrice: figure(holding.terms.entry),
      markPrice: figure(holding.terms.mark),
      unrealisedPnl: figure(holding.unrealisedPnl),
      initialMargin: figure(holding.initialMargin),
      maintenanceMargin: figure(combine([holding.requirement], ({ maintenance }) => maintenance)),
      liquidation: liquidationOf(holding, pool, range),
      exposedToThisOrder: own ? true : exposed(holding, view),
    };
  });
}

function rangeOf(holding: Holding, planning: Planning): RangeInputs {
  return {
    funding: fundingToHorizon(holding.terms.side, holding.value, holding.contract, planning),
    feesFromMargin: zero,
  };
}

/** The order's own position: some venues take the opening fee out of isolated margin, so the near end counts it. */
export function rangeOfOrder(view: OrderView, planning: Planning): RangeInputs {
  const { own } = view;
  if (own === null) return { funding: zero, feesFromMargin: zero };
  const isCounted = own.terms.mode === 'cross' || takesFeeFromMargin(own.rules, own.terms.mode);
  return { ...rangeOf(own, planning), feesFromMargin: isCounted ? zero : feeOfOpened(view) };
}

/** Whether a loss of the order draws on money that also backs this position. */
function exposed(holding: Holding, view: OrderView | null): boolean | Unknown {
  if (view === null || view.own === null) return false;
  const orderMode = view.own.terms.mode;
  if (isUnknown(orderMode)) return orderMode;
  if (orderMode === 'isolated' && view.order.autoAddMargin !== true) return false;
  return isUnknown(holding.terms.mode) ? holding.terms.mode : holding.terms.mode === 'cross';
}

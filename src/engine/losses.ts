import type { LossAtLiquidation, LossAtStop, Losses, LossParts, WorstLoss } from '../domain/exposure.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import { type Amount, combine, figure, mergeUnknowns, positiveAt } from './amount.ts';
import type { Planning } from './assumptions.ts';
import { type Decimal, notBelowZero, plain, smaller, zero } from './decimal.ts';
import { lossBound } from './formulas/loss-bound.ts';
import { notional } from './formulas/notional.ts';
import { tradingFee } from './formulas/trading-fee.ts';
import { unrealisedPnl } from './formulas/unrealised-pnl.ts';
import { fundingToHorizon } from './funding-to-horizon.ts';
import { liquidatedBefore } from './liquidated-before.ts';
import { isOpen, type OpenView } from './open-view.ts';
import type { OrderView } from './order-view.ts';

/** The three losses, as amounts for further figures and as they leave the engine. All > 0 in the settle currency. */
export interface LossAmounts {
  readonly worst:
    | { readonly amount: Decimal; readonly why: 'isolated-margin' | 'cross-scope' | 'notional' }
    | Unknown;
  /** What the trader planned to lose at the stop; `null` without a stop on the right side. */
  readonly atStop: Amount | null;
  /** `null` where `atStop` is. */
  readonly stopParts: StopParts | Unknown | null;
  /** `null` where there is no liquidation price. */
  readonly atLiquidation: Amount | null;
  readonly figures: Losses;
}

export function lossesOf(view: OrderView, planning: Planning): LossAmounts {
  const worst = worstLoss(view);
  const cap = combine([worst], ({ amount }) => amount);
  const atLiquidation = liquidationLoss(view, planning, cap);
  const stop = stopLoss(view, planning, cap);
  return {
    worst,
    atStop: stop.amount,
    stopParts: stop.parts,
    atLiquidation: atLiquidation.amount,
    figures: { atStop: stop.figure, atLiquidation: atLiquidation.figure, worst: worstFigure(worst) },
  };
}

/**
 * The most this order's position can take. Isolated: its margin and the opening fee, with auto-add the cross pool too.
 * Cross: the smaller of the pool's equity after the order's fees and what the position can lose at all. A fill beside the
 * mark changes nothing of the first: what the order is down at once is part of what it takes, and when a limit that waits
 * is filled, the mark has come to it.
 */
export function worstLoss(view: OrderView): LossAmounts['worst'] {
  if (!isOpen(view)) return { amount: zero, why: 'notional' };
  const { own, pool, terms, order, contract } = view;
  const { mode, side, size, entry } = own.terms;
  if (isUnknown(mode)) return mergeUnknowns([mode, pool.cash, size, terms.openFee].filter(isUnknown));
  if (mode === 'isolated') {
    const assigned = combine([own.assigned, terms.openFee], (put, fee) => put.plus(fee));
    if (order.autoAddMargin !== true)
      return combine([assigned], (put) => ({ amount: notBelowZero(put), why: 'isolated-margin' }));
    return combine([assigned, pool.equity], (put, rest) => ({
      amount: notBelowZero(put.plus(notBelowZero(rest))),
      why: 'cross-scope',
    }));
  }
  return combine([crossScope(view), contract.kind, size, entry], (equity, kind, q, e) => {
    const scope = notBelowZero(equity);
    const bound = lossBound(kind, side, q, e);
    return bound?.lt(scope) ? { amount: bound, why: 'notional' } : { amount: scope, why: 'cross-scope' };
  });
}

/**
 * Equity of the cross pool after the order's fees, without what a fill beside the mark gains or loses at once: that is on
 * paper until the mark is there. < 0 where the pool is.
 */
export function crossScope({ own, pool, applied, terms, contract, order }: OpenView): Amount {
  const fill = combine([contract.kind, applied.opened, terms.price, terms.mark], (kind, size, price, mark) =>
    unrealisedPnl(kind, order.side, size, price, mark),
  );
  return combine([pool.equity, own.unrealisedPnl, fill], (equity, after, gain) =>
    equity.minus(own.counted(after)).plus(own.counted(after.minus(gain))),
  );
}

function worstFigure(worst: LossAmounts['worst']): WorstLoss {
  return isUnknown(worst) ? worst : { amount: plain(worst.amount), why: worst.why };
}

/** A stop that can stop a loss, and what closing there costs besides the price. */
export interface StopParts {
  readonly price: Amount;
  readonly costs: Amount;
}

interface Parts {
  readonly price: Amount;
  readonly priceLoss: Amount;
  readonly fees: Amount;
  readonly funding: Amount;
  readonly slippage: Amount;
}

/** What closing the whole position at a price costs against its entry, with both fees and the horizon's funding. */
function partsAt(view: OrderView, planning: Planning, price: Amount, slippage: Amount): Parts {
  const { own, contract, terms } = view;
  if (own === null) return { price, priceLoss: zero, fees: zero, funding: zero, slippage: zero };
  const value = combine([contract.kind, own.terms.size, price], notional);
  // GMX charges the size in money, whatever the price.
  const charged = own.rules.model === 'gmx' ? own.entryValue : value;
  const close = combine([charged, contract.amount('takerFee')], tradingFee);
  const held = combine([contract.kind, own.terms.size, terms.price], notional);
  return {
    price,
    priceLoss: combine([own.pnlAt(price)], (pnl) => notBelowZero(pnl.neg())),
    fees: combine([terms.openFee, close], (open, exit) => open.plus(exit)),
    funding: combine([fundingToHorizon(own.terms.side, held, contract, planning)], (paid) =>
      notBelowZero(paid),
    ),
    slippage: combine([value, slippage], (worth, fraction) => worth.times(fraction)),
  };
}

function costsOf(parts: Parts): Amount {
  return combine([parts.fees, parts.funding, parts.slippage], (a, b, c) => a.plus(b).plus(c));
}

/** Never below 0: a rebate larger than what is lost makes no loss of a gain. */
function sumOf(parts: Parts, costs: Amount = costsOf(parts)): Amount {
  return combine([parts.priceLoss, costs], (a, b) => notBelowZero(a.plus(b)));
}

function figures(parts: Parts, amount: Amount): LossParts {
  return {
    amount: figure(amount),
    price: figure(parts.price),
    priceLoss: figure(parts.priceLoss),
    fees: figure(parts.fees),
    funding: figure(parts.funding),
    slippage: figure(parts.slippage),
  };
}

/** Never more than the worst loss: what fees and funding would take beyond it is not there to be taken. */
function liquidationLoss(
  view: OrderView,
  planning: Planning,
  cap: Amount,
): { amount: Amount | null; figure: LossAtLiquidation | Unknown } {
  const { liquidation } = view;
  if (isUnknown(liquidation)) return { amount: liquidation, figure: liquidation };
  if (liquidation.kind === 'none') return { amount: null, figure: { kind: 'none' } };
  const parts = partsAt(view, planning, liquidation.price, zero);
  const amount = combine([sumOf(parts), cap], smaller);
  return { amount, figure: figures(parts, amount) };
}

/**
 * The order's stop where it can stop a loss; `null` without one and for one at or beyond the fill, which stops none. Unknown
 * where it is not known how much of a position an order against it leaves: it may be turned round.
 */
export function stopPrice({ own, order, terms }: OrderView): Amount | null {
  if (own === null || order.stopLoss === undefined) return null;
  if (own.terms.side !== order.side && isUnknown(own.terms.size)) return own.terms.size;
  const stop = positiveAt('order.stopLoss', order.stopLoss);
  const isLong = own.terms.side === 'long';
  return combine([stop, terms.price], (price, fill) => isLong === price.lt(fill) && !price.eq(fill)) === false
    ? null
    : stop;
}

/**
 * Behind the liquidation never more than the worst loss, for the liquidation comes first; on isolated never, for what costs
 * would take beyond the margin is not there to be taken. Elsewhere other money pays them, and another leg may win.
 */
function stopLoss(
  view: OrderView,
  planning: Planning,
  cap: Amount,
): { amount: Amount | null; parts: StopParts | Unknown | null; figure: LossAtStop | Unknown } {
  const { own, order, terms, liquidation } = view;
  const stop = stopPrice(view);
  if (own === null || order.stopLoss === undefined)
    return { amount: null, parts: null, figure: { kind: 'no-stop' } };
  if (stop === null)
    return { amount: null, parts: null, figure: { kind: 'stop-wrong-side', price: order.stopLoss } };
  const parts = partsAt(view, planning, stop, planning.slippage);
  const costs = costsOf(parts);
  const sum = sumOf(parts, costs);
  const capped = combine([sum, cap], smaller);
  const beyond = combine(
    [stop, terms.price, liquidation],
    (price, _, point) => point.kind === 'price' && liquidatedBefore(own, point, price),
  );
  const amount = isMarginAll(view) && !isUnknown(cap) ? capped : sum;
  if (isUnknown(beyond)) return { amount, parts: beyond, figure: beyond };
  return {
    amount,
    parts: { price: parts.price, costs },
    figure: beyond ? { kind: 'stop-beyond-liquidation', ...figures(parts, capped) } : figures(parts, amount),
  };
}

/** Whether the position has nothing but its own margin to lose. */
export function isMarginAll({ own, order }: OrderView): boolean {
  return own?.terms.mode === 'isolated' && order.autoAddMargin !== true;
}

import type { MarginMode, Side } from './account.ts';
import type { DecimalString } from './decimal-string.ts';
import { isUnknown, type Unknown } from './known.ts';

/** A computed amount, or why it could not be computed. */
export type Figure = DecimalString | Unknown;

export type Liquidation =
  | {
      readonly kind: 'price';
      /** Where the position is due at the present mark: where it would live again, or that mark where it nowhere would. */
      readonly price: DecimalString;
      /** Fraction of the mark, always >= 0; 0 where the position is due. */
      readonly distance: Figure;
      readonly range: { readonly nearest: Figure; readonly farthest: Figure };
    }
  | { readonly kind: 'none'; readonly why: NoLiquidation };

/** `no-position`: the order leaves nothing open on its symbol. */
export type NoLiquidation = 'notional-within-collateral' | 'hedged' | 'no-position';

/** Every amount is positive and in the settle currency. */
export interface LossParts {
  readonly amount: Figure;
  readonly price: Figure;
  readonly priceLoss: Figure;
  readonly fees: Figure;
  readonly funding: Figure;
  readonly slippage: Figure;
}

export type LossAtStop =
  | LossParts
  | { readonly kind: 'no-stop' }
  | ({ readonly kind: 'stop-beyond-liquidation' } & LossParts)
  | ({ readonly kind: 'stop-wrong-side' } & Pick<LossParts, 'price'>);

export type LossAtLiquidation = LossParts | { readonly kind: 'none' };

export type WorstLoss =
  | { readonly amount: DecimalString; readonly why: 'isolated-margin' | 'cross-scope' | 'notional' }
  | Unknown;

export interface Losses {
  readonly atStop: LossAtStop | Unknown;
  readonly atLiquidation: LossAtLiquidation | Unknown;
  readonly worst: WorstLoss;
}

export interface Idle {
  /** Cross balance not needed as margin by this order, by other cross positions or by fees, never below 0. */
  readonly balance: Figure;
  /** What of it the worst case of this order can take. */
  readonly atRisk: Figure;
  /** What of it the liquidation takes. */
  readonly atLiquidation: Figure;
  /** atRisk / crossBalance. */
  readonly share: Figure;
}

export interface OtherMode {
  readonly marginMode: MarginMode;
  readonly initialMargin: Figure;
  readonly liquidation: Liquidation | Unknown;
  readonly losses: Losses;
  readonly idle: Idle;
}

export interface PositionAfter {
  readonly symbol: string;
  readonly side: Side;
  readonly marginMode: MarginMode | Unknown;
  /** Average price it was entered at. The engine always gives this and the next. */
  readonly entryPrice?: Figure;
  /** The mark that everything of it stands at. */
  readonly markPrice?: Figure;
  readonly unrealisedPnl: Figure;
  readonly initialMargin: Figure;
  readonly maintenanceMargin: Figure;
  readonly liquidation: Liquidation | Unknown;
  /** True when a loss of the order draws on money that also backs this position. */
  readonly exposedToThisOrder: boolean | Unknown;
}

export interface Shock {
  /** Signed fraction of the price; the sign is that of the move of the order's own symbol. */
  readonly move: DecimalString;
  readonly scope: 'this' | 'together';
  readonly marginMode: MarginMode;
  readonly equity: Figure;
  readonly loss: Figure;
  readonly marginRatio: Figure;
  /** Every position whose liquidation condition holds, as `SYMBOL side`; no order among them is implied. */
  readonly liquidated: readonly string[] | Unknown;
}

export interface Assumed {
  readonly field: string;
  readonly value: string;
  readonly why: string;
}

/** What is there with and without an order. */
export interface AccountExposure {
  readonly equity: { readonly before: Figure; readonly after: Figure };
  readonly marginRatio: { readonly before: Figure; readonly after: Figure };
  readonly positions: readonly PositionAfter[];
  readonly shocks: readonly Shock[];
  /** What the figures do not include, e.g. `liquidation-fee`. */
  readonly leftOut: readonly string[];
  readonly assumed: readonly Assumed[];
  /** The balance is a lower bound: losses, idle money and equity are "at least". Absent otherwise. */
  readonly atLeast?: true;
}

/**
 * Days until fees and funding alone liquidate the order's position while no price moves; 0 where it is due already.
 * `never`: funding is received or there is none, or the order leaves nothing open.
 */
export type FlatPrice =
  | { readonly days: DecimalString }
  | { readonly kind: 'never'; readonly why: 'funding-received' | 'no-funding' | 'no-position' };

/** Whether a stop fills first: even the near end of the liquidation's range lies beyond the price it fills at. */
export type StopReach = 'reached' | 'not-reached' | 'no-stop';

/**
 * Why a remedy is not offered.
 * - `only-reduces`: the order opens nothing.
 * - `nothing-at-risk`: no idle money stands behind the order.
 * - `unrealised-loss`: open losses stand against the idle money, the venue would not let all of it out.
 * - `mode-not-offered`: the venue has no isolated margin.
 * - `stop-out-of-reach`: no margin keeps that stop reachable.
 * - `balance-too-small`: the cross balance does not hold what it takes.
 * - `no-limit`: the trader set no largest loss.
 * - `no-size-fits`: however small, the order can lose more than the limit.
 * - `would-liquidate`, `not-confirmed`: the run on the remedied account says that it does not help.
 */
export interface NoRemedy {
  readonly kind: 'none';
  readonly why:
    | 'only-reduces'
    | 'nothing-at-risk'
    | 'unrealised-loss'
    | 'mode-not-offered'
    | 'stop-out-of-reach'
    | 'balance-too-small'
    | 'no-limit'
    | 'no-size-fits'
    | 'would-liquidate'
    | 'not-confirmed';
}

/** Tells "none, and why" from a remedy; a remedy has no `kind`. */
export function isNoRemedy(remedy: object): remedy is NoRemedy {
  return 'kind' in remedy && remedy.kind === 'none';
}

/** Idle money to move out of the futures wallet so that none is at risk, rounded up to 8 decimals. */
export interface TransferOut {
  readonly amount: DecimalString;
  /** Idle money at risk after it: 0. */
  readonly atRisk: DecimalString;
  readonly liquidation: Liquidation | Unknown;
  readonly stop: StopReach | Unknown;
}

/** The order on isolated margin, with auto-add off: the smallest margin that keeps its stop reachable. */
export interface IsolatedMargin {
  /** As the order's `margin`; at least its initial margin. Rounded up to 8 decimals where the stop asks for more. */
  readonly amount: DecimalString;
  readonly liquidation: Liquidation | Unknown;
  /** Worst loss of the position then. */
  readonly worst: DecimalString;
  /** Never `not-reached`. */
  readonly stop: StopReach;
}

/** The largest size whose loss stays within the trader's limit, rounded down to 8 decimals. */
export interface FittingSize {
  readonly size: DecimalString;
  /** What stops a larger size. */
  readonly bindingLimit: BindingLimit;
  /** The largest loss the trader accepts: the smaller of his two limits, in the settle currency. */
  readonly limit: DecimalString;
  /** What is held against it: the loss at the stop, or the worst loss where none can fill. */
  readonly measure: 'at-stop' | 'worst';
  /** That loss at this size. */
  readonly loss: DecimalString;
  /** Loss within reach at this size. */
  readonly reach: Figure;
  /** Limits that could not be looked at because their inputs are missing. */
  readonly notCounted: readonly BindingLimit[];
}

export type BindingLimit = 'max-loss' | 'max-loss-fraction' | 'bracket-leverage' | 'margin-available';

/** What would mend an opening order, in numbers; each was confirmed by the engine's own figures of the mended account. */
export interface Remedies {
  readonly transferOut: TransferOut | NoRemedy | Unknown;
  readonly isolatedMargin: IsolatedMargin | NoRemedy | Unknown;
  readonly fittingSize: FittingSize | NoRemedy | Unknown;
}

/**
 * Coins of the trader that gain where the order's position loses (`account.coins`).
 * - `in-margin`: all that cover it stand in the account that backs it, so the hedge holds off its liquidation.
 * - `partly-in-margin`: some of them.
 * - `in-economics-only`: none; their gain helps the trader, but not the position.
 */
export type Hedge =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'in-margin' | 'partly-in-margin' | 'in-economics-only';
      /** How much of the position they cover, in the unit of its size; never more than it. */
      readonly covered: DecimalString;
      /** What of that is covered from within the margin account. */
      readonly coveredInMargin: DecimalString;
    };

/** What the order means in money. Shapes and names are those of the contract. */
export interface OrderExposure extends AccountExposure {
  readonly symbol: string;
  readonly side: Side;
  readonly marginMode: MarginMode | Unknown;
  readonly notional: Figure;
  readonly initialMargin: Figure;
  readonly orderCost: Figure;
  readonly fees: { readonly open: Figure; readonly close: Figure; readonly roundTripOfMargin: Figure };
  /** > 0 means the trader pays. */
  readonly funding: {
    readonly perInterval: Figure;
    readonly toHorizon: Figure;
    readonly ofMargin: Figure;
    readonly flatPrice: FlatPrice | Unknown;
  };
  readonly liquidation: Liquidation | Unknown;
  readonly losses: Losses;
  readonly idle: Idle;
  /** What a move of `move` against, or the liquidation if nearer, takes. */
  readonly reach: {
    readonly move: DecimalString;
    readonly loss: Figure;
    readonly idleTaken: Figure;
    readonly share: Figure;
  };
  readonly plannedVersusExposed: {
    readonly planned: Figure;
    readonly exposed: Figure;
    readonly ratio: Figure;
  };
  readonly otherMode: OtherMode | Unknown;
  readonly remedies: Remedies;
  /** Absent where the input tells of no coins. */
  readonly hedge?: Hedge | Unknown;
}

export type Exposure = OrderExposure | AccountExposure;

export function isOrderExposure(exposure: Exposure): exposure is OrderExposure {
  return 'losses' in exposure;
}

/** True where the worst loss is all of a pool whose size can only be too small: then so is that loss. */
export function worstIsLowerBound({
  atLeast,
  losses: { worst },
}: Pick<OrderExposure, 'atLeast' | 'losses'>): boolean {
  return atLeast === true && !isUnknown(worst) && worst.why === 'cross-scope';
}

import type { DecimalString } from './decimal-string.ts';

export type ContractKind = 'linear' | 'inverse';

/**
 * One maintenance-margin bracket. Bounds and `amount` are in the settle currency for a linear contract, in the coin
 * for an inverse one. Maintenance margin = value x `rate` - `amount`.
 */
export interface MarginTier {
  readonly floor: DecimalString;
  /** Upper bound of the bracket's position value; `null` is open. */
  readonly cap: DecimalString | null;
  readonly maxLeverage?: DecimalString;
  readonly rate: DecimalString;
  /** The constant that makes maintenance margin continuous ("cum", "deduction"). */
  readonly amount?: DecimalString;
}

/** A maintenance rate that grows with notional: max(base, base / baseInitial x factor x notional^0.8) (Orderly). */
export interface PowerRate {
  readonly base: DecimalString;
  readonly baseInitial: DecimalString;
  readonly factor: DecimalString;
}

/**
 * Margin rates that grow with the size: base + perUnit x size in coins (Deribit). In coins means the base size of a
 * linear contract, and face value / price of an inverse one, whose rate therefore moves with the price.
 */
export interface SizeRate {
  readonly base: DecimalString;
  /** Fraction for each coin. */
  readonly perUnit: DecimalString;
  /** The same for initial margin, both or neither; without them it follows from leverage. */
  readonly initialBase?: DecimalString;
  readonly initialPerUnit?: DecimalString;
}

/** The least collateral a position must keep: the larger of `minimum` and `minimumFactor` x size in money (GMX). */
export interface MinimumCollateral {
  /** In the settle currency. */
  readonly minimum: DecimalString;
  /** Fraction of the value at entry. */
  readonly minimumFactor: DecimalString;
}

/** What is known of a contract. A member that is absent is a missing input, never zero. */
export interface Instrument {
  readonly kind: ContractKind;
  readonly markPrice?: DecimalString;
  readonly tick?: DecimalString;
  readonly tiers?: readonly MarginTier[];
  /** The table is old or borrowed: the range of the liquidation price is taken with the next higher rates. */
  readonly tiersAssumed?: boolean;
  /** In place of brackets where the venue's model is `orderly`. */
  readonly powerRate?: PowerRate;
  /** In place of brackets where the venue's model is `deribit`. */
  readonly sizeRate?: SizeRate;
  /** In place of brackets where the venue's model is `gmx`. */
  readonly collateral?: MinimumCollateral;
  readonly takerFee?: DecimalString;
  readonly makerFee?: DecimalString;
  readonly liquidationFee?: DecimalString;
  /** Rate per interval; > 0 means longs pay shorts. */
  readonly fundingRate?: DecimalString;
  readonly fundingIntervalHours?: DecimalString;
}

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

export type TierUnit = 'value' | 'size';

/** The packaged brackets of one contract, with what has to be known before they are trusted. */
export interface BracketTable {
  readonly tiers: readonly MarginTier[];
  readonly unit: TierUnit;
  /** Starts at 0 but lacks its upper part. */
  readonly incomplete: boolean;
  /** `YYYY-MM-DD`, `YYYY-MM` or `undated`; absent where the table cannot grow old. */
  readonly asOf?: string;
  /** More than 180 days lay between `asOf` and the day it was loaded, or nobody knows. */
  readonly old: boolean;
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
  /** What the bounds of `tiers` count: value (default), or size: base coin of a linear contract, face value of an inverse. */
  readonly tierUnit?: TierUnit;
  /** There are brackets above the last one, but nobody found them: beyond its bound maintenance is unknown. */
  readonly tiersIncomplete?: boolean;
  /** The table is old or borrowed: the range of the liquidation price is taken with the next higher rates. */
  readonly tiersAssumed?: boolean;
  /** Day the table is of: `YYYY-MM-DD`, `YYYY-MM` or `undated`. */
  readonly tiersAsOf?: string;
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

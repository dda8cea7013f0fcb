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
  readonly takerFee?: DecimalString;
  readonly makerFee?: DecimalString;
  readonly liquidationFee?: DecimalString;
  /** Rate per interval; > 0 means longs pay shorts. */
  readonly fundingRate?: DecimalString;
  readonly fundingIntervalHours?: DecimalString;
}

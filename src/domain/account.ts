import type { DecimalString } from './decimal-string.ts';

export type Side = 'long' | 'short';
export type MarginMode = 'cross' | 'isolated';

export interface Position {
  readonly symbol: string;
  readonly side: Side;
  /** Linear: base coin. Inverse: face value in the quote currency. Always > 0. */
  readonly size: DecimalString;
  readonly entryPrice?: DecimalString;
  readonly markPrice?: DecimalString;
  readonly marginMode?: MarginMode;
  readonly leverage?: DecimalString;
  /** Isolated only: margin assigned, before this position's own unrealised PnL. */
  readonly margin?: DecimalString;
  /** Isolated only (GMX): fees that have built up and come out of the collateral at closing, in the settle currency. */
  readonly pendingFees?: DecimalString;
  /** Isolated only (GMX): collateral in coins of the index (in the unit of `size`), which moves with the mark; beside `margin` or in its place. */
  readonly collateralCoins?: DecimalString;
  /** Isolated only (GMX): what closing would move the price, in the settle currency; < 0 is against the trader, > 0 counts for nothing. */
  readonly priceImpact?: DecimalString;
  /** Fixes the bracket of this position whatever its value. */
  readonly maintenance?: { readonly rate: DecimalString; readonly amount: DecimalString };
}

/**
 * Coins of the trader outside any contract, whose worth moves with the mark of one symbol: the other half of "long spot,
 * short perpetual". In the margin account they are collateral; anywhere else they change no figure, and a short against
 * them is hedged in economics, not in margin.
 */
export interface CoinHolding {
  /** Symbol of the contract whose mark their worth moves with. */
  readonly symbol: string;
  /** > 0. Beside a linear contract in base coins, beside an inverse one in its quote currency, as a position's size is. */
  readonly amount: DecimalString;
  /** True when they stand in the account that also backs the cross positions. */
  readonly inMarginAccount: boolean;
  /** Fraction of their worth that the venue takes as collateral. Missing in the margin account: a missing input. */
  readonly weight?: DecimalString;
  /** Where it is not the contract's. */
  readonly markPrice?: DecimalString;
}

export interface Account {
  /** Settle currency of the pool. */
  readonly currency: string;
  /** Cash in the cross pool before unrealised PnL; margin assigned to isolated positions is not in it. */
  readonly crossBalance?: DecimalString;
  /** `crossBalance` was derived and can only be too small; what is built on it is "at least". */
  readonly crossBalanceIsLowerBound?: boolean;
  readonly positions: readonly Position[];
  readonly coins?: readonly CoinHolding[];
  /** false: the page may hide some. */
  readonly positionsComplete?: boolean;
}

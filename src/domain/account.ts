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
  /** GMX: fees that have built up and come out of the collateral at closing, in the settle currency. */
  readonly pendingFees?: DecimalString;
  /** GMX: collateral in coins of the index (in the unit of `size`), which moves with the mark; beside `margin` or in its place. */
  readonly collateralCoins?: DecimalString;
  /** GMX: what closing would move the price, in the settle currency; < 0 is against the trader, > 0 counts for nothing. */
  readonly priceImpact?: DecimalString;
  /** Fixes the bracket of this position whatever its value. */
  readonly maintenance?: { readonly rate: DecimalString; readonly amount: DecimalString };
}

export interface Account {
  /** Settle currency of the pool. */
  readonly currency: string;
  /** Cash in the cross pool before unrealised PnL; margin assigned to isolated positions is not in it. */
  readonly crossBalance?: DecimalString;
  /** `crossBalance` was derived and can only be too small; what is built on it is "at least". */
  readonly crossBalanceIsLowerBound?: boolean;
  readonly positions: readonly Position[];
  /** false: the page may hide some. */
  readonly positionsComplete?: boolean;
}

import type { MarginMode, Side } from './account.ts';
import type { DecimalString } from './decimal-string.ts';

/** `reduce` and `close` never raise a hold. */
export type OrderEffect = 'open' | 'reduce' | 'close';

export interface Order {
  readonly symbol: string;
  readonly side: Side;
  readonly effect: OrderEffect;
  readonly type: 'limit' | 'market' | 'other';
  /** Absent on a market order: the mark is used and the output says so. */
  readonly price?: DecimalString;
  readonly size?: DecimalString;
  readonly leverage?: DecimalString;
  readonly marginMode?: MarginMode;
  /** Isolated margin when it is not size x price / leverage. */
  readonly margin?: DecimalString;
  /** Isolated: collateral in coins of the index, in the unit of `size` (GMX); beside `margin` or in its place. */
  readonly collateralCoins?: DecimalString;
  readonly autoAddMargin?: boolean;
  readonly stopLoss?: DecimalString;
  readonly takeProfit?: DecimalString;
  /** `hedge`: an order against an open position opens a second leg; `one-way` (default): it nets. */
  readonly positionMode?: PositionMode;
}

export type PositionMode = 'one-way' | 'hedge';

export interface Assumptions {
  /** How long the trader plans to hold, for funding. Default 24. */
  readonly horizonHours?: DecimalString;
  /** Fraction of the price lost when a stop fills. Default 0.001. */
  readonly slippage?: DecimalString;
  /** The move the trader plans for, as a fraction. Default 0.3. */
  readonly reachMove?: DecimalString;
  /** Largest loss the trader accepts on one order, in the settle currency. Without it and the next: no limit. */
  readonly maxLoss?: DecimalString;
  /** The same as a fraction of equity; the smaller of the two counts. */
  readonly maxLossFraction?: DecimalString;
}

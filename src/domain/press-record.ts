import type { Side } from './account.ts';
import type { DecimalString } from './decimal-string.ts';
import type { VenueId } from './venue.ts';

/** One press on an order button for an opening order, kept on this machine for habits and for the rate of holds. */
export interface PressRecord {
  /** Told twice, a press counts once. Records of an earlier version have none. */
  readonly id?: string;
  /** ISO time. */
  readonly at: string;
  readonly venue: VenueId;
  readonly symbol: string;
  readonly side: Side;
  /** In the base coin, or face value on an inverse contract; `null` where it was unknown. */
  readonly size: DecimalString | null;
  /** The order added to a position that was in loss. */
  readonly addsToLoser: boolean;
  /** The press was stopped. A press that was let through afterwards is a record of its own. */
  readonly held: boolean;
}

/** How many of the confirms on record were held; a confirm sent after its own hold is counted once. */
export interface HoldRate {
  readonly presses: number;
  readonly held: number;
}

export interface HoldRates {
  readonly all: HoldRate;
  readonly venues: Readonly<Partial<Record<VenueId, HoldRate>>>;
}

import type { MarginMode } from './account.ts';
import type { DecimalString } from './decimal-string.ts';
import type { TaughtName } from './taught.ts';
import type { TicketFieldName, TicketReading } from './ticket-reading.ts';

/** Parts of a page that a venue's recipe names and that every order screen has. */
export const recipeParts = ['ticket', 'orderButtons', 'size', 'marginMode', 'leverage'] as const;
export type RecipePart = (typeof recipeParts)[number];

/** What the page script knows of its own work, for the popup's health line and the strip. */
export interface PageHealth {
  /** `ticket`: one coherent ticket; `none`: no ticket on this page; `several`: more than one visible ticket. */
  readonly scope: 'ticket' | 'none' | 'several';
  /** What read it: the venue's recipe, what the trader showed, or labels alone. */
  readonly readBy: 'recipe' | 'taught' | 'labels';
  /** ISO time of the last read. */
  readonly readAt: string;
  /** ISO times since which each field stands as it does; absent where nobody watches the page, as at a press. */
  readonly since?: Readonly<Record<TicketFieldName | 'positions', string>>;
  /** Results of the cross-checks: names of those that failed. */
  readonly failedChecks: readonly string[];
  /** Fields that the trader showed and that could not be found again where he showed them. */
  readonly taughtLost?: readonly TaughtName[];
  /** Parts that are not where the venue's recipe says: the exchange changed its page, or it is still being drawn. */
  readonly recipeLost?: readonly RecipePart[];
}

/** What a page does to the strip: something of it lies over it now, or it took it away within the last minute. */
export const stripHardships = ['covered', 'taken-away'] as const;
export type StripHardship = (typeof stripHardships)[number];

/** What the guard of a page has to say that no single reading tells; for whoever does not see the strip. */
export interface GuardState {
  /** The venue's recipe has not fitted the page for a while. */
  readonly isPageChanged: boolean;
  /** Absent while the strip is left alone. */
  readonly strip?: StripHardship;
}

export interface TicketState {
  readonly reading: TicketReading;
  readonly health: PageHealth;
  /** Absent where no guard stands in the page. */
  readonly guard?: GuardState;
  /** The mode this symbol's ticket had before in this page's life; absent or `null` where it had no other. */
  readonly earlierMode?: MarginMode | null;
  /** Its leverage in that mode. */
  readonly earlierLeverage?: DecimalString | null;
}

import type { MarginMode, Side } from './account.ts';
import type { DecimalString } from './decimal-string.ts';
import type { VenueId } from './venue.ts';
import type { Finding, Hold, Level } from './verdict.ts';

/** What the trader did with an order that was held. `open`: not known yet, or the page was left. */
export const holdOutcomes = ['open', 'changed', 'overridden', 'left'] as const;
export type HoldOutcome = (typeof holdOutcomes)[number];

/** Figures that can rest on a balance of which only a part is known. */
export const lowerBounds = ['worstLoss', 'idleAtRisk'] as const;
export type LowerBound = (typeof lowerBounds)[number];

/** One order that was held, and what became of it. Kept on this machine only. Amounts are in `currency`; `null`: unknown. */
export interface LogEntry {
  readonly id: string;
  /** ISO time of the press. */
  readonly at: string;
  readonly venue: VenueId;
  readonly symbol: string;
  readonly side: Side;
  readonly marginMode: MarginMode | null;
  readonly leverage: DecimalString | null;
  readonly size: DecimalString | null;
  readonly price: DecimalString | null;
  readonly currency: string;
  readonly level: Level;
  readonly hold: Hold;
  readonly findings: readonly Pick<Finding, 'id' | 'level' | 'value' | 'threshold'>[];
  readonly worstLoss: DecimalString | null;
  readonly idleAtRisk: DecimalString | null;
  readonly liquidationPrice: DecimalString | null;
  /** Which of them were said with "at least"; absent where none was, and in entries of an earlier version. */
  readonly lowerBounds?: readonly LowerBound[];
  readonly outcome: HoldOutcome;
}

/** The log as a page shows it, newest first. */
export interface LoadedLog {
  readonly entries: readonly LogEntry[];
  /** Older entries that had to give way since the log was last deleted. */
  readonly gone: number;
  /** Entries that lay in the store and could not be read. */
  readonly unreadable: number;
  readonly state: LogState;
}

export type LogState =
  | { readonly kind: 'stored' }
  /** Written by a newer Ringfence: shown as far as understood, and left as it is. */
  | { readonly kind: 'newer-version' }
  | { readonly kind: 'storage-failed'; readonly detail: string };

/** What became of a write to the log. */
export type LogOutcome =
  | { readonly outcome: 'saved' }
  /** An outcome for an entry the log does not have (any more). */
  | { readonly outcome: 'no-entry' }
  | {
      readonly outcome: 'not-saved';
      readonly why: 'newer-version' | 'storage-failed';
      readonly detail: string;
    };

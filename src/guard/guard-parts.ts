import type { MarginMode } from '../domain/account.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { GuardState, TicketState } from '../domain/health.ts';
import type { HoldOutcome } from '../domain/log-entry.ts';
import type { SnoozeSpan } from '../domain/snooze.ts';
import type { StripPlace } from '../domain/strip-place.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import type { Translate } from '../messages/message-key.ts';
import type { CallResult } from '../protocol/call.ts';
import type { Ears } from './ears.ts';
import type { ModeMemory } from './mode-memory.ts';
import type { SteadyReader } from './steady-reader.ts';

/** What a guard needs of the world around it: its page, the worker, the extension. */
export interface GuardParts {
  readonly window: Window;
  /** Listeners that are older than the page's own, where there are some. */
  readonly ears?: Ears;
  readonly reader: SteadyReader;
  /** Calls back whenever the ticket or what is around it changed; the first time as soon as the page can be read. */
  readonly observe: (changed: (state: TicketState) => void, signal: AbortSignal) => void;
  /** Told, whenever the strip is drawn anew, whether the page is no longer what its venue's recipe describes. */
  readonly pageIs?: (isChanged: boolean) => void;
  /** The modes the tickets of this page had. */
  readonly modes: ModeMemory;
  /** Asks the worker; never throws, never hangs. */
  readonly ask: (
    reading: TicketReading,
    earlierMode: MarginMode | null,
    earlierLeverage: DecimalString | null,
  ) => Promise<CallResult<'assess-ticket'>>;
  /** Told of presses and holds for the log, and say whether they were heard. */
  readonly notePress: (reading: TicketReading, held: boolean, entryId: string) => Promise<boolean>;
  readonly noteOutcome: (entryId: string, outcome: Exclude<HoldOutcome, 'open'>) => Promise<boolean>;
  readonly snooze: (
    reading: TicketReading,
    findingId: string,
    until: SnoozeSpan | 'end',
  ) => Promise<CallResult<'snooze-finding'>>;
  /** The settings of one rule. */
  readonly openRule: (id: string) => void;
  readonly openSettings: () => void;
  /** Where the trader wants the strip on this exchange. */
  readonly place: {
    readonly read: () => Promise<StripPlace | undefined>;
    readonly keep: (place: StripPlace) => void;
  };
  /** How a snooze names where it counts; the page's host unless said. */
  readonly site?: string;
  readonly alive: () => boolean;
  readonly translate: Translate;
  readonly locale: string;
  readonly styles: string;
  /** The picker, while it is open, hears of everything first: the page has listeners that are older than it. */
  readonly lend?: (event: Event) => boolean;
}

export interface Guard {
  /** What no reading tells, as it is now. */
  readonly state: () => GuardState;
}

import type { MarginMode } from '../domain/account.ts';
import type { AssessInput } from '../domain/assess-input.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { OrderExposure } from '../domain/exposure.ts';
import type { Order } from '../domain/order.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { BandMeasure, BandMeasures } from '../domain/settings.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import type { VenueFacts } from '../domain/venue.ts';
import type { Finding, Hold } from '../domain/verdict.ts';
import type { FigureFormat } from '../messages/figures.ts';
import type { MessageKey, Translate } from '../messages/message-key.ts';

/** What the trader did before on this venue and symbol, from the presses kept on this machine. */
export interface History {
  /** Sizes of the last orders that went out, newest first, at most ten; in the unit of `order.size`. */
  readonly recentSizes: readonly DecimalString[];
  /** Orders of the last 24 hours that went out and added to a position in loss. */
  readonly timesAddedToLoser: number;
}

/** What a rule may look at. */
export interface RuleContext {
  readonly input: AssessInput;
  readonly order: Order;
  readonly exposure: OrderExposure;
  /** `null` when the ticket was typed in rather than read from a page. */
  readonly reading: TicketReading | null;
  readonly preferences: Preferences;
  readonly translate: Translate;
  readonly figures: FigureFormat;
  /** Absent where nothing is kept of earlier orders: habits are not known then. */
  readonly history?: History;
  /** The mode this symbol's ticket had before in this page's life; `null` or absent where it had no other. */
  readonly earlierMode?: MarginMode | null;
  /** Its leverage then, where it was read. */
  readonly earlierLeverage?: DecimalString | null;
  /** What is known of the venue; absent where only its margin rules are. */
  readonly facts?: VenueFacts;
  /** The engine on a changed input, to confirm a remedy; absent: remedies that need it are not offered. */
  readonly rerun?: (input: AssessInput) => OrderExposure | undefined;
}

export type BandLevel = 'notice' | 'warning' | 'danger';

/** Start values only: a band reaches to the next one, and the last has no end. */
export type Bands = Readonly<Partial<Record<BandLevel, DecimalString>>>;

export type FindingBody = Omit<Finding, 'id' | 'hold'> & { readonly hold?: Hold };

export type RuleOutcome =
  /** The rule has nothing to say here: a limit that was never set, a mode it does not concern. */
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'clear' }
  /**
   * Its measure is unknown. Never silence: the verdict lists the rule and is at least `unknown`. Where the finding of
   * another rule (`saidBy`) says the same with a level of its own, that level stands.
   */
  | { readonly kind: 'could-not-run'; readonly saidBy?: string }
  | { readonly kind: 'finding'; readonly finding: FindingBody };

/** `unit` is what the bands and the measured value count; bands are met when the value reaches them in the worse direction. */
export interface Rule extends BandMeasure {
  /** Also the file's name. */
  readonly id: string;
  readonly title: MessageKey;
  /** Bands that measure something else than `unit` and `worse` say. */
  readonly bandMeasures?: BandMeasures;
  /** Default bands; empty for a rule about a state. */
  readonly bands: Bands;
  readonly run: (context: RuleContext, bands: Bands) => RuleOutcome;
}

export const notApplicable: RuleOutcome = { kind: 'not-applicable' };
export const clear: RuleOutcome = { kind: 'clear' };
export const couldNotRun: RuleOutcome = { kind: 'could-not-run' };

export function finding(body: FindingBody): RuleOutcome {
  return { kind: 'finding', finding: body };
}

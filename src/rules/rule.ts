import type { AssessInput } from '../domain/assess-input.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { OrderExposure } from '../domain/exposure.ts';
import type { Order } from '../domain/order.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import type { Finding, Hold } from '../domain/verdict.ts';
import type { FigureFormat } from '../messages/figures.ts';
import type { MessageKey, Translate } from '../messages/message-key.ts';

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
}

export type BandLevel = 'notice' | 'warning' | 'danger';

/** Start values only: a band reaches to the next one, and the last has no end. */
export type Bands = Readonly<Partial<Record<BandLevel, DecimalString>>>;

export type FindingBody = Omit<Finding, 'id' | 'hold'> & { readonly hold?: Hold };

export type RuleOutcome =
  /** The rule has nothing to say here: a limit that was never set, a mode it does not concern. */
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'clear' }
  /** Its measure is unknown. Never silence: the verdict lists the rule and is at least `unknown`. */
  | { readonly kind: 'could-not-run' }
  | { readonly kind: 'finding'; readonly finding: FindingBody };

export interface Rule {
  /** Also the file's name. */
  readonly id: string;
  readonly title: MessageKey;
  /** What the bands and the measured value count. */
  readonly unit: 'fraction' | 'multiple' | 'leverage' | 'state';
  /** Which direction is worse; bands are met when the value reaches them in that direction. */
  readonly worse: 'higher' | 'lower';
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

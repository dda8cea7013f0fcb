import { type Assessment, openSides } from '../domain/assessment.ts';
import { readingId, type TicketReading } from '../domain/ticket-reading.ts';
import type { CallResult } from '../protocol/call.ts';
import type { ReplyOf } from '../protocol/contracts.ts';

export type Policy = ReplyOf<'assess-ticket'>['policy'];

/** A verdict older than this does not decide a press: the mark may have moved, the settings may have changed. */
export const oldestVerdictMs = 5_000;
/** When only market data moved, or nobody answered, no more often than this. */
const marketPaceMs = 1_000;
/** An unchanged ticket is judged again before its verdict gets too old. */
const refreshAfterMs = 3_500;

export type AssessmentState =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'checked'; readonly assessment: Assessment }
  | { readonly kind: 'failed' };

interface Options {
  /** Asks the worker; never throws, never hangs. */
  readonly ask: (reading: TicketReading) => Promise<CallResult<'assess-ticket'>>;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Called when `state()` may have changed. */
  readonly changed: () => void;
  /** Called with every answer that goes by the defaults, because the trader's settings could not be loaded. */
  readonly settingsLost?: () => void;
}

interface Judged {
  readonly assessment: Assessment;
  /** When its question was asked: of that instant is what it says, however late it came. */
  readonly at: number;
}

/** The side is no part of a ticket's fingerprint, but a verdict is given for a side. */
function sidedId(reading: TicketReading): string {
  return `${openSides(reading).join()} ${readingId(reading)}`;
}

/**
 * Keeps the last verdict for the ticket that is on the page now, and for no other. A changed ticket is asked about at
 * once, moved market data at most once a second; answers about a ticket that is no longer there are dropped.
 */
export class Assessments {
  readonly #options: Options;
  #reading: TicketReading | undefined;
  /** Everything that was read, to tell whether anything moved. */
  #content = '';
  #judged: Judged | undefined;
  #failedId: string | undefined;
  #asked = { id: '', content: '', at: Number.NEGATIVE_INFINITY };
  #inFlight = false;
  /** Counts `renew`: an answer to a question from before it is out of date. */
  #epoch = 0;
  #policy: Policy['whenUnchecked'] = 'hold-once';

  constructor(options: Options) {
    this.#options = options;
  }

  /** What to do with a press nobody could judge, as the settings said when they last answered. */
  get policy(): Policy['whenUnchecked'] {
    return this.#policy;
  }

  /** The ticket that is on the page now; `undefined`: none that is worth a verdict. */
  ticketIs(reading: TicketReading | undefined): void {
    this.#reading = reading;
    this.#content = reading === undefined ? '' : JSON.stringify(reading);
    this.tick();
  }

  /** Asks when it is time to. Called on every change and on every beat of a visible page. */
  tick(): void {
    const reading = this.#reading;
    if (reading === undefined || this.#inFlight) return;
    const id = sidedId(reading);
    const waited = this.#options.now() - this.#asked.at;
    const settled = this.#asked.content === this.#content && this.#failedId !== readingId(reading);
    const pace = settled ? refreshAfterMs : marketPaceMs;
    if (this.#asked.id !== id || waited >= pace) void this.#askAbout(reading, id);
  }

  /** Asks anew now; the verdict at hand decides no press any more. */
  renew(): void {
    this.#asked = { id: '', content: '', at: Number.NEGATIVE_INFINITY };
    this.#judged = undefined;
    this.#epoch += 1;
    this.tick();
  }

  /** An order was sent: a verdict with something put off, which may have been for that order alone, decides no other. */
  dropPutOff(): void {
    const isPutOff = Object.values(this.#judged?.assessment.sides ?? {}).some((side) =>
      side.verdict.findings.some(({ snoozedUntil }) => snoozedUntil !== undefined),
    );
    if (!isPutOff) return;
    this.#judged = undefined;
    // What was asked before the order was sent is put off as well.
    this.#epoch += 1;
  }

  /**
   * The worker knows of the order that was sent: asks anew now. Until the answer is there, the verdict at hand still decides
   * the next press, as it would have a moment before: who sends two orders in quick succession is not stopped in between.
   */
  orderSent(): void {
    this.dropPutOff();
    const judged = this.#judged;
    this.renew();
    this.#judged = judged;
  }

  /** The verdict a press may be decided by: of exactly this ticket, and fresh. */
  current(id: string): Assessment | undefined {
    if (this.#judged === undefined || this.#judged.assessment.readingId !== id) return undefined;
    return this.#options.now() - this.#judged.at <= oldestVerdictMs ? this.#judged.assessment : undefined;
  }

  /** What the strip shows for the ticket on the page. Never the verdict of another ticket or side, never an old one. */
  state(): AssessmentState {
    const reading = this.#reading;
    if (reading === undefined) return { kind: 'none' };
    const assessment = this.current(readingId(reading));
    if (
      assessment !== undefined &&
      openSides(reading).every((side) => assessment.sides[side] !== undefined)
    ) {
      return { kind: 'checked', assessment };
    }
    return { kind: this.#failedId === readingId(reading) ? 'failed' : 'asking' };
  }

  /** Asks about one ticket now, whatever else is under way: a press is waiting. `undefined`: no answer in time. */
  async judge(reading: TicketReading): Promise<Assessment | undefined> {
    const id = readingId(reading);
    const assessment = this.#accept(id, await this.#options.ask(reading));
    this.#options.changed();
    return assessment;
  }

  async #askAbout(reading: TicketReading, id: string): Promise<void> {
    const at = this.#options.now();
    this.#asked = { id, content: this.#content, at };
    this.#inFlight = true;
    const epoch = this.#epoch;
    const result = await this.#options.ask(reading);
    this.#inFlight = false;
    const assessment = this.#accept(readingId(reading), result);
    if (assessment !== undefined && epoch === this.#epoch) this.#judged = { assessment, at };
    this.#options.changed();
    this.tick();
  }

  /** An answer about another ticket than the one asked about is no answer. A failure also ends an older verdict. */
  #accept(id: string, result: CallResult<'assess-ticket'>): Assessment | undefined {
    if (result.ok && result.value.assessment.readingId === id) {
      const { whenUnchecked, isDefault } = result.value.policy;
      this.#policy = whenUnchecked;
      if (isDefault === true) this.#options.settingsLost?.();
      if (this.#failedId === id) this.#failedId = undefined;
      return result.value.assessment;
    }
    this.#failedId = id;
    if (this.#judged?.assessment.readingId === id) this.#judged = undefined;
    return undefined;
  }
}

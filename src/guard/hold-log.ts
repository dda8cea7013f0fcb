import type { Side } from '../domain/account.ts';
import { isUnknown } from '../domain/known.ts';
import type { HoldOutcome } from '../domain/log-entry.ts';
import { readingId, readingOn, type TicketReading } from '../domain/ticket-reading.ts';

interface Options {
  /** Tells the worker of a press, and whether it was heard; no press waits for it, and told twice it counts once. */
  readonly note: (reading: TicketReading, held: boolean, entryId: string) => Promise<boolean>;
  /** Tells what became of a hold, and whether the log has it now; the last word counts. */
  readonly settle: (entryId: string, outcome: Outcome) => Promise<boolean>;
  readonly now: () => number;
  readonly later: (work: () => void, ms: number) => void;
}

type Outcome = Exclude<HoldOutcome, 'open'>;

interface Held {
  readonly entryId: string;
  readonly ticketId: string;
  closedAt: number | undefined;
  /** The last word so far. */
  outcome: Outcome | undefined;
}

/** A worker that is being stopped loses what reaches it, and what it was at. */
const tellAgainMs = [300, 1_000, 3_000];

/** A ticket that changes this long after its hold was closed is another thought. */
const afterthoughtMs = 5 * 60_000;

/** Follows each hold to what the trader did with it, for the log on his machine. */
export class HoldLog {
  readonly #options: Options;
  #held: Held | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** @param ticketId of the ticket as it stands on the page, by which a later change of it is told */
  opened(reading: TicketReading, side: Side | undefined, ticketId: string): void {
    // Who types and presses at once is quicker than the observer of the ticket.
    this.#ticketIs(ticketId);
    const entryId = newId();
    this.#held = { entryId, ticketId, closedAt: undefined, outcome: undefined };
    void this.#untilHeard(() => this.#options.note(withSide(reading, side), true, entryId));
  }

  closed(outcome: 'overridden' | 'left'): void {
    const held = this.#held;
    if (held === undefined || held.closedAt !== undefined) return;
    held.closedAt = this.#options.now();
    this.#settle(held, outcome);
    if (outcome === 'overridden') this.#held = undefined;
  }

  /** The ticket on the page now: when it is another one than was held, the trader changed it. */
  ticketIs(reading: TicketReading): void {
    this.#ticketIs(readingId(reading));
  }

  #ticketIs(ticketId: string): void {
    const held = this.#held;
    if (held?.closedAt === undefined || ticketId === held.ticketId) return;
    this.#held = undefined;
    if (this.#options.now() - held.closedAt <= afterthoughtMs) this.#settle(held, 'changed');
  }

  /** A word that is told again is the last one, not the one that was lost. */
  #settle(held: Held, outcome: Outcome): void {
    held.outcome = outcome;
    void this.#untilHeard(() => this.#options.settle(held.entryId, held.outcome ?? outcome));
  }

  async #untilHeard(tell: () => Promise<boolean>): Promise<void> {
    for (const ms of tellAgainMs) {
      if (await tell()) return;
      await new Promise<void>((resolve) => this.#options.later(resolve, ms));
    }
    await tell();
  }

  /** An opening order reached the page. Resolves once the worker knows. */
  sent(reading: TicketReading): Promise<void> {
    const entryId = newId();
    return this.#untilHeard(() => this.#options.note(reading, false, entryId));
  }
}

/** Enter in a field names no side; the hold was about one. */
export function withSide(reading: TicketReading, side: Side | undefined): TicketReading {
  if (side === undefined || !isUnknown(reading.side)) return reading;
  return {
    ...readingOn(side, reading),
    side: { known: true, value: side, from: { how: 'label', anchor: 'press' } },
  };
}

/** A random UUID, also on pages without a secure connection, where `randomUUID` is missing. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  });
  return [4, 2, 2, 2, 6].map((count) => hex.splice(0, count).join('')).join('-');
}

import type { Side } from '../domain/account.ts';
import { isUnknown } from '../domain/known.ts';
import type { HoldOutcome } from '../domain/log-entry.ts';
import { readingId, type TicketReading } from '../domain/ticket-reading.ts';

interface Options {
  /** Tells the worker of a press; no press waits for it. */
  readonly note: (reading: TicketReading, held: boolean, entryId: string) => Promise<unknown>;
  /** Tells what became of a hold; the last word counts. */
  readonly settle: (entryId: string, outcome: Exclude<HoldOutcome, 'open'>) => void;
  readonly now: () => number;
}

/** A ticket that changes this long after its hold was closed is another thought. */
const afterthoughtMs = 5 * 60_000;

/** Follows each hold to what the trader did with it, for the log on his machine. */
export class HoldLog {
  readonly #options: Options;
  #held: { readonly entryId: string; readonly ticketId: string; closedAt: number | undefined } | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** @param ticketId of the ticket as it stands on the page, by which a later change of it is told */
  opened(reading: TicketReading, side: Side | undefined, ticketId: string): void {
    // Who types and presses at once is quicker than the observer of the ticket.
    this.#ticketIs(ticketId);
    const entryId = newId();
    this.#held = { entryId, ticketId, closedAt: undefined };
    void this.#options.note(withSide(reading, side), true, entryId);
  }

  closed(outcome: 'overridden' | 'left'): void {
    const held = this.#held;
    if (held === undefined || held.closedAt !== undefined) return;
    held.closedAt = this.#options.now();
    this.#options.settle(held.entryId, outcome);
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
    if (this.#options.now() - held.closedAt <= afterthoughtMs) this.#options.settle(held.entryId, 'changed');
  }

  /** An opening order reached the page. Resolves once the worker knows. */
  sent(reading: TicketReading): Promise<unknown> {
    return this.#options.note(reading, false, newId());
  }
}

/** Enter in a field names no side; the hold was about one. */
export function withSide(reading: TicketReading, side: Side | undefined): TicketReading {
  if (side === undefined || !isUnknown(reading.side)) return reading;
  return { ...reading, side: { known: true, value: side, from: { how: 'label', anchor: 'press' } } };
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

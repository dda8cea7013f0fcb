import type { TicketReader } from '../reader/ticket-reader.ts';
import type { Surroundings } from './place-strip.ts';
import { isMet, surroundingsOf } from './surroundings.ts';

/** Looking for the ticket's elements costs a read; they hardly ever change while they stay in the page. */
const oldestLookMs = 10_000;

/** The ticket's own elements, found again when the page took one away or after a while. */
export class Dock {
  readonly #window: Window;
  readonly #reader: Pick<TicketReader, 'scope' | 'submitControls'>;
  readonly #now: () => number;
  #scope: Element | null = null;
  #submits: readonly Element[] = [];
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(window: Window, reader: Pick<TicketReader, 'scope' | 'submitControls'>, now: () => number) {
    this.#window = window;
    this.#reader = reader;
    this.#now = now;
  }

  /** The ticket's own element; `null` when there is none or more than one. */
  scope(): Element | null {
    const isWhole = this.#scope?.isConnected === true && this.#submits.every((submit) => submit.isConnected);
    // Without a ticket, or with one that has lost a part, every look counts; this runs once a second.
    if (!isWhole || this.#submits.length === 0 || this.#now() - this.#lookedAt > oldestLookMs) {
      this.#scope = this.#reader.scope();
      this.#submits = this.#scope === null ? [] : this.#reader.submitControls();
      this.#lookedAt = this.#now();
    }
    return this.#scope;
  }

  /** One of the order buttons is what a pointer would meet in its middle. */
  canOrder(): boolean {
    this.scope();
    return this.#submits.some(isMet);
  }

  surroundings(): Surroundings {
    const scope = this.scope();
    return surroundingsOf(this.#window, scope, this.#submits);
  }
}

import type { Side } from '../domain/account.ts';

/** How long a pass stands after the trader's override, by a monotonic clock. */
export const passLifeMs = 20_000;

/** The ticket a press is about: its fingerprint, and the side where the press tells it. */
export interface PressedTicket {
  readonly readingId: string;
  readonly side: Side | undefined;
}

export function sameTicket(a: PressedTicket, b: PressedTicket): boolean {
  return a.readingId === b.readingId && a.side === b.side;
}

/**
 * At most one pass at a time: one press of exactly this ticket and side may reach the page. It is gone when it was used,
 * when its time is over, and when anything of the ticket changed, even if it was changed back.
 */
export class PassDesk {
  #pass: (PressedTicket & { readonly until: number }) | undefined;

  grant(ticket: PressedTicket, now: number): void {
    this.#pass = { ...ticket, until: now + passLifeMs };
  }

  isGood(ticket: PressedTicket, now: number): boolean {
    if (this.#pass !== undefined && now > this.#pass.until) this.#pass = undefined;
    return this.#pass !== undefined && sameTicket(this.#pass, ticket);
  }

  /** The ticket on the page is this one now. */
  ticketIs(readingId: string): void {
    if (this.#pass?.readingId !== readingId) this.#pass = undefined;
  }

  drop(): void {
    this.#pass = undefined;
  }
}

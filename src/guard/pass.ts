import type { Side } from '../domain/account.ts';
import { type Hold, stricterHold } from '../domain/verdict.ts';

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
  #pass: (PressedTicket & { readonly until: number; readonly answered: Hold }) | undefined;

  /** @param answered the hold that the trader has gone through for it; `none`: nobody could check, or nothing was found */
  grant(ticket: PressedTicket, now: number, answered: Hold): void {
    this.#pass = { ...ticket, until: now + passLifeMs, answered };
  }

  /** @param asked the hold that a verdict asks for by now; a pass covers none that is stricter than what was answered */
  isGood(ticket: PressedTicket, now: number, asked: Hold): boolean {
    if (this.#pass !== undefined && now > this.#pass.until) this.#pass = undefined;
    const pass = this.#pass;
    if (pass === undefined || !sameTicket(pass, ticket)) return false;
    return stricterHold(pass.answered, asked) === pass.answered;
  }

  /** The ticket on the page is this one now. */
  ticketIs(readingId: string): void {
    if (this.#pass?.readingId !== readingId) this.#pass = undefined;
  }

  /** A pass is there that the trader may be about to use. */
  isStanding(now: number): boolean {
    return this.#pass !== undefined && now <= this.#pass.until;
  }

  drop(): void {
    this.#pass = undefined;
  }
}

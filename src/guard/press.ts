import { isUnknown } from '../domain/known.ts';
import { readingId, type TicketReading } from '../domain/ticket-reading.ts';
import type { PressedTicket } from './pass.ts';
import { pressKind } from './press-event.ts';

/** One press of the trader's on a submit control, from its first event to its last. */
export interface Press {
  readonly ticket: PressedTicket;
  readonly way: 'through' | 'pass' | 'blocked';
  readonly byKey: boolean;
  /** It was a press and not a start that slid off the button. */
  meant: boolean;
  /** For a blocked one: what to do when it is meant. */
  act: (() => void) | undefined;
  /** How far it has used up its pass: its key, its click, and the submission that click causes. */
  used: 'no' | 'key' | 'click' | 'submit';
  /** An order it sent has been told of. */
  isTold: boolean;
}

/** The ticket and side a press is about. */
export function pressed(reading: TicketReading): PressedTicket {
  return { readingId: readingId(reading), side: isUnknown(reading.side) ? undefined : reading.side.value };
}

/** @param before the press this one goes on from, when the ticket is read again within it */
export function newPress(ticket: PressedTicket, way: Press['way'], event: Event, before?: Press): Press {
  const byKey = before?.byKey ?? pressKind(event) === 'key';
  const isTold = before?.isTold ?? false;
  return { ticket, way, byKey, meant: false, act: undefined, used: 'no', isTold };
}

/**
 * A press with a pass brings one click and the one submission that follows from it, of the same ticket. Enter in a field
 * has no side; the click the browser makes of it, on the form's button, has one.
 */
export function stillCovers({ ticket, used }: Press, now: PressedTicket, { type }: Event): boolean {
  if (ticket.readingId !== now.readingId) return false;
  if (ticket.side !== undefined && now.side !== undefined && ticket.side !== now.side) return false;
  return used === 'no' || used === 'key' || (used === 'click' && type === 'submit');
}

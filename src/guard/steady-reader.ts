import type { TicketState } from '../domain/health.ts';
import { unknown } from '../domain/known.ts';
import { type TicketReading, ticketFieldNames } from '../domain/ticket-reading.ts';
import { isElement } from '../reader/page/is-element.ts';
import { isTextControl } from '../reader/page/text-controls.ts';
import { holds } from '../reader/page/visible.ts';
import type { PressKind, TicketReader } from '../reader/ticket-reader.ts';

export interface SteadyReader extends TicketReader {
  /**
   * A press by what was known of the page when it could last be read, for when it cannot be read any more: `null` where it
   * was not on the ticket's order buttons, nor Enter in it, nor the submission of it. Never throws.
   */
  unreadPress(path: readonly EventTarget[], kind: PressKind): TicketState | null;
}

/**
 * A page may be built so that reading it fails, on purpose or not. Then a ticket of which nothing can be told takes the
 * place of the last good reading, which must not go on being judged. `readAtPress` alone may still throw: its caller has to
 * say so, and asks `unreadPress`.
 */
export function steadyReader(reader: TicketReader): SteadyReader {
  let scope: Element | null = null;
  let submits: readonly Element[] = [];
  let venue: TicketReading['venue'] = unknown('unparsable', 'venue');
  const unread = () => nothingOf(venue);
  const attempt = <T>(work: () => T, otherwise: () => T): T => {
    try {
      return work();
    } catch {
      return otherwise();
    }
  };
  const look = () =>
    attempt(
      () => {
        const seen = reader.look();
        venue = seen.state.reading.venue;
        scope = seen.scope;
        return seen;
      },
      () => ({ state: unread(), scope }),
    );
  return {
    read: () => look().state,
    look,
    readAtPress: (path, kind) => reader.readAtPress(path, kind),
    scope: () =>
      attempt(
        () => {
          scope = reader.scope();
          return scope;
        },
        () => scope,
      ),
    submitControls: () =>
      attempt(
        () => {
          submits = reader.submitControls();
          return submits;
        },
        () => submits,
      ),
    placesOf: (fields) =>
      attempt(
        () => reader.placesOf(fields),
        () => new Map(),
      ),
    unreadPress: (path, kind) => {
      const isOnButton = submits.some((button) => path.includes(button));
      return isOnButton ||
        attempt(
          () => sends(path, kind, scope),
          () => true,
        )
        ? unread()
        : null;
    },
  };
}

/** Enter in a field of the ticket, or the submission of its form. */
function sends([target]: readonly EventTarget[], kind: PressKind, scope: Element | null): boolean {
  if (kind === 'pointer' || scope === null || !isElement(target)) return false;
  if (kind === 'key') return isTextControl(target) && holds(scope, target);
  return holds(scope, target) || holds(target, scope);
}

/** A ticket is there, as far as anybody knows, and nothing of it could be read but whose it is. */
function nothingOf(venue: TicketReading['venue']): TicketState {
  const fields = Object.fromEntries(ticketFieldNames.map((name) => [name, unknown('unparsable', name)]));
  const positions = unknown('unparsable', 'positions');
  const reading = { ...fields, venue, positions } as unknown as TicketReading;
  const readAt = new Date().toISOString();
  return { reading, health: { scope: 'ticket', readBy: 'labels', readAt, failedChecks: [] } };
}

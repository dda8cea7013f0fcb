import type { TicketState } from '../domain/health.ts';
import type { TicketReader } from '../reader/ticket-reader.ts';

/** Reads the ticket ten times a second while the page is visible and reports what changed. */
export function pollTicket(
  reader: TicketReader,
  changed: (state: TicketState) => void,
  signal: AbortSignal,
): void {
  let last = '';
  const look = () => {
    if (document.visibilityState !== 'visible' || document.readyState === 'loading') return;
    const state = reader.read();
    const text = JSON.stringify([state.reading, state.health.scope]);
    if (text === last) return;
    last = text;
    changed(state);
  };
  const timer = setInterval(look, 100);
  signal.addEventListener('abort', () => clearInterval(timer));
}

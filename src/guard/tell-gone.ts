import type { TicketState } from '../domain/health.ts';

/**
 * Tells once when a ticket that was read is no longer on the page, or no longer guarded: the level on the toolbar button
 * was about it. An address that changes without a load is not noticed by the browser, which else clears the button. A
 * page that begins without a ticket tells too: a verdict about the page before may have come after that was cleared.
 */
export function tellGone(
  tell: () => void,
  signal: AbortSignal,
): {
  readonly stateIs: (state: TicketState) => void;
  /** A verdict arrived: where its ticket is gone by now, it drew the button once more. */
  readonly judged: () => void;
} {
  let mayBeDrawn = true;
  let isThere = false;
  const gone = () => {
    isThere = false;
    if (mayBeDrawn) tell();
    mayBeDrawn = false;
  };
  signal.addEventListener('abort', gone, { once: true });
  return {
    stateIs: ({ health }) => {
      if (health.scope === 'ticket') isThere = mayBeDrawn = true;
      else gone();
    },
    judged: () => {
      mayBeDrawn = true;
      if (!isThere) gone();
    },
  };
}

import type { TicketState } from '../domain/health.ts';

/**
 * Tells once when a ticket that was read is no longer on the page, or no longer guarded: the level on the toolbar button
 * was about it. An address that changes without a load is not noticed by the browser, which else clears the button.
 */
export function tellGone(tell: () => void, signal: AbortSignal): (state: TicketState) => void {
  let wasThere = false;
  const gone = () => {
    if (wasThere) tell();
    wasThere = false;
  };
  signal.addEventListener('abort', gone, { once: true });
  return ({ health }) => {
    if (health.scope === 'ticket') wasThere = true;
    else gone();
  };
}

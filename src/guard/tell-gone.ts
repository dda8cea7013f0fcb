import type { TicketState } from '../domain/health.ts';

/** `gone`: there is no ticket. `untold`: there may be one, and nobody can tell what it says. */
export type NoTicket = 'gone' | 'untold';

/**
 * Tells once when a ticket that was read is no longer on the page, or no longer guarded: the level on the toolbar button
 * was about it. An address that changes without a load is not noticed by the browser, which else clears the button. A
 * page that begins without a ticket tells too: a verdict about the page before may have come after that was cleared.
 */
export function tellGone(
  tell: (what: NoTicket) => void,
  signal: AbortSignal,
): {
  readonly stateIs: (state: TicketState) => void;
  /** Whether the page is no longer what its venue's recipe describes. */
  readonly pageIs: (isChanged: boolean) => void;
  /** A verdict arrived: where its ticket is gone by now, it drew the button once more. */
  readonly judged: () => void;
} {
  let told: NoTicket | undefined;
  let scope: TicketState['health']['scope'] = 'none';
  let isChanged = false;
  const say = (what: NoTicket) => {
    if (told !== what) tell(what);
    told = what;
  };
  const look = () => {
    if (scope !== 'ticket') say(scope === 'several' || isChanged ? 'untold' : 'gone');
  };
  signal.addEventListener('abort', () => say('gone'), { once: true });
  return {
    stateIs: ({ health }) => {
      scope = health.scope;
      if (scope === 'ticket') told = undefined;
      look();
    },
    pageIs: (changed) => {
      isChanged = changed;
      look();
    },
    judged: () => {
      told = undefined;
      look();
    },
  };
}

import holdStyles from '../../guard/hold.css?inline';
import { ModeMemory } from '../../guard/mode-memory.ts';
import { startGuard } from '../../guard/start-guard.ts';
import { steadyReader } from '../../guard/steady-reader.ts';
import stripStyles from '../../guard/strip.css?inline';
import { uiLocale } from '../../platform/lifecycle.ts';
import { isExtensionAlive, sendToWorker } from '../../platform/messages.ts';
import { translate } from '../../platform/translate.ts';
import { call } from '../../protocol/call.ts';
import { languages } from '../../reader/labels/languages.ts';
import { observeTicket } from '../../reader/observe.ts';
import { createTicketReader } from '../../reader/ticket-reader.ts';
import { practiceRecipe } from '../../venues/practice/recipe.ts';
import kitStyles from '../kit/kit.css?inline';
import tokenStyles from '../kit/tokens.css?inline';

/** The address under which the practice exchange is known; the ticket of the welcome page is one of its tickets. */
const practiceAddress = 'http://localhost/trade/BTCUSDT';

/**
 * The guard itself, as on an exchange's page, on the practice ticket of this page: same reader, same worker, same hold.
 * Only what it would write down is left out, because practice is no habit and no held order.
 */
export function guardPractice(signal: AbortSignal): void {
  const life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  if (signal.aborted) return;
  const reader = steadyReader(
    createTicketReader({
      document,
      location: () => practiceAddress,
      recipes: [practiceRecipe],
      languages: Object.values(languages),
      taught: () => [],
    }),
  );
  startGuard(
    {
      window,
      reader,
      modes: new ModeMemory(),
      observe: (changed, until) => observeTicket(reader, changed, until),
      ask: (reading, earlierMode) => call(sendToWorker, 'assess-ticket', { reading, earlierMode }),
      notePress: async () => true,
      noteOutcome: async () => true,
      snooze: async () => ({ ok: true, value: { outcome: 'refused', until: null } }),
      openRule: (id) => void call(sendToWorker, 'open-page', { page: 'options', hash: `rule/${id}` }),
      openSettings: () => void call(sendToWorker, 'open-settings', {}),
      place: { read: async () => undefined, keep: () => undefined },
      site: translate('welcome_ticket'),
      alive: isExtensionAlive,
      translate,
      locale: uiLocale(),
      styles: tokenStyles + kitStyles + stripStyles + holdStyles,
    },
    life,
  );
}

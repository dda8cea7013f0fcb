import catalogue from '../../../_locales/en/messages.json';
import { readingId, type TicketReading } from '../../../src/domain/ticket-reading.ts';
import holdStyles from '../../../src/guard/hold.css?inline';
import { ModeMemory } from '../../../src/guard/mode-memory.ts';
import { startGuard } from '../../../src/guard/start-guard.ts';
import { steadyReader } from '../../../src/guard/steady-reader.ts';
import stripStyles from '../../../src/guard/strip.css?inline';
import { translatorFrom } from '../../../src/messages/translator-from.ts';
import { languages } from '../../../src/reader/labels/languages.ts';
import { observeTicket } from '../../../src/reader/observe.ts';
import { createTicketReader } from '../../../src/reader/ticket-reader.ts';
import kitStyles from '../../../src/ui/kit/kit.css?inline';
import tokenStyles from '../../../src/ui/kit/tokens.css?inline';
import { practiceRecipe } from '../../../src/venues/practice/recipe.ts';
import { assessments } from './assessments.ts';

/** The guard on the practice ticket without a worker: cross is judged as `danger`, isolated as `ok`, whatever is typed. */
export async function guardPractice(signal: AbortSignal): Promise<void> {
  const life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  const reader = steadyReader(
    createTicketReader({
      document,
      location: () => 'http://localhost/trade/BTCUSDT',
      recipes: [practiceRecipe],
      languages: Object.values(languages),
      taught: () => [],
    }),
  );
  const judged = (reading: TicketReading) => {
    const isCross = reading.marginMode.known && reading.marginMode.value === 'cross';
    const side = isCross ? assessments.danger : assessments.ok;
    return { readingId: readingId(reading), sides: { long: side, short: side } };
  };
  startGuard(
    {
      window,
      reader,
      modes: new ModeMemory(),
      observe: (changed, until) => observeTicket(reader, changed, until),
      ask: async (reading) => ({
        ok: true,
        value: { assessment: judged(reading), policy: { whenUnchecked: 'hold-once' } },
      }),
      notePress: async () => true,
      noteOutcome: async () => true,
      snooze: async () => ({ ok: true, value: { outcome: 'refused', until: null } }),
      openRule: () => undefined,
      openSettings: () => undefined,
      place: { read: async () => undefined, keep: () => undefined },
      site: 'Practice ticket',
      alive: () => true,
      translate: translatorFrom(catalogue),
      locale: 'en-US',
      styles: tokenStyles + kitStyles + stripStyles + holdStyles,
    },
    life,
  );
}

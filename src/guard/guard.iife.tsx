import { originPatternCovers } from '../domain/origin-pattern.ts';
import { uiLocale } from '../platform/lifecycle.ts';
import { isExtensionAlive, onMessage, sendToWorker } from '../platform/messages.ts';
import { translate } from '../platform/translate.ts';
import { call } from '../protocol/call.ts';
import { senderOf } from '../protocol/sender-role.ts';
import { createServer } from '../protocol/serve.ts';
import { fieldTimes } from '../reader/field-times.ts';
import { languages } from '../reader/labels/languages.ts';
import { observeTicket } from '../reader/observe.ts';
import { pageReport } from '../reader/report/page-report.ts';
import { createTicketReader } from '../reader/ticket-reader.ts';
import kitStyles from '../ui/kit/kit.css?inline';
import tokenStyles from '../ui/kit/tokens.css?inline';
import { recipes } from '../venues/recipes.ts';
import { followTaught } from './follow-taught.ts';
import holdStyles from './hold.css?inline';
import { ModeMemory } from './mode-memory.ts';
import type { PageWorld } from './page-world.ts';
import { startGuard } from './start-guard.ts';
import { steadyReader } from './steady-reader.ts';
import stripStyles from './strip.css?inline';
import { tellGone } from './tell-gone.ts';
import { whileVisible } from './while-visible.ts';

const settleEveryMs = 30_000;

/** The guard of a page, for as long as the script lives that came before it (`ticket.iife.ts`); one for each. */
function enter(world: PageWorld): void {
  const { ringfenceLife: life, ringfenceEars: ears } = world;
  if (life === undefined || ears === undefined || life.signal.aborted || world.ringfenceGuarded === life)
    return;
  world.ringfenceGuarded = life;

  const taught = followTaught(location.origin, () => call(sendToWorker, 'read-taught', {}), life.signal);
  const reader = steadyReader(
    createTicketReader({
      document,
      location: () => location.href,
      recipes,
      languages: Object.values(languages),
      taught: () => taught.fields,
    }),
  );
  const timed = fieldTimes();
  const modes = new ModeMemory();
  const serve = createServer('content', {
    'read-ticket': () => {
      const state = timed(reader.read());
      return {
        ...state,
        guard: guard.state(),
        earlierMode: modes.earlier(state.reading),
        earlierLeverage: modes.earlierLeverage(state.reading),
      };
    },
    'taught-changed': ({ origin, fields }) => {
      taught.changed(origin, fields);
      return {};
    },
    'report-page': () => ({
      report: pageReport(document, location.host, reader.read(), reader.scope()),
    }),
    'grants-changed': ({ origins }) => {
      if (!origins.some((pattern) => originPatternCovers(pattern, location.href))) life.abort();
      return {};
    },
  });
  const stopServing = onMessage((message, facts) => serve(message, senderOf(facts)));
  life.signal.addEventListener('abort', () => {
    if (isExtensionAlive()) stopServing();
  });

  // A page without a ticket asks for no verdict, and nobody else may wake the worker when something is due.
  const settle = () => {
    if (isExtensionAlive()) void call(sendToWorker, 'settle-due', {});
  };
  whileVisible(document, settle, settleEveryMs, life.signal);

  const gone = tellGone((what) => {
    if (isExtensionAlive()) void call(sendToWorker, 'ticket-gone', { isUntold: what === 'untold' });
  }, life.signal);
  const guard = startGuard(
    {
      window,
      ears,
      reader,
      modes,
      observe: (changed, signal) =>
        observeTicket(
          reader,
          (state) => {
            gone.stateIs(state);
            changed(timed(state));
          },
          signal,
        ),
      pageIs: gone.pageIs,
      ask: async (reading, earlierMode, earlierLeverage) => {
        const answer = await call(sendToWorker, 'assess-ticket', { reading, earlierMode, earlierLeverage });
        gone.judged();
        return answer;
      },
      notePress: async (reading, held, entryId) => {
        const [earlierMode, earlierLeverage] = [modes.earlier(reading), modes.earlierLeverage(reading)];
        const press = { reading, earlierMode, earlierLeverage, held, entryId };
        return (await call(sendToWorker, 'note-press', press)).ok;
      },
      noteOutcome: async (entryId, outcome) => {
        const answer = await call(sendToWorker, 'note-outcome', { entryId, outcome });
        return answer.ok && answer.value.outcome !== 'no-entry';
      },
      snooze: (reading, findingId, until) =>
        call(sendToWorker, 'snooze-finding', { reading, findingId, until }),
      openRule: (id) => void call(sendToWorker, 'open-page', { page: 'options', hash: `rule/${id}` }),
      openSettings: () => void call(sendToWorker, 'open-settings', {}),
      place: {
        read: async () => {
          const answer = await call(sendToWorker, 'read-place', {});
          return answer.ok ? answer.value.place : undefined;
        },
        keep: (place) => void call(sendToWorker, 'place-strip', { place }),
      },
      alive: isExtensionAlive,
      lend: (event) => world.ringfenceTake?.(event) === true,
      translate,
      locale: uiLocale(),
      styles: tokenStyles + kitStyles + stripStyles + holdStyles,
    },
    life,
  );
}

enter(globalThis as PageWorld);

import { isTaughtName, originOf, type TaughtField } from '../../domain/taught.ts';
import { uiLocale } from '../../platform/lifecycle.ts';
import { isExtensionAlive, sendToWorker } from '../../platform/messages.ts';
import { translate } from '../../platform/translate.ts';
import { call } from '../../protocol/call.ts';
import { languages } from '../../reader/labels/languages.ts';
import { createTeacher } from '../../reader/teach/teacher.ts';
import { createTicketReader } from '../../reader/ticket-reader.ts';
import kitStyles from '../../ui/kit/kit.css?inline';
import tokenStyles from '../../ui/kit/tokens.css?inline';
import { wordingFor } from '../../ui/kit/wording.ts';
import { recipes } from '../../venues/recipes.ts';
import styles from './picker.css?inline';
import { startPicker } from './start-picker.ts';

/** What the worker and an earlier run of this script left in our own world of the page. */
interface World {
  ringfenceTeach?: { readonly first: unknown };
  ringfencePicker?: AbortController;
  /** The guard's life: when the host is taken back, the picker goes too. */
  ringfenceLife?: AbortController;
  /** The guard, whose listeners are older than the page's, hands every event on to this. */
  ringfenceTake?: (event: Event) => boolean;
}

/** Entry of the picker, put into a tab when the trader asks for it. A second call takes the place of the first. */
async function enter(world: World): Promise<void> {
  if (window.top !== window) return;
  world.ringfencePicker?.abort();
  const life = new AbortController();
  world.ringfencePicker = life;
  world.ringfenceLife?.signal.addEventListener('abort', () => life.abort());
  const origin = originOf(location.href) ?? '';

  let taught: readonly TaughtField[] = [];
  const answer = await call(sendToWorker, 'read-taught', {});
  if (answer.ok) taught = answer.value.fields;
  if (life.signal.aborted) return;
  const page = { document, location: () => location.href, recipes, taught: () => taught };
  const reader = createTicketReader({ ...page, languages: Object.values(languages) });
  const first = world.ringfenceTeach?.first;
  const take = startPicker(
    {
      window,
      reader,
      teacher: createTeacher({ ...page, now: () => new Date() }),
      taught: () => taught,
      keep: async (field) => {
        const kept = await call(sendToWorker, 'teach-field', { field });
        if (kept.ok && kept.value.outcome === 'saved') taught = kept.value.sites[origin] ?? [];
        return kept;
      },
      wordingFor: (currency) => wordingFor(translate, uiLocale(), currency),
      styles: tokenStyles + kitStyles + styles,
      alive: isExtensionAlive,
      first: isTaughtName(first) ? first : null,
    },
    life,
  );
  world.ringfenceTake = take;
  life.signal.addEventListener('abort', () => {
    if (world.ringfenceTake === take) delete world.ringfenceTake;
  });
}

void enter(globalThis as World);

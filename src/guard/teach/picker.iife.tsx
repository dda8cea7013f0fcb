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
import type { PageWorld } from '../page-world.ts';
import styles from './picker.css?inline';
import { startPicker } from './start-picker.ts';

/** Entry of the picker, put into a tab when the trader asks for it. A second call takes the place of the first. */
async function enter(world: PageWorld): Promise<void> {
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
      translate,
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

void enter(globalThis as PageWorld);

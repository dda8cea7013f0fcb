import type { MessageKey } from '../../messages/message-key.ts';
import { useOptions } from './options-context.ts';

/** What a press does: begins to guard, asks for the guard to end, takes that back, or ends it now that the wait is over. */
type Act = 'guard' | 'stop' | 'keep' | 'stop-now';

interface Props {
  readonly host: string;
  readonly act: Act;
  /** The one thing to do at its place, drawn so. */
  readonly main?: boolean;
  readonly onPress: () => void;
}

const texts: Readonly<Record<Act, readonly [MessageKey, MessageKey]>> = {
  guard: ['options_guard', 'options_guard_host'],
  stop: ['options_stop_guarding', 'options_stop_guarding_host'],
  keep: ['options_keep_guarding', 'options_keep_guarding_host'],
  'stop-now': ['options_stop_guarding_now', 'options_stop_guarding_host'],
};

export function guardAct(guarded: boolean, waits: boolean, isOver: boolean): Act {
  if (!guarded) return 'guard';
  if (!waits) return 'stop';
  return isOver ? 'stop-now' : 'keep';
}

export function GuardButton({ host, act, main = false, onPress }: Props) {
  const { translate } = useOptions().desk;
  const [text, name] = texts[act];
  return (
    <button
      type="button"
      class={`rf-button${main && act !== 'stop' ? ' rf-button-main' : ''}`}
      data-act={act}
      aria-label={translate(name, host)}
      onClick={onPress}
    >
      {translate(text)}
    </button>
  );
}

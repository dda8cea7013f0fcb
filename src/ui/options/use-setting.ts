import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChangeOutcome, SettingValue } from '../../domain/settings.ts';
import type { CallResult } from '../../protocol/call.ts';
import { clockTime } from './clock-time.ts';
import { useOptions } from './options-context.ts';
import type { OptionsDesk, SettingPath } from './options-desk.ts';

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'problem'; readonly text: string };

const savedShownMs = 2_500;
const idle: SaveState = { kind: 'idle' };

/**
 * Saving one setting: the worker judges and stores it, and what came of it is shown beside the field and said to a
 * screen reader. An answer to an older attempt never overwrites that of a newer one.
 */
export function useSetting(path: SettingPath, name: string) {
  const { desk, onOutcome, announce } = useOptions();
  const [state, setState] = useState<SaveState>(idle);
  const attempt = useRef(0);
  useEffect(() => {
    if (state.kind !== 'saved') return;
    const timer = setTimeout(() => setState(idle), savedShownMs);
    return () => clearTimeout(timer);
  }, [state]);

  const save = async (value: SettingValue): Promise<boolean> => {
    attempt.current += 1;
    const mine = attempt.current;
    const answer = await desk.changeSetting(path, value);
    if (mine !== attempt.current) return false;
    const problem = problemOf(answer, desk);
    if (problem !== undefined) {
      setState({ kind: 'problem', text: problem });
      announce(desk.translate('options_not_saved', name, problem));
      return false;
    }
    if (answer.ok) onOutcome(answer.value);
    if (answer.ok && answer.value.outcome === 'pending') {
      setState(idle);
      announce(desk.translate('options_waits_named', name, clockTime(answer.value.at, desk.locale)));
      return true;
    }
    setState({ kind: 'saved' });
    announce(desk.translate('options_saved_named', name));
    return true;
  };
  const reset = () => {
    attempt.current += 1;
    setState(idle);
  };
  return { state, save, reset };
}

/** The sentence that says why a change did not come through; `undefined` when it did. */
export function problemOf(
  answer: CallResult<'change-setting'>,
  { translate }: OptionsDesk,
): string | undefined {
  if (!answer.ok) return translate('options_worker_silent');
  const outcome: ChangeOutcome = answer.value;
  switch (outcome.outcome) {
    case 'saved':
    case 'pending':
      return undefined;
    case 'invalid':
      return outcome.problem;
    case 'not-saved':
      return outcome.why === 'newer-version'
        ? translate('options_newer_version')
        : translate('options_storage_full', outcome.detail);
  }
}

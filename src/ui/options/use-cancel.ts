import { useOptions } from './options-context.ts';
import type { SettingPath } from './options-desk.ts';
import { problemOf } from './use-setting.ts';

/** Takes back a change that waits, and says so. Resolves to why it still waits, empty where it does not. */
export function useCancel() {
  const { desk, onOutcome, announce } = useOptions();
  return async (path: SettingPath, name: string): Promise<string> => {
    const answer = await desk.cancelPending(path);
    const problem = problemOf(answer, desk);
    if (answer.ok) onOutcome(answer.value);
    announce(problem ?? desk.translate('options_waits_taken_back', name));
    return problem ?? '';
  };
}

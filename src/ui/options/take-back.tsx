import { useState } from 'preact/hooks';
import { useOptions } from './options-context.ts';
import type { SettingPath } from './options-desk.ts';
import { problemOf } from './use-setting.ts';

interface TakeBackProps {
  readonly path: SettingPath;
  /** The setting as the trader knows it. */
  readonly name: string;
  readonly class: 'rf-button' | 'rf-link';
}

/** Takes back a change that waits, and says so; where it still waits, why. */
export function TakeBack({ path, name, class: look }: TakeBackProps) {
  const { desk, onOutcome, announce } = useOptions();
  const { translate } = desk;
  const [problem, setProblem] = useState('');
  const takeBack = async () => {
    const answer = await desk.cancelPending(path);
    const failed = problemOf(answer, desk);
    if (answer.ok) onOutcome(answer.value);
    announce(failed ?? translate('options_waits_taken_back', name));
    setProblem(failed ?? '');
  };
  return (
    <>
      <button
        type="button"
        class={look}
        aria-label={translate('options_waits_take_back_named', name)}
        onClick={() => void takeBack()}
      >
        {translate('options_waits_take_back')}
      </button>
      {problem !== '' && (
        <span class="row-state" data-state="problem">
          {problem}
        </span>
      )}
    </>
  );
}

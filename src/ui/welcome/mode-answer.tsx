import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MarginMode } from '../../domain/account.ts';
import type { SettingChange } from '../../domain/settings.ts';
import { venueIds } from '../../domain/venue.ts';
import { venueFacts } from '../../venues/facts.ts';
import type { Decision } from './decide-mode.ts';
import { modeReason } from './mode-reason.ts';
import type { WelcomeDesk } from './welcome-desk.ts';

interface Props {
  readonly decision: Extract<Decision, { kind: 'mode' }>;
  readonly desk: WelcomeDesk;
  readonly announce: (text: string) => void;
  readonly onNext: () => void;
}

/** The mode for every exchange that has it. */
function changesTo(mode: MarginMode): readonly SettingChange[] {
  return venueIds
    .filter((venue) => venueFacts[venue].rules.modes.includes(mode))
    .map((venue) => ({ path: ['venues', venue, 'intendedMode'], value: mode }));
}

/** Where the tree led, why, and the one press that makes it the intended mode everywhere. */
export function ModeAnswer({ decision: { mode, because }, desk, announce, onNext }: Props) {
  const { translate, locale } = desk;
  const [result, setResult] = useState<{ readonly isSet: boolean; readonly text: string }>();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), [mode, because]);
  const say = (isSet: boolean, text: string) => {
    setResult({ isSet, text });
    announce(text);
  };
  const take = async () => {
    const changes = changesTo(mode);
    const answer = await desk.changeSettings(changes);
    if (!answer.ok) return say(false, translate('options_worker_silent'));
    const { value } = answer;
    if (value.outcome === 'invalid') return say(false, value.problem);
    if (value.outcome === 'not-saved') {
      const isNewer = value.why === 'newer-version';
      return say(
        false,
        isNewer ? translate('options_newer_version') : translate('options_storage_full', value.detail),
      );
    }
    if (value.outcome === 'pending') {
      const at = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(value.at));
      return say(true, translate('welcome_mode_waits', at));
    }
    return say(true, translate('welcome_mode_set', String(changes.length)));
  };
  return (
    <div data-mode={mode} data-because={because}>
      <h2 tabIndex={-1} ref={title}>
        {translate(mode === 'isolated' ? 'welcome_mode_isolated' : 'welcome_mode_cross')}
      </h2>
      <p>{translate(modeReason(mode, because))}</p>
      <p class="welcome-definition">{translate('welcome_definition')}</p>
      {result === undefined || !result.isSet ? (
        <p class="welcome-answers">
          <button
            type="button"
            class="rf-button rf-button-main"
            data-do="take-mode"
            onClick={() => void take()}
          >
            {translate(mode === 'isolated' ? 'welcome_take_isolated' : 'welcome_take_cross')}
          </button>
        </p>
      ) : (
        <p class="welcome-answers">
          <button type="button" class="rf-button rf-button-main" data-do="next" onClick={onNext}>
            {translate('welcome_next_exchanges')}
          </button>
        </p>
      )}
      {result !== undefined && (
        <p class={result.isSet ? 'welcome-done' : 'rf-bad'} data-result={result.isSet}>
          {result.text}
        </p>
      )}
      <p class="welcome-why">{translate('welcome_mode_later')}</p>
    </div>
  );
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../domain/settings.ts';
import { sortChanges } from '../../settings/change-many.ts';
import type { Repair } from '../../settings/parse-settings.ts';
import { samePath } from '../../settings/pending.ts';
import { settingSteps } from '../../settings/setting-steps.ts';
import { useOptions } from './options-context.ts';
import { settingValueText } from './setting-value-text.ts';
import { useNames } from './use-names.ts';
import { problemOf } from './use-setting.ts';

export interface Proposal {
  readonly from: 'file' | 'reset';
  readonly settings: Settings;
  readonly leftOut: readonly Repair[];
}

interface Props {
  readonly proposal: Proposal;
  readonly onDone: () => void;
}

/** What a file or a reset would change, one line a setting, with what of it would wait; applied on one more press. */
export function SettingsPreview({ proposal, onDone }: Props) {
  const { desk, loaded, rules, onOutcome, announce } = useOptions();
  const { translate, locale } = desk;
  const { nameOfPath } = useNames();
  const [problem, setProblem] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), [proposal]);
  const steps = settingSteps(loaded.settings, proposal.settings);
  const changes = steps.map(({ path, to }) => ({ path, value: to }));
  const { waiting, refused } = sortChanges(loaded.settings, changes, rules);
  const taken = changes.filter((change) => !refused.some((each) => each.change === change));
  const wait = settingValueText(
    ['general', 'loosenAfterMinutes'],
    loaded.settings.general.loosenAfterMinutes,
    rules,
    translate,
    locale,
  );
  const apply = async () => {
    const answer = await desk.changeSettings(taken);
    const failed = problemOf(answer, desk);
    if (failed !== undefined) {
      setProblem(failed);
      announce(failed);
      return;
    }
    if (answer.ok) onOutcome(answer.value);
    announce(
      translate('options_file_applied', String(taken.length - waiting.length), String(waiting.length)),
    );
    onDone();
  };
  return (
    <section class="taught-preview" aria-labelledby="settings-preview" data-preview={proposal.from}>
      <h3 id="settings-preview" tabIndex={-1} ref={title}>
        {taken.length === 0
          ? translate('options_file_nothing')
          : translate(`options_file_title_${proposal.from}`, String(taken.length))}
      </h3>
      <ul class="changes">
        {steps.map(({ path, from, to }) => {
          const isRefused = refused.some(({ change }) => samePath(change.path, path));
          const waits = waiting.some((each) => samePath(each.path, path));
          const text = (value: typeof from) => settingValueText(path, value, rules, translate, locale);
          return (
            <li key={path.join('.')} data-change={path.join('.')} data-waits={waits} data-refused={isRefused}>
              <span>
                <strong>{nameOfPath(path)}</strong>{' '}
                <span class="rf-quiet">{translate('options_from_to', text(from), text(to))}</span>
              </span>
              <span class="change-when">
                {isRefused
                  ? translate('options_file_refused')
                  : translate(waits ? 'options_file_waits' : 'options_file_at_once', wait)}
              </span>
            </li>
          );
        })}
      </ul>
      {proposal.leftOut.length > 0 && (
        <div class="rf-bad" data-left-out={proposal.leftOut.length}>
          <p>{translate('options_file_left_out')}</p>
          <ul>
            {proposal.leftOut.map(({ path, was }) => (
              <li key={path + was}>
                {nameOfPath(path.split('.'))}: {was}
              </li>
            ))}
          </ul>
        </div>
      )}
      {problem !== '' && (
        <p class="row-state" data-state="problem">
          {problem}
        </p>
      )}
      <p class="taught-file-ways">
        {taken.length > 0 && (
          <button
            type="button"
            class="rf-button rf-button-main"
            data-do="apply-settings"
            onClick={() => void apply()}
          >
            {translate('options_file_apply')}
          </button>
        )}
        <button type="button" class="rf-button" data-do="cancel-settings" onClick={onDone}>
          {translate('options_taught_import_cancel')}
        </button>
      </p>
    </section>
  );
}

import { useRef, useState } from 'preact/hooks';
import {
  largestSettingsFile,
  readSettingsFile,
  type SettingsFile,
  type SettingsScope,
  settingsFileText,
  settingsReset,
} from '../../settings/settings-file.ts';
import { useOptions } from './options-context.ts';
import { type Proposal, SettingsPreview } from './settings-preview.tsx';

const problems = {
  'not-ours': 'options_file_not_ours',
  newer: 'options_file_newer',
  'too-big': 'options_file_too_big',
  'other-exchange': 'options_file_other_exchange',
} as const;

/** Export as a file, import from one, and back to the start; nothing is applied before it was looked through. */
export function SettingsFileDesk({ scope }: { readonly scope: SettingsScope }) {
  const { desk, loaded, announce } = useOptions();
  const { translate } = desk;
  const [proposal, setProposal] = useState<Proposal>();
  const [problem, setProblem] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const isAll = scope === 'all';

  const look = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const seen: SettingsFile =
      chosen.size > largestSettingsFile
        ? { kind: 'too-big' }
        : readSettingsFile(await chosen.text(), loaded.settings, scope);
    if (seen.kind === 'settings') {
      setProblem('');
      setProposal({ from: 'file', settings: seen.settings, leftOut: seen.leftOut });
    } else {
      const text = translate(problems[seen.kind]);
      setProposal(undefined);
      setProblem(text);
      announce(text);
    }
  };
  const done = () => {
    setProposal(undefined);
    if (chooser.current !== null) chooser.current.value = '';
  };
  return (
    <section aria-labelledby="file" data-section="settings-file">
      <h2 id="file">{translate(isAll ? 'options_file' : 'options_file_here')}</h2>
      <p class="section-help">{translate('options_file_help')}</p>
      <div class="taught-file-ways">
        <button
          type="button"
          class="rf-button"
          data-do="export-settings"
          onClick={() =>
            announce(
              translate(
                'options_taught_exported',
                desk.saveFile(settingsFileText(loaded.settings, scope), 'settings'),
              ),
            )
          }
        >
          {translate('options_file_export')}
        </button>
        <label class="rf-button taught-import">
          {translate('options_taught_import')}
          <input
            ref={chooser}
            class="rf-unseen"
            type="file"
            data-do="import-settings"
            accept="application/json,.json"
            onChange={({ currentTarget }) => void look(currentTarget.files?.[0])}
          />
        </label>
        <button
          type="button"
          class="rf-button"
          data-do="reset-settings"
          onClick={() => {
            setProblem('');
            setProposal({ from: 'reset', settings: settingsReset(loaded.settings, scope), leftOut: [] });
          }}
        >
          {translate(isAll ? 'options_reset' : 'options_reset_here')}
        </button>
      </div>
      {problem !== '' && (
        <p class="row-state" data-state="problem">
          {problem}
        </p>
      )}
      {proposal !== undefined && <SettingsPreview proposal={proposal} onDone={done} />}
    </section>
  );
}

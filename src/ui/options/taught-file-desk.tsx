import { useRef, useState } from 'preact/hooks';
import { hostOfPattern } from '../../domain/origin-pattern.ts';
import type { TaughtSites } from '../../domain/taught.ts';
import { largestFile, readTaughtFile, type TaughtFile, taughtFileText } from '../../settings/taught-file.ts';
import { useOptions } from './options-context.ts';

interface Props {
  /** Everything that is taught: what a file would replace. */
  readonly own: TaughtSites;
  /** What is exported: the sites this page is about. */
  readonly shown: TaughtSites;
  readonly take: (sites: TaughtSites) => Promise<boolean>;
}

const problems = {
  'not-ours': 'options_taught_import_not_ours',
  newer: 'options_taught_import_newer',
  'too-big': 'options_taught_import_too_big',
} as const;

/** Export as a file, and import from one: shown in full before anything of it is taken over. */
export function TaughtFileDesk({ own, shown, take }: Props) {
  const { desk, announce } = useOptions();
  const { translate } = desk;
  const [file, setFile] = useState<TaughtFile>();
  const chooser = useRef<HTMLInputElement>(null);
  const isEmpty = Object.keys(shown).length === 0;

  const look = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const seen: TaughtFile =
      chosen.size > largestFile ? { kind: 'too-big' } : readTaughtFile(await chosen.text());
    setFile(seen);
    if (seen.kind !== 'fields') announce(translate(problems[seen.kind]));
  };
  const done = () => {
    setFile(undefined);
    if (chooser.current !== null) chooser.current.value = '';
  };
  return (
    <div class="taught-file">
      <div class="taught-file-ways">
        {!isEmpty && (
          <button
            type="button"
            class="rf-button"
            data-do="export"
            onClick={() =>
              announce(translate('options_taught_exported', desk.saveFile(taughtFileText(shown), 'shown')))
            }
          >
            {translate('options_taught_export')}
          </button>
        )}
        <label class="rf-button taught-import">
          {translate('options_taught_import')}
          <input
            ref={chooser}
            class="rf-unseen"
            type="file"
            accept="application/json,.json"
            onChange={({ currentTarget }) => void look(currentTarget.files?.[0])}
          />
        </label>
      </div>
      {file !== undefined && file.kind !== 'fields' && (
        <p class="row-state" data-state="problem">
          {translate(problems[file.kind])}
        </p>
      )}
      {file?.kind === 'fields' && (
        <FilePreview file={file} own={own} onTake={() => void take(file.sites).then(done)} onCancel={done} />
      )}
    </div>
  );
}

interface PreviewProps {
  readonly file: Extract<TaughtFile, { kind: 'fields' }>;
  readonly own: TaughtSites;
  readonly onTake: () => void;
  readonly onCancel: () => void;
}

function FilePreview({ file: { sites, leftOut }, own, onTake, onCancel }: PreviewProps) {
  const { translate } = useOptions().desk;
  const replaced = Object.entries(sites).flatMap(([origin, fields]) =>
    fields.filter((field) => own[origin]?.some(({ name }) => name === field.name)),
  ).length;
  return (
    <section class="taught-preview" aria-labelledby="taught-preview">
      <h3 id="taught-preview">{translate('options_taught_import_title')}</h3>
      <ul>
        {Object.entries(sites).map(([origin, fields]) => (
          <li key={origin} data-import={origin}>
            {translate(
              'options_taught_import_line',
              hostOfPattern(`${origin}/`),
              fields.map(({ name }) => translate(`teach_name_${name}`)).join(', '),
            )}
          </li>
        ))}
      </ul>
      {replaced > 0 && <p>{translate('options_taught_import_replaces', String(replaced))}</p>}
      {leftOut > 0 && <p class="rf-bad">{translate('options_taught_import_left_out', String(leftOut))}</p>}
      <p class="taught-file-ways">
        <button type="button" class="rf-button rf-button-main" data-do="take" onClick={onTake}>
          {translate('options_taught_import_take')}
        </button>
        <button type="button" class="rf-button" onClick={onCancel}>
          {translate('options_taught_import_cancel')}
        </button>
      </p>
    </section>
  );
}

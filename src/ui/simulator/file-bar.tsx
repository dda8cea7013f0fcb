import { useRef, useState } from 'preact/hooks';
import type { Translate } from '../../messages/message-key.ts';
import type { Wording } from '../kit/wording.ts';
import { expectedText } from './expected-text.ts';
import type { RawInput } from './raw-input.ts';
import { readInputText } from './read-input-text.ts';

interface Props {
  readonly wording: Wording;
  /** The whole input as it would be saved; `undefined` while something in it is wrong. */
  readonly whole: RawInput | undefined;
  readonly onOpen: (raw: RawInput) => void;
  readonly onSave: (text: string) => string;
  readonly onReset: () => void;
}

/** Larger than any account: such a file is something else. */
const largestFile = 4_000_000;

/** Save, open and paste the contract's JSON, the same that `npm run assess` reads. */
export function FileBar({ wording, whole, onOpen, onSave, onReset }: Props) {
  const { translate } = wording;
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [said, say] = useState('');
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const chooser = useRef<HTMLInputElement>(null);

  const take = (text: string): boolean => {
    const read = readInputText(text);
    if (!read.ok) {
      say('');
      setWrong(complaints(read, wording));
      return false;
    }
    setWrong([]);
    onOpen(read.raw);
    say(translate('sim_opened'));
    return true;
  };
  const open = async (file: File | undefined) => {
    if (chooser.current !== null) chooser.current.value = '';
    if (file === undefined) return;
    if (file.size > largestFile) setWrong([translate('sim_file_too_big')]);
    else take(await file.text());
  };
  return (
    <div class="sim-files">
      <div class="sim-actions">
        <button
          type="button"
          class="rf-button"
          data-act="save"
          disabled={whole === undefined}
          onClick={() => {
            if (whole !== undefined)
              say(translate('sim_saved', onSave(`${JSON.stringify(whole, null, 2)}\n`)));
          }}
        >
          {translate('sim_save')}
        </button>
        <label class="rf-button sim-open">
          {translate('sim_open')}
          <input
            ref={chooser}
            class="rf-unseen"
            type="file"
            accept="application/json,.json"
            data-act="open"
            onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
          />
        </label>
        <button
          type="button"
          class="rf-button"
          data-act="paste"
          aria-expanded={pasting}
          onClick={() => setPasting(!pasting)}
        >
          {translate('sim_paste')}
        </button>
        <button type="button" class="rf-button" data-act="reset" onClick={onReset}>
          {translate('sim_reset')}
        </button>
      </div>
      {pasting && (
        <PasteBox
          text={pasted}
          translate={translate}
          onText={setPasted}
          onTake={() => {
            if (take(pasted)) setPasting(false);
          }}
        />
      )}
      <p class="rf-quiet" role="status">
        {said}
      </p>
      {wrong.length > 0 && (
        <div class="rf-notice" role="alert" data-problems={wrong.length}>
          <h2>{translate('sim_file_wrong')}</h2>
          <ul>
            {wrong.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

interface PasteProps {
  readonly text: string;
  readonly translate: Translate;
  readonly onText: (text: string) => void;
  readonly onTake: () => void;
}

function PasteBox({ text, translate, onText, onTake }: PasteProps) {
  return (
    <div class="sim-paste">
      <label for="paste">{translate('sim_paste_label')}</label>
      <textarea
        id="paste"
        rows={8}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      <button type="button" class="rf-button rf-button-main" data-act="take-paste" onClick={onTake}>
        {translate('sim_paste_take')}
      </button>
    </div>
  );
}

type Failed = Extract<ReturnType<typeof readInputText>, { ok: false }>;

function complaints(read: Failed, wording: Wording): readonly string[] {
  const { translate } = wording;
  if (read.why === 'no-json') return [translate('sim_file_no_json', read.detail)];
  return read.problems.map(({ path, expected }) =>
    translate('sim_file_problem', path, expectedText(expected, wording)),
  );
}

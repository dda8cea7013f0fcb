import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { decimal, isDecimalString, multiplyDecimals } from '../../domain/decimal-string.ts';
import { Term } from '../kit/terms/term.tsx';
import type { TermId } from '../kit/terms/term-ids.ts';
import { numberForTyping, typedNumber } from '../kit/typed-number.ts';
import { expectedText } from './expected-text.ts';
import { memberAt, type Path, pathText } from './raw-input.ts';
import { useSim } from './sim-context.ts';

interface Common {
  readonly path: Path;
  readonly label: string;
  /** The word in it that the glossary explains. */
  readonly term?: TermId | undefined;
  readonly help?: string | undefined;
}

interface FrameProps extends Common {
  readonly children: ComponentChildren;
}

/** A label, a control, and what is wrong with what stands in it. */
function Frame({ path, label, term, help, children }: FrameProps) {
  const { problems, wording } = useSim();
  const id = pathText(path);
  const problem = problems.find((each) => each.path === id);
  return (
    <div class="sim-field" data-input={id} data-wrong={problem !== undefined}>
      <span class="sim-label">
        <label for={id}>{label}</label>
        {term !== undefined && <What id={term} />}
      </span>
      {children}
      {help !== undefined && <p class="rf-quiet sim-help">{help}</p>}
      <p id={`${id}-problem`} class="sim-problem" role="status">
        {problem === undefined ? '' : expectedText(problem.expected, wording)}
      </p>
    </div>
  );
}

/** A question mark beside a label: a button inside a label would take its press. */
function What({ id }: { readonly id: TermId }) {
  const { translate } = useSim().wording;
  return (
    <Term id={id} translate={translate} label={translate('term_what', translate(`term_${id}`))}>
      ?
    </Term>
  );
}

function useProblem(path: Path): boolean {
  const id = pathText(path);
  return useSim().problems.some((each) => each.path === id);
}

interface NumberProps extends Common {
  /** A fraction is typed and shown as a percentage. */
  readonly unit?: 'plain' | 'percent';
  readonly suffix?: string;
}

/** A number in the trader's own format. What is no number stays as typed, and the check says so. */
export function NumberField({ path, label, term, help, unit = 'plain', suffix }: NumberProps) {
  const { raw, whole, change, wording } = useSim();
  const [draft, setDraft] = useState<string>();
  const wrong = useProblem(path);
  const id = pathText(path);
  const shown = (value: unknown): string => {
    if (!isDecimalString(value)) return value === undefined ? '' : String(value);
    return numberForTyping(
      unit === 'percent' ? multiplyDecimals(value, decimal('100')) : value,
      wording.locale,
    );
  };
  const commit = (text: string) => {
    setDraft(text);
    if (text.trim() === '') return change(path, undefined);
    const number = typedNumber(text.trim().replace(/[.,]$/, ''), wording.locale, suffix);
    if (number === undefined) return change(path, text.slice(0, 60));
    change(path, unit === 'percent' ? multiplyDecimals(number, decimal('0.01')) : number);
  };
  return (
    <Frame path={path} label={label} term={term} help={help}>
      <span class="sim-number">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          spellcheck={false}
          value={draft ?? shown(memberAt(raw, path))}
          placeholder={shown(memberAt(whole, path))}
          aria-invalid={wrong}
          aria-describedby={`${id}-problem`}
          onInput={({ currentTarget }) => commit(currentTarget.value)}
          onBlur={() => setDraft(undefined)}
        />
        {(suffix ?? (unit === 'percent' ? '%' : '')) !== '' && (
          <span class="sim-suffix">{suffix ?? '%'}</span>
        )}
      </span>
    </Frame>
  );
}

interface TextProps extends Common {
  readonly onCommit?: (text: string) => void;
}

export function TextField({ path, label, term, onCommit }: TextProps) {
  const { raw, change } = useSim();
  const wrong = useProblem(path);
  const id = pathText(path);
  const value = memberAt(raw, path);
  return (
    <Frame path={path} label={label} term={term}>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        value={value === undefined ? '' : String(value)}
        aria-invalid={wrong}
        aria-describedby={`${id}-problem`}
        onChange={({ currentTarget: { value: text } }) =>
          onCommit === undefined ? change(path, text.trim()) : onCommit(text.trim())
        }
      />
    </Frame>
  );
}

interface SelectProps extends Common {
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** Shown where nothing is chosen. */
  readonly none?: string;
  readonly onChoose?: (value: string | undefined) => void;
}

export function SelectField({ path, label, term, options, none, onChoose }: SelectProps) {
  const { raw, change } = useSim();
  const wrong = useProblem(path);
  const id = pathText(path);
  const value = memberAt(raw, path);
  const known = options.some((option) => option.value === value);
  return (
    <Frame path={path} label={label} term={term}>
      <select
        id={id}
        value={known ? String(value) : ''}
        aria-invalid={wrong}
        aria-describedby={`${id}-problem`}
        onChange={({ currentTarget: { value: chosen } }) => {
          const next = chosen === '' ? undefined : chosen;
          if (onChoose === undefined) change(path, next);
          else onChoose(next);
        }}
      >
        {(!known || none !== undefined) && <option value="">{none ?? '–'}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function CheckField({ path, label, term }: Common) {
  const { raw, change } = useSim();
  const id = pathText(path);
  return (
    <div class="sim-check" data-input={id}>
      <label>
        <input
          id={id}
          type="checkbox"
          checked={memberAt(raw, path) === true}
          onChange={({ currentTarget }) => change(path, currentTarget.checked)}
        />
        {label}
      </label>
      {term !== undefined && <What id={term} />}
    </div>
  );
}

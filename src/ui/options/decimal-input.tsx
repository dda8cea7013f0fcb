import { useEffect, useRef, useState } from 'preact/hooks';
import { type DecimalString, decimal, multiplyDecimals } from '../../domain/decimal-string.ts';
import type { SettingValue } from '../../domain/settings.ts';
import { numberForTyping, typedNumber } from '../kit/typed-number.ts';
import { useOptions } from './options-context.ts';
import type { SaveState } from './use-setting.ts';

export type DecimalUnit = 'plain' | 'percent';

interface Props {
  readonly id: string;
  readonly stored: DecimalString | null;
  /** What applies while nothing is set; shown where the value would stand. */
  readonly placeholder: string;
  readonly unit: DecimalUnit;
  /** Stands behind the field: `%`, `x`, `h`. */
  readonly suffix: string;
  readonly state: SaveState;
  readonly save: (value: SettingValue) => Promise<boolean>;
  readonly reset: () => void;
  /** For a field without a visible label of its own. */
  readonly label?: string;
  readonly described?: boolean;
}

/**
 * A pause this long in typing counts as done; leaving the field or pressing Enter does so at once. Longer than anybody
 * rests between two digits: a "1" that was to become "10" would be in force, and the 10 would wait.
 */
const pauseMs = 2_500;

/** A fraction is typed and shown as a percentage, everything else as it is stored. */
export function shownDecimal(stored: DecimalString, unit: DecimalUnit, locale: string): string {
  return numberForTyping(unit === 'percent' ? multiplyDecimals(stored, decimal('100')) : stored, locale);
}

/** A field for a number in the trader's own format. Empty takes the setting back to its default. */
export function DecimalInput(props: Props) {
  const { id, stored, placeholder, unit, suffix, state, save, reset, label, described = true } = props;
  const { locale } = useOptions().desk;
  const shown = stored === null ? '' : shownDecimal(stored, unit, locale);
  const [draft, setDraft] = useState(shown);
  const [left, setLeft] = useState<{ readonly text: string }>();
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const focused = useRef(false);
  const wrong = state.kind === 'problem';

  // What was stored is taken over, but never under the hands of somebody who is typing.
  useEffect(() => {
    if (!focused.current) setDraft(shown);
  }, [shown]);
  // What waits is not in force: left behind, the field shows what is. Who types on after Enter has not left it.
  useEffect(() => {
    if (left !== undefined) setDraft((now) => (now === left.text ? shown : now));
  }, [left]);
  useEffect(() => () => clearTimeout(pending.current), []);

  const commit = async (text: string, leaving: boolean) => {
    clearTimeout(pending.current);
    const number = text.trim() === '' ? null : typedNumber(text, locale, suffix);
    const value = number === null ? null : number === undefined ? text.slice(0, 60) : toStored(number, unit);
    if (value === stored) {
      reset();
      if (leaving) setDraft(shown);
      return;
    }
    if ((await save(value)) && leaving) setLeft({ text });
  };
  return (
    <span class={`number${wrong ? ' number-wrong' : ''}`} data-long={suffix.length > 2}>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        spellcheck={false}
        value={draft}
        placeholder={placeholder}
        aria-invalid={wrong}
        aria-describedby={described ? `${id}-help ${id}-state` : `${id}-state`}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onFocus={() => {
          focused.current = true;
        }}
        onBlur={() => {
          focused.current = false;
        }}
        onInput={({ currentTarget: { value } }) => {
          setDraft(value);
          clearTimeout(pending.current);
          pending.current = setTimeout(() => void commit(value, false), pauseMs);
        }}
        onChange={({ currentTarget: { value } }) => void commit(value, true)}
      />
      {suffix !== '' && <span class="number-unit">{suffix}</span>}
    </span>
  );
}

function toStored(typed: DecimalString, unit: DecimalUnit): DecimalString {
  return unit === 'percent' ? multiplyDecimals(typed, decimal('0.01')) : typed;
}

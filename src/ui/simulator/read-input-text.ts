import { checkInput, type Problem } from './problems.ts';
import type { RawInput } from './raw-input.ts';

export type ReadInput =
  | { readonly ok: true; readonly raw: RawInput }
  | { readonly ok: false; readonly why: 'no-json'; readonly detail: string }
  | { readonly ok: false; readonly why: 'wrong'; readonly problems: readonly Problem[] };

/** A text as the contract's input. It is kept whole, members nobody here knows among it; a wrong one is not taken at all. */
export function readInputText(text: string): ReadInput {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { ok: false, why: 'no-json', detail: error instanceof Error ? error.message : '' };
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { ok: false, why: 'wrong', problems: [{ path: 'input', expected: 'an object' }] };
  }
  const checked = checkInput(raw as RawInput);
  return checked.ok
    ? { ok: true, raw: raw as RawInput }
    : { ok: false, why: 'wrong', problems: checked.problems };
}

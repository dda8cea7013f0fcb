/**
 * Unknown is a value, not an absence. Everything that could not be determined is an `Unknown` that says why and
 * which field it concerns; it is never `null`, `0` or `''`.
 */

/** Why something is unknown. The words are those of the contract and appear in JSON output. */
export const unknownReasons = [
  'not-on-page',
  'ambiguous',
  'unparsable',
  'hidden',
  'stale',
  'symbol-mismatch',
  'venue-facts-missing',
  'model-not-supported',
  'missing-input',
  'undefined-ratio',
  'timeout',
] as const;

export type UnknownReason = (typeof unknownReasons)[number];

export interface Unknown {
  readonly known: false;
  readonly why: UnknownReason;
  /** The field that could not be determined; for a computed figure the first input that is missing. */
  readonly field: string;
  /** For a computed figure: every input that is missing, not only the first. */
  readonly missing?: readonly string[];
}

export interface Known<T> {
  readonly known: true;
  readonly value: T;
}

export function unknown(why: UnknownReason, field: string, missing?: readonly string[]): Unknown {
  return missing === undefined ? { known: false, why, field } : { known: false, why, field, missing };
}

/** True for an `Unknown`, whatever else the union holds (a figure, an object, a reading field). */
export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && (value as { known?: unknown }).known === false;
}

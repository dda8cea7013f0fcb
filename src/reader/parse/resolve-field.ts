import { compareDecimals, type DecimalString } from '../../domain/decimal-string.ts';
import { type UnknownReason, unknown } from '../../domain/known.ts';
import type { Field, Provenance } from '../../domain/ticket-reading.ts';
import type { Raw, Rung } from '../extract/rung.ts';
import { type NumberContext, parseNumber } from '../numbers/parse-number.ts';
import { plainAnchor, unseenBecause } from '../page/as-written.ts';

/** What one rung says once parsed. */
type Said<T> = { readonly value: T; readonly from: Provenance } | { readonly why: UnknownReason };

/** How a text becomes a value, or why it does not. */
export type Parse<T> = (rung: Raw) => { readonly value: T } | { readonly why: UnknownReason };

/**
 * One field from its rungs. The first rung that leads somewhere answers; a later one with another value makes the
 * field ambiguous, and none mends a first one that cannot be read.
 */
export function resolveField<T>(
  name: string,
  rungs: readonly Rung[],
  parse: Parse<T>,
  same: (a: T, b: T) => boolean = Object.is,
): Field<T> {
  const [first, ...others] = rungs.map((rung): Said<T> => {
    if (rung.kind === 'unreadable') return { why: rung.why };
    const unseen = unseenBecause(rung.element);
    if (unseen !== null) return { why: unseen };
    const parsed = parse(rung);
    return 'why' in parsed ? parsed : { value: parsed.value, from: plainAnchor(rung.from) };
  });
  if (first === undefined) return unknown('not-on-page', name);
  if ('why' in first) return unknown(first.why, name);
  const differs = others.some((other) => 'value' in other && !same(first.value, other.value));
  return differs ? unknown('ambiguous', name) : { known: true, value: first.value, from: first.from };
}

/** Equal as numbers: `62,000.0` and `62000` say the same. */
export function sameNumber(a: DecimalString, b: DecimalString): boolean {
  return compareDecimals(a, b) === 0;
}

/** A number whose unit is one of `units`; an empty unit is always admitted. */
export function numberIn(
  context: (rung: Raw) => NumberContext,
  admits: (unit: string) => boolean,
): Parse<DecimalString> {
  return (rung) => {
    const parsed = parseNumber(rung.text, context(rung));
    if (parsed.kind === 'none') {
      if (parsed.why === 'empty') return { why: rung.typed ? 'missing-input' : 'not-on-page' };
      return { why: parsed.why === 'placeholder' ? 'not-on-page' : 'unparsable' };
    }
    if (parsed.unit !== '' && !admits(parsed.unit)) return { why: 'unparsable' };
    return { value: parsed.value };
  };
}

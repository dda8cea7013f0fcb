import type { UnknownReason } from '../../domain/known.ts';
import type { Provenance, SizeUnit } from '../../domain/ticket-reading.ts';

/** A text found for a field, before it is parsed. */
export interface Raw {
  readonly kind: 'raw';
  readonly text: string;
  readonly from: Provenance;
  /** The text stands in an input. */
  readonly typed: boolean;
  readonly step?: string;
  /** The unit that a caption names for it. */
  readonly unit?: string;
  /** What the trader said the text means as a unit of the size. */
  readonly means?: SizeUnit;
  readonly element: Element;
  readonly turn?: Turn;
}

/** A change that the text shows, `58,000 → 61,000`: what is now and what will be. */
export interface Turn {
  readonly before: string;
  readonly after: string;
}

/** A place was found, but what it says cannot be told. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly why: UnknownReason;
}

/** One step of the ladder for a field that led somewhere. Steps that led nowhere leave no rung. */
export type Rung = Raw | Unreadable;

export const ambiguous: Unreadable = { kind: 'unreadable', why: 'ambiguous' };

/** Alternatives side by side of which none is marked: the page says nothing, and contradicts nothing. */
export const unmarked: Unreadable = { kind: 'unreadable', why: 'ambiguous' };

export function raw(text: string, element: Element, from: Provenance, unit = ''): Raw {
  return { kind: 'raw', text, from, typed: false, element, ...(unit === '' ? {} : { unit }) };
}

export function rawControl(control: HTMLInputElement, from: Provenance, unit = ''): Raw {
  const step = control.getAttribute('step');
  return {
    kind: 'raw',
    text: control.value,
    from,
    typed: true,
    element: control,
    ...(step === null ? {} : { step }),
    ...(unit === '' ? {} : { unit }),
  };
}

/** One rung of several that say the same; `ambiguous` when they do not. */
export function single(rungs: readonly Rung[]): Rung | null {
  const [first] = rungs;
  if (first === undefined) return null;
  const same = rungs.every((rung) => rung.kind === 'raw' && first.kind === 'raw' && rung.text === first.text);
  return rungs.length === 1 || same ? first : ambiguous;
}

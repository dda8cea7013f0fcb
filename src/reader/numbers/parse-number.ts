import { type DecimalString, decimal } from '../../domain/decimal-string.ts';
import { cleanNumberText } from './clean-number-text.ts';
import { type DecimalMark, separatorReadings } from './separators.ts';
import { readSuffix } from './suffix.ts';

export interface NumberContext {
  /** The decimal mark that other numbers of the same kind, the venue's facts or the input's type establish. */
  readonly decimal?: DecimalMark | undefined;
  /** A price the value ought to be near: decides between two readings that lie a factor of 1000 apart. */
  readonly near?: DecimalString | undefined;
  /** The input's `step`: a whole step rules out a fraction. */
  readonly step?: string | undefined;
  /** Words the page uses as units here; needed where one starts with digits (`1000BONK`) or is no ticker. */
  readonly units?: readonly string[] | undefined;
  /** Recognises further words as units (`Contracts`, `张`). */
  readonly isUnit?: ((word: string) => boolean) | undefined;
  /** The text stands in an input, where a trailing decimal mark is a number still being typed. */
  readonly typed?: boolean | undefined;
}

export type ParsedNumber =
  | { readonly kind: 'number'; readonly value: DecimalString; readonly unit: string }
  | { readonly kind: 'none'; readonly why: 'empty' | 'placeholder' | 'unparsable' };

const unparsable: ParsedNumber = { kind: 'none', why: 'unparsable' };
const longest = 80;

const lead = /^[≈~≃≅∼]?\s*([+\-−]?)\s*(US\$|[$€£¥₮₿Ξ₩₽₺₹₫₴₪﷼]?)\s*([+\-−]?)\s*/;
const body = /^(?:\d(?:[\d.,'’٬٫ ]*\d)?[.,٫]?|[.,٫]\d+)/;
const placeholder =
  /^[^\p{L}\p{N}]*(?:[-–—―]|\.\.\.)[^\p{L}\p{N}]*(?:\p{L}[\p{L}\d]*)?$|^(?:n\/a|nan|null|undefined)$/iu;

/**
 * The one number a text is, with the page's own digits, or why it is none. Never throws, and never gives a number for
 * a text of which something is left over.
 *
 * `unit` is what stood beside the digits: a ticker, `%`, `x` (leverage), a currency sign, or empty. Whether that unit
 * is the right one is for the caller to say. A text such as `1.234` has two readings; `context` decides, else it is
 * unparsable. `--` and its kin are a placeholder: the page does not say, which is not zero.
 */
export function parseNumber(text: string, context: NumberContext = {}): ParsedNumber {
  if (text.length > longest) return unparsable;
  const clean = cleanNumberText(text);
  if (clean === null) return unparsable;
  if (clean === '') return { kind: 'none', why: 'empty' };
  if (placeholder.test(clean)) return { kind: 'none', why: 'placeholder' };

  const { text: bare, unit: knownUnit } = withoutKnownUnit(clean, context.units ?? []);
  const start = lead.exec(bare);
  const signs = (start?.[1] ?? '') + (start?.[3] ?? '');
  if (signs.length > 1) return unparsable;
  const rest = bare.slice(start?.[0].length ?? 0);
  const digits = body.exec(rest)?.[0];
  if (digits === undefined) return unparsable;

  // `5 1000BONK`: a space may also part the number from a unit that begins with digits.
  const cuts = digits.includes(' ') ? [digits, digits.slice(0, digits.indexOf(' '))] : [digits];
  for (const cut of cuts) {
    const magnitude = chooseReading(cut, context);
    if (magnitude === null) continue;
    const suffix = readSuffix(rest.slice(cut.length), context);
    if (suffix === null || (suffix.unit !== '' && knownUnit !== '')) continue;
    const value = shift(magnitude, suffix.tens);
    const unit = suffix.unit || knownUnit || (start?.[2] ?? '');
    return { kind: 'number', value: decimal(isMinus(signs) ? negative(value) : value), unit };
  }
  return unparsable;
}

function isMinus(sign: string): boolean {
  return sign === '-' || sign === '−';
}

function negative(magnitude: string): string {
  return /[1-9]/.test(magnitude) ? `-${magnitude}` : magnitude;
}

/** `0.51000BONK` is 0.5 of `1000BONK` where that is the contract's coin; without knowing it the digits would run on. */
function withoutKnownUnit(text: string, units: readonly string[]): { text: string; unit: string } {
  for (const unit of units) {
    if (/^\d/.test(unit) && text.length > unit.length && text.toUpperCase().endsWith(unit.toUpperCase())) {
      return { text: text.slice(0, -unit.length).trimEnd(), unit };
    }
  }
  return { text, unit: '' };
}

function chooseReading(digits: string, context: NumberContext): string | null {
  const readings = separatorReadings(digits, context.typed === true);
  const allowed = readings.filter(
    ({ mark }) => mark === null || context.decimal === undefined || mark === context.decimal,
  );
  if (readings.length < 2) return allowed[0]?.value ?? null;
  const near = context.near;
  const fitting = allowed.filter(
    ({ value }) => fitsStep(value, context.step) && (near === undefined || withinFactorTen(value, near)),
  );
  return fitting.length === 1 ? (fitting[0]?.value ?? null) : null;
}

/**
 * The decimal mark of a price with two readings of which one alone is near the market; `undefined` where that settles
 * nothing.
 */
export function markByNearness(text: string, near: DecimalString): DecimalMark | undefined {
  const digits = body.exec(cleanNumberText(text) ?? '')?.[0] ?? '';
  const readings = separatorReadings(digits, true);
  const fitting = readings.filter(({ value }) => withinFactorTen(value, near));
  return readings.length === 2 && fitting.length === 1 ? (fitting[0]?.mark ?? undefined) : undefined;
}

function fitsStep(value: string, step: string | undefined): boolean {
  if (step === undefined || !/^\d+(\.\d+)?$/.test(step)) return true;
  const places = (text: string) => (text.split('.')[1] ?? '').replace(/0+$/, '').length;
  return places(value) <= places(step);
}

/** Magnitudes only: good enough to tell 1.234 from 1234, and free of rounding that could matter. */
function withinFactorTen(value: string, near: DecimalString): boolean {
  const ratio = Number(value) / Math.abs(Number(near));
  return ratio >= 0.1 && ratio <= 10;
}

function shift(value: string, tens: number): string {
  if (tens === 0) return value;
  const [whole = '0', fraction = ''] = value.split('.');
  const padded = fraction.padEnd(tens, '0');
  const moved = (whole + padded.slice(0, tens)).replace(/^0+(?=\d)/, '');
  return padded.length > tens ? `${moved}.${padded.slice(tens)}` : moved;
}

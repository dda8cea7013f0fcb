import { type DecimalString, isDecimalString } from '../domain/decimal-string.ts';
import type { Figure } from '../domain/exposure.ts';
import { isUnknown, type Unknown, unknown } from '../domain/known.ts';
import { type Decimal, isPositive, parse, plain } from './decimal.ts';

/** A number inside the engine, or why there is none. Nothing turns the second into zero. */
export type Amount = Decimal | Unknown;

/** An input that was not given; `path` is its place in the input, e.g. `instruments.BTCUSDT.takerFee`. */
export function missingInput(path: string): Unknown {
  return unknown('missing-input', path, [path]);
}

/** The number at `path`, or the missing input of that name. A text that is no number says so. */
export function amountAt(path: string, text: DecimalString | undefined): Amount {
  if (text === undefined) return missingInput(path);
  return isDecimalString(text) ? parse(text) : unknown('unparsable', path, [path]);
}

/** The same for a price, a size or a leverage, which make no sense at or below zero. */
export function positiveAt(path: string, text: DecimalString | undefined): Amount {
  const amount = amountAt(path, text);
  return isUnknown(amount) || isPositive(amount) ? amount : unknown('unparsable', path, [path]);
}

type Settled<T extends readonly unknown[]> = { -readonly [K in keyof T]: Exclude<T[K], Unknown> };

/**
 * Computes from inputs that may be unknown. When any is, the answer is one `Unknown` that names every missing input of
 * all of them, in order and once each.
 */
export function combine<const T extends readonly unknown[], R>(
  inputs: T,
  compute: (...settled: Settled<T>) => R,
): R | Unknown {
  for (const input of inputs) {
    if (isUnknown(input)) return mergeUnknowns(inputs.filter(isUnknown));
  }
  return compute(...(inputs as unknown as Settled<T>));
}

/** One `Unknown` for several: the first one's reason and field, everybody's missing inputs. */
export function mergeUnknowns(unknowns: readonly Unknown[]): Unknown {
  const [first] = unknowns;
  if (first === undefined) throw new RangeError('nothing is unknown');
  // Most often one that is merged already, on its way through another figure.
  if (first.missing !== undefined && unknowns.every((each) => each === first)) return first;
  const missing = new Set(unknowns.flatMap((each) => each.missing ?? [each.field]));
  return unknown(first.why, first.field, [...missing]);
}

/** Sum of any number of amounts; unknown when one is. */
export function total(start: Decimal, amounts: readonly Amount[]): Amount {
  let sum = start;
  for (const amount of amounts) {
    if (isUnknown(amount)) return mergeUnknowns(amounts.filter(isUnknown));
    sum = sum.plus(amount);
  }
  return sum;
}

/** The amount as it leaves the engine. */
export function figure(amount: Amount): Figure {
  return isUnknown(amount) ? amount : plain(amount);
}

import { type DecimalString, divideDecimals, multiplyDecimals } from '../../domain/decimal-string.ts';
import type { Unknown } from '../../domain/known.ts';
import { unknown } from '../../domain/known.ts';
import type { SizeUnit } from '../../domain/ticket-reading.ts';

export interface SizeInputs {
  readonly size: DecimalString;
  readonly unit: SizeUnit;
  readonly kind: 'linear' | 'inverse' | undefined;
  /** Limit price, or the mark on a market order. */
  readonly price: DecimalString | undefined;
  readonly leverage: DecimalString | undefined;
  /** Coins (linear) or quote currency (inverse) a contract. */
  readonly contractSize: DecimalString | undefined;
}

/** Digits kept of a quotient: far below any lot of any venue. */
const places = 18;

/**
 * A typed size as base coin (linear) or face value in the quote currency (inverse), or what is missing for that.
 *
 * linear: base as it is; quote / price; cost x leverage / price; contracts x contract size.
 * inverse: quote as it is; base x price; cost (in coin) x leverage x price; contracts x contract size.
 * A percentage is of a sum the page works out by its own rules, so it is not converted.
 */
export function sizeInBase(inputs: SizeInputs): DecimalString | Unknown {
  const { size, unit, kind, price, leverage, contractSize } = inputs;
  if (unit === 'percent') return unknown('ambiguous', 'sizeBase');
  if (unit === 'contracts') {
    return contractSize === undefined ? missing('contractSize') : multiplyDecimals(size, contractSize);
  }
  if (kind === undefined) return unknown('venue-facts-missing', 'sizeBase');
  if (unit === 'base' && kind === 'linear') return size;
  if (unit === 'quote' && kind === 'inverse') return size;
  if (price === undefined) return missing('price');
  if (unit === 'base') return multiplyDecimals(size, price);
  if (unit === 'quote') return divided(size, price);
  if (leverage === undefined) return missing('leverage');
  const value = multiplyDecimals(size, leverage);
  return kind === 'inverse' ? multiplyDecimals(value, price) : divided(value, price);
}

function missing(input: string): Unknown {
  return unknown('missing-input', 'sizeBase', [input]);
}

function divided(value: DecimalString, price: DecimalString): DecimalString | Unknown {
  return divideDecimals(value, price, places) ?? unknown('undefined-ratio', 'sizeBase');
}

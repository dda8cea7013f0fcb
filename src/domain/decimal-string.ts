/**
 * Decimal strings: the only form in which money, prices, sizes and rates travel outside the engine.
 *
 * `-?\d+(\.\d+)?`, no exponent, no thousands mark. The few exact operations here (integers scaled by a power of ten)
 * serve code that must not carry the engine's decimal library: the page script, the rules and the screens.
 */

declare const brand: unique symbol;
export type DecimalString = string & { readonly [brand]: 'DecimalString' };

const pattern = /^-?\d+(\.\d+)?$/;

export function isDecimalString(value: unknown): value is DecimalString {
  return typeof value === 'string' && pattern.test(value);
}

/**
 * Brands a literal or an already validated text.
 * @throws {RangeError} when the text is not a decimal string: that is a bug of the caller, not bad input.
 */
export function decimal(text: string): DecimalString {
  if (!isDecimalString(text)) throw new RangeError(`not a decimal string: ${JSON.stringify(text)}`);
  return text;
}

interface Scaled {
  readonly units: bigint;
  readonly places: number;
}

function scaled(value: DecimalString): Scaled {
  const point = value.indexOf('.');
  if (point < 0) return { units: BigInt(value), places: 0 };
  const places = value.length - point - 1;
  return { units: BigInt(value.slice(0, point) + value.slice(point + 1)), places };
}

function plain({ units, places }: Scaled): DecimalString {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return (sign + whole + (fraction === '' ? '' : `.${fraction}`)) as DecimalString;
}

function aligned(a: DecimalString, b: DecimalString): { a: bigint; b: bigint; places: number } {
  const left = scaled(a);
  const right = scaled(b);
  const places = Math.max(left.places, right.places);
  return {
    a: left.units * 10n ** BigInt(places - left.places),
    b: right.units * 10n ** BigInt(places - right.places),
    places,
  };
}

/** Negative when `a < b`, 0 when equal, positive when `a > b`. Exact. */
export function compareDecimals(a: DecimalString, b: DecimalString): number {
  const pair = aligned(a, b);
  return pair.a < pair.b ? -1 : pair.a > pair.b ? 1 : 0;
}

/** Exact sum, trailing zeros removed. Example: `addDecimals('0.1', '0.20')` is `'0.3'`. */
export function addDecimals(a: DecimalString, b: DecimalString): DecimalString {
  const pair = aligned(a, b);
  return plain({ units: pair.a + pair.b, places: pair.places });
}

/** Exact difference `a - b`, trailing zeros removed. */
export function subtractDecimals(a: DecimalString, b: DecimalString): DecimalString {
  const pair = aligned(a, b);
  return plain({ units: pair.a - pair.b, places: pair.places });
}

/** Exact product, trailing zeros removed. Example: `multiplyDecimals('0.05', '200')` is `'10'`. */
export function multiplyDecimals(a: DecimalString, b: DecimalString): DecimalString {
  const left = scaled(a);
  const right = scaled(b);
  return plain({ units: left.units * right.units, places: left.places + right.places });
}

/** Value without its sign. */
export function absoluteDecimal(value: DecimalString): DecimalString {
  return (value.startsWith('-') ? value.slice(1) : value) as DecimalString;
}

/** Same number, one spelling: no leading or trailing zeros, no minus zero. `'010.50'` becomes `'10.5'`. */
export function canonicalDecimal(value: DecimalString): DecimalString {
  return plain(scaled(value));
}

/**
 * `a / b` cut off (toward zero) after `places` digits, trailing zeros removed; `undefined` when `b` is zero.
 * Exact to the last digit kept. Example: `divideDecimals('2', '3', 4)` is `'0.6666'`.
 */
export function divideDecimals(
  a: DecimalString,
  b: DecimalString,
  places: number,
): DecimalString | undefined {
  const pair = aligned(a, b);
  if (pair.b === 0n) return undefined;
  return plain({ units: (pair.a * 10n ** BigInt(places)) / pair.b, places });
}

/** The larger of two. */
export function largerDecimal(a: DecimalString, b: DecimalString): DecimalString {
  return compareDecimals(a, b) >= 0 ? a : b;
}

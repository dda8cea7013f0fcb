import { Decimal as Library } from 'decimal.js';
import type { DecimalString } from '../domain/decimal-string.ts';

/**
 * The engine's numbers, and the only place that knows decimal.js.
 *
 * Sums, products, quotients and comparisons are the engine's hot path, hundreds a ticket, so they are done here on whole
 * numbers: four to six times as fast as the library, and equal to it digit for digit (tested against it). What is rare
 * (roots, numbers in floating point) goes through an own clone of the library, so that nobody else's settings reach here.
 *
 * Both round to 40 significant digits, half to even: sums and products of the inputs this engine accepts (at most 30
 * digits before the point) stay exact in practice, quotients carry an error below 1e-39 relative, far under the 1e-18
 * that the differential test asks for.
 */
const significantDigits = 40;
const Exact = Library.clone({ precision: significantDigits, rounding: Library.ROUND_HALF_EVEN });

/** 10^0 to 10^511: more than the places of any input and their products. */
const powers: readonly bigint[] = Array.from({ length: 512 }, (_, exponent) => 10n ** BigInt(exponent));

function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

/** Units at which a number has more digits than are kept. */
const tooMany = powerOfTen(significantDigits);
const tooManyBelow = -tooMany;

/** Digits that a floating-point number holds exactly: through it is the shorter way to a whole number. */
const exactDigits = 15;

const pointCode = '.'.charCodeAt(0);
const minusCode = '-'.charCodeAt(0);
const zeroCode = '0'.charCodeAt(0);

/** Beyond this a bigint may not fit into a floating-point number. */
const largestEstimated = 1e300;

/** Decimal digits of a whole number above 0: estimated, then set right. */
function digitsOf(units: bigint): number {
  const estimate = Number(units);
  let digits = estimate < largestEstimated ? Math.floor(Math.log10(estimate)) + 1 : units.toString().length;
  while (units >= powerOfTen(digits)) digits += 1;
  while (units < powerOfTen(digits - 1)) digits -= 1;
  return digits;
}

function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units;
}

/** a / b, b > 0, to the nearest whole number, a half to the even one. */
function nearest(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  const twice = magnitude(a - quotient * b) * 2n;
  if (twice < b || (twice === b && (quotient & 1n) === 0n)) return quotient;
  return a < 0n ? quotient - 1n : quotient + 1n;
}

/** What a number can be combined with: another one, a small whole number, or a text. */
type Operand = Decimal | number | DecimalString;

/** `units` x 10^-`places`. Immutable; there is no infinity, no not-a-number and no minus zero. */
export class Decimal {
  readonly units: bigint;
  readonly places: number;

  private constructor(units: bigint, places: number) {
    this.units = units;
    this.places = places;
  }

  /** `places` may be below 0 where there are more digits than are kept. */
  static of(units: bigint, places: number): Decimal {
    if (units < tooMany && units > tooManyBelow) return new Decimal(units, places);
    const over = digitsOf(magnitude(units)) - significantDigits;
    const kept = nearest(units, powerOfTen(over));
    return over <= places
      ? new Decimal(kept, places - over)
      : new Decimal(kept * powerOfTen(over - places), 0);
  }

  /** A number, or a decimal text without an exponent, of which every digit is kept. */
  static from(value: Operand): Decimal {
    if (value instanceof Decimal) return value;
    if (typeof value === 'number')
      return Number.isInteger(value) ? Decimal.of(BigInt(value), 0) : fromNumber(value);
    return value.length <= exactDigits ? Decimal.#short(value) : Decimal.#long(value);
  }

  static #short(text: DecimalString): Decimal {
    let units = 0;
    let point = text.length - 1;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === pointCode) point = at;
      else if (code !== minusCode) units = units * 10 + code - zeroCode;
    }
    return new Decimal(BigInt(text.charCodeAt(0) === minusCode ? -units : units), text.length - 1 - point);
  }

  static #long(text: DecimalString): Decimal {
    const point = text.indexOf('.');
    if (point < 0) return new Decimal(BigInt(text), 0);
    return new Decimal(BigInt(text.slice(0, point) + text.slice(point + 1)), text.length - point - 1);
  }

  plus(other: Operand): Decimal {
    const { units, places } = Decimal.from(other);
    if (places === this.places) return Decimal.of(this.units + units, places);
    return places < this.places
      ? Decimal.of(this.units + units * powerOfTen(this.places - places), this.places)
      : Decimal.of(this.units * powerOfTen(places - this.places) + units, places);
  }

  minus(other: Operand): Decimal {
    const { units, places } = Decimal.from(other);
    if (places === this.places) return Decimal.of(this.units - units, places);
    return places < this.places
      ? Decimal.of(this.units - units * powerOfTen(this.places - places), this.places)
      : Decimal.of(this.units * powerOfTen(places - this.places) - units, places);
  }

  times(other: Operand): Decimal {
    const { units, places } = Decimal.from(other);
    return Decimal.of(this.units * units, this.places + places);
  }

  /** @throws RangeError when dividing by zero: whoever divides has looked. */
  div(other: Operand): Decimal {
    const by = Decimal.from(other);
    if (by.units === 0n) throw new RangeError('division by zero');
    if (this.units === 0n) return zero;
    const divisor = magnitude(by.units);
    const dividend = by.units < 0n ? -this.units : this.units;
    // At least one digit more than is kept, so that the second rounding is never of a rounded number.
    const shift = Math.max(0, significantDigits + 2 + digitsOf(divisor) - digitsOf(magnitude(dividend)));
    const scaled = dividend * powerOfTen(shift);
    const quotient = scaled / divisor;
    const places = this.places - by.places + shift;
    if (quotient * divisor === scaled) return trimmed(quotient, places);
    // A digit that is not zero stands for all that follow: no quotient is mistaken for a half.
    const sticky = quotient * 10n + (dividend < 0n ? -1n : 1n);
    return Decimal.of(sticky, places + 1);
  }

  neg(): Decimal {
    return new Decimal(-this.units, this.places);
  }

  abs(): Decimal {
    return this.units < 0n ? this.neg() : this;
  }

  /** < 0, 0 or > 0 as this is below, at or above the other. */
  cmp(other: Operand): number {
    const { units, places } = Decimal.from(other);
    let [a, b] = [this.units, units];
    if (places < this.places) b *= powerOfTen(this.places - places);
    else if (places > this.places) a *= powerOfTen(places - this.places);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  eq(other: Operand): boolean {
    return this.cmp(other) === 0;
  }

  lt(other: Operand): boolean {
    return this.cmp(other) < 0;
  }

  lte(other: Operand): boolean {
    return this.cmp(other) <= 0;
  }

  gt(other: Operand): boolean {
    return this.cmp(other) > 0;
  }

  gte(other: Operand): boolean {
    return this.cmp(other) >= 0;
  }

  isZero(): boolean {
    return this.units === 0n;
  }

  isNegative(): boolean {
    return this.units < 0n;
  }

  /** Digits before the point less one, as in scientific notation; of 0 it is 0. */
  get exponent(): number {
    return this.units === 0n ? 0 : digitsOf(magnitude(this.units)) - this.places - 1;
  }

  sqrt(): Decimal {
    return fromLibrary(new Exact(this.toFixed()).sqrt());
  }

  toSignificantDigits(digits: number): Decimal {
    return fromLibrary(new Exact(this.toFixed()).toSignificantDigits(digits));
  }

  toNumber(): number {
    return Number(this.toFixed());
  }

  /** Without exponent, minus zero or trailing zeros. */
  toFixed(): string {
    const { units, places } = this;
    if (places === 0) return units.toString();
    const digits = magnitude(units)
      .toString()
      .padStart(places + 1, '0');
    const point = digits.length - places;
    let end = digits.length;
    while (end > point && digits.charCodeAt(end - 1) === zeroCode) end -= 1;
    const text =
      end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`;
    return units < 0n ? `-${text}` : text;
  }
}

/** An exact quotient without the zeros its scaling left: short numbers are quick numbers. */
function trimmed(units: bigint, places: number): Decimal {
  let [kept, left] = [units, places];
  for (const step of [32, 16, 8, 4, 2, 1]) {
    while (left >= step && kept % powerOfTen(step) === 0n) {
      kept /= powerOfTen(step);
      left -= step;
    }
  }
  return Decimal.of(kept, left);
}

function fromLibrary(value: Library): Decimal {
  return parse(value.toFixed() as DecimalString);
}

/** The number a decimal string stands for. */
export function parse(text: DecimalString): Decimal {
  return Decimal.from(text);
}

/** A number that is no money: a starting guess or a tolerance. */
export function fromNumber(value: number): Decimal {
  return fromLibrary(new Exact(value));
}

/** A number as a decimal string: no exponent, no minus zero, no trailing zeros. */
export function plain(value: Decimal): DecimalString {
  return value.toFixed() as DecimalString;
}

export const zero: Decimal = Decimal.of(0n, 0);
export const one: Decimal = Decimal.of(1n, 0);

/** 10^-places. */
export function unitOf(places: number): Decimal {
  return Decimal.of(1n, places);
}

/** What quotients, rounded in the fortieth digit, may leave of a difference that is none: so much of the figure. */
export const residue: Decimal = unitOf(30);

/** > 0 */
export function isPositive(value: Decimal): boolean {
  return value.units > 0n;
}

/** The value, or 0 where it is below. */
export function notBelowZero(value: Decimal): Decimal {
  return value.units < 0n ? zero : value;
}

export function larger(a: Decimal, b: Decimal): Decimal {
  return a.lt(b) ? b : a;
}

export function smaller(a: Decimal, b: Decimal): Decimal {
  return b.lt(a) ? b : a;
}

/** The largest number of so many places that is not above the value; `up`: the smallest that is not below. */
export function roundedTo(places: number, value: Decimal, way: 'down' | 'up'): Decimal {
  if (value.places <= places) return value;
  const step = powerOfTen(value.places - places);
  const cut = value.units / step;
  const rest = value.units - cut * step;
  if (way === 'down') return Decimal.of(rest < 0n ? cut - 1n : cut, places);
  return Decimal.of(rest > 0n ? cut + 1n : cut, places);
}

import { Decimal as Library } from 'decimal.js';
import type { DecimalString } from '../domain/decimal-string.ts';

/**
 * The engine's numbers: the only place that knows decimal.js.
 *
 * An own clone, so that nobody else's settings reach the engine. 40 significant digits: sums and products of the inputs
 * this engine accepts (at most 30 digits before the point) stay exact in practice, quotients carry an
 * error below 1e-39 relative, far under the 1e-18 that the differential test asks for.
 */
const Exact = Library.clone({ precision: 40, rounding: Library.ROUND_HALF_EVEN });

export type Decimal = Library;

/** The number a decimal string stands for. */
export function parse(text: DecimalString): Decimal {
  return new Exact(text);
}

/** A number that is no money: a starting guess or a tolerance. */
export function fromNumber(value: number): Decimal {
  return new Exact(value);
}

/** A number as a decimal string: no exponent, no minus zero, no trailing zeros. */
export function plain(value: Decimal): DecimalString {
  return value.toFixed() as DecimalString;
}

export const zero: Decimal = new Exact(0);
export const one: Decimal = new Exact(1);

/** > 0, without the copy that a comparison makes. */
export function isPositive(value: Decimal): boolean {
  return !value.isNegative() && !value.isZero();
}

/** The value, or 0 where it is below. */
export function notBelowZero(value: Decimal): Decimal {
  return value.isNegative() ? zero : value;
}

export function larger(a: Decimal, b: Decimal): Decimal {
  return a.lt(b) ? b : a;
}

export function smaller(a: Decimal, b: Decimal): Decimal {
  return b.lt(a) ? b : a;
}

import type { DecimalString } from '../domain/decimal-string.ts';
import { type Decimal, parse } from './decimal.ts';

/** A decimal as a whole number of units of 10^-places. */
export interface Exact {
  readonly units: bigint;
  readonly places: number;
}

/** Powers of ten up to the longest input the engine accepts, and their products. */
const powers: readonly bigint[] = Array.from({ length: 400 }, (_, exponent) => 10n ** BigInt(exponent));

function power(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

/** Digits that a floating-point number holds exactly: through it is the shorter way to a whole number. */
const exactDigits = 15;

export function exact(text: DecimalString): Exact {
  const point = text.indexOf('.');
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
  return {
    units: digits.length <= exactDigits ? BigInt(Number(digits)) : BigInt(digits),
    places: point < 0 ? 0 : text.length - point - 1,
  };
}

/** a - b */
export function difference(a: Exact, b: Exact): Exact {
  if (a.places === b.places) return { units: a.units - b.units, places: a.places };
  return a.places > b.places
    ? { units: a.units - b.units * power(a.places - b.places), places: a.places }
    : { units: a.units * power(b.places - a.places) - b.units, places: b.places };
}

export function isAtMost(a: Exact, b: Exact): boolean {
  if (a.places === b.places) return a.units <= b.units;
  return a.places > b.places
    ? a.units <= b.units * power(a.places - b.places)
    : a.units * power(b.places - a.places) <= b.units;
}

export function product(a: Exact, b: Exact): Exact {
  return { units: a.units * b.units, places: a.places + b.places };
}

/** A running sum of exact decimals: units are kept apart by their places, so that adding never rescales. */
export class ExactSum {
  readonly #units: bigint[] = [];

  add({ units, places }: Exact): void {
    while (this.#units.length <= places) this.#units.push(0n);
    this.#units[places] = (this.#units[places] ?? 0n) + units;
  }

  subtract({ units, places }: Exact): void {
    this.add({ units: -units, places });
  }

  total(): Decimal {
    const last = Math.max(0, this.#units.length - 1);
    const sum = this.#units.reduce(
      (all, units, places) => (units === 0n ? all : all + units * power(last - places)),
      0n,
    );
    const digits = (sum < 0n ? -sum : sum).toString().padStart(last + 1, '0');
    const whole = digits.slice(0, digits.length - last);
    const text = last === 0 ? whole : `${whole}.${digits.slice(digits.length - last)}`;
    return parse((sum < 0n ? `-${text}` : text) as DecimalString);
  }
}

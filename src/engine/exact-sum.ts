import type { DecimalString } from '../domain/decimal-string.ts';
import { type Decimal, parse } from './decimal.ts';

/** A decimal as a whole number of units of 10^-places. */
export interface Exact {
  readonly units: bigint;
  readonly places: number;
}

export function exact(text: DecimalString): Exact {
  const point = text.indexOf('.');
  if (point < 0) return { units: BigInt(text), places: 0 };
  return { units: BigInt(text.slice(0, point) + text.slice(point + 1)), places: text.length - point - 1 };
}

/** a - b */
export function difference(a: Exact, b: Exact): Exact {
  if (a.places === b.places) return { units: a.units - b.units, places: a.places };
  return a.places > b.places
    ? { units: a.units - b.units * 10n ** BigInt(a.places - b.places), places: a.places }
    : { units: a.units * 10n ** BigInt(b.places - a.places) - b.units, places: b.places };
}

export function product(a: Exact, b: Exact): Exact {
  return { units: a.units * b.units, places: a.places + b.places };
}

/** A running sum of exact decimals: units are kept apart by their places, so that adding never rescales. */
export class ExactSum {
  readonly #units: bigint[] = [];

  add({ units, places }: Exact): void {
    this.#units[places] = (this.#units[places] ?? 0n) + units;
  }

  subtract({ units, places }: Exact): void {
    this.#units[places] = (this.#units[places] ?? 0n) - units;
  }

  total(): Decimal {
    const places = this.#units.length;
    let sum = 0n;
    for (let at = 0; at < places; at += 1) sum = sum * 10n + (this.#units[at] ?? 0n);
    const last = Math.max(0, places - 1);
    return parse(`${sum}` as DecimalString).div(parse(`1${'0'.repeat(last)}` as DecimalString));
  }
}

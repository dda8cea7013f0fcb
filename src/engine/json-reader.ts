import { type DecimalString, isDecimalString } from '../domain/decimal-string.ts';
import { parse } from './decimal.ts';

/** The first thing that is wrong with an input: where, and what it should be. Caught where the reading started. */
export class InputError extends Error {
  readonly path: string;
  readonly expected: string;

  constructor(path: string, expected: string) {
    super(`${path}: should be ${expected}`);
    this.path = path;
    this.expected = expected;
  }
}

/** Longer numbers are mistakes. Fractions may be long: recorded positions carry quotients to sixty places. */
const mostWholeDigits = 30;
const mostFractionDigits = 80;

type Bound = 'any' | 'not-negative' | 'positive';

const boundText: Readonly<Record<Bound, string>> = {
  any: '',
  'not-negative': ' that is not negative',
  positive: ' above zero',
};

/** One object of raw JSON, read member by member; every complaint carries the member's path. */
export class JsonObject {
  readonly #members: Readonly<Record<string, unknown>>;
  readonly path: string;

  constructor(value: unknown, path: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new InputError(path, 'an object');
    this.#members = value as Readonly<Record<string, unknown>>;
    this.path = path;
  }

  at(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  raw(name: string): unknown {
    return Object.hasOwn(this.#members, name) ? this.#members[name] : undefined;
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  names(): readonly string[] {
    return Object.keys(this.#members);
  }

  object(name: string): JsonObject {
    return new JsonObject(this.raw(name), this.at(name));
  }

  list(name: string): readonly unknown[] {
    const value = this.raw(name);
    if (!Array.isArray(value)) throw new InputError(this.at(name), 'an array');
    return value;
  }

  text(name: string): string {
    const value = this.raw(name);
    if (typeof value !== 'string' || value.trim() === '')
      throw new InputError(this.at(name), 'a non-empty text');
    return value;
  }

  oneOf<const T extends readonly string[]>(name: string, words: T): T[number] {
    const found = words.find((word) => word === this.raw(name));
    if (found === undefined) throw new InputError(this.at(name), `one of ${words.join(', ')}`);
    return found;
  }

  boolean(name: string): boolean {
    const value = this.raw(name);
    if (typeof value !== 'boolean') throw new InputError(this.at(name), 'true or false');
    return value;
  }

  decimal(name: string, bound: Bound = 'any'): DecimalString {
    const value = this.raw(name);
    const expected = `a decimal string${boundText[bound]}, such as "0.5"`;
    if (!isDecimalString(value)) throw new InputError(this.at(name), expected);
    const [whole = '', fraction = ''] = value.replace('-', '').split('.');
    if (whole.length > mostWholeDigits || fraction.length > mostFractionDigits) {
      throw new InputError(
        this.at(name),
        `a decimal string of at most ${mostWholeDigits} digits before and ${mostFractionDigits} after the point`,
      );
    }
    const number = parse(value);
    const inside = bound === 'any' || (bound === 'positive' ? number.gt(0) : number.gte(0));
    if (!inside) throw new InputError(this.at(name), expected);
    return value;
  }

  /** A decimal between two bounds, both included. */
  fraction(name: string, from: number, to: number): DecimalString {
    const value = this.decimal(name);
    const number = parse(value);
    if (number.lt(from) || number.gt(to)) {
      throw new InputError(this.at(name), `a fraction from ${from} to ${to}, such as "0.0005"`);
    }
    return value;
  }
}

/** Reads a member when it is there; the result spreads into the object being built. */
export function optional<const N extends string, T>(
  from: JsonObject,
  name: N,
  read: (name: N) => T,
): { readonly [K in N]?: T } {
  return from.has(name) ? ({ [name]: read(name) } as { [K in N]: T }) : {};
}

import { Decimal as Library } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import {
  Decimal,
  fromNumber,
  isPositive,
  larger,
  notBelowZero,
  parse,
  plain,
  smaller,
  unitOf,
} from './decimal.ts';

/** The library that the engine's arithmetic has to equal, digit for digit. */
const Reference = Library.clone({ precision: 40, rounding: Library.ROUND_HALF_EVEN });

const runs = { numRuns: 1000 };

/** Decimal texts of up to 30 digits before and 80 after the point, short and long, with zeros and fives at the end. */
const text: fc.Arbitrary<string> = fc
  .record({
    negative: fc.boolean(),
    whole: fc.oneof(
      fc.constant('0'),
      fc.stringMatching(/^[1-9]\d{0,5}$/),
      fc.stringMatching(/^[1-9]\d{0,29}$/),
    ),
    fraction: fc.oneof(
      fc.constant(''),
      fc.stringMatching(/^\d{1,6}$/),
      fc.stringMatching(/^0{0,40}\d{1,38}50{0,1}$/),
    ),
  })
  .map(
    ({ negative, whole, fraction }) =>
      `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`,
  );

const withoutMinusZero = (value: Library) => (value.isZero() ? '0' : value.toFixed());
const reference = (value: string) => new Reference(value);
const number = (value: string) => parse(decimal(value));

describe('equal to the library', () => {
  it.each(['plus', 'minus', 'times'] as const)('%s', (operation) => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const expected = reference(a)[operation](reference(b));
        expect(plain(number(a)[operation](number(b)))).toBe(withoutMinusZero(expected));
      }),
      runs,
    );
  });

  it('div', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        fc.pre(!reference(b).isZero());
        expect(plain(number(a).div(number(b)))).toBe(withoutMinusZero(reference(a).div(reference(b))));
      }),
      runs,
    );
  });

  it('comparisons and the exponent', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [number(a), number(b)];
        const [p, q] = [reference(a), reference(b)];
        expect(x.cmp(y)).toBe(p.cmp(q));
        expect([x.lt(y), x.lte(y), x.gt(y), x.gte(y), x.eq(y)]).toEqual([
          p.lt(q),
          p.lte(q),
          p.gt(q),
          p.gte(q),
          p.eq(q),
        ]);
        expect([x.isZero(), isPositive(x)]).toEqual([p.isZero(), p.gt(0)]);
        expect(x.exponent).toBe(p.isZero() ? 0 : p.e);
        expect(plain(x.neg())).toBe(withoutMinusZero(p.neg()));
        expect(plain(x.abs())).toBe(withoutMinusZero(p.abs()));
        expect(x.isNegative()).toBe(p.lt(0));
        expect(plain(larger(x, y))).toBe(withoutMinusZero(Reference.max(p, q)));
        expect(plain(smaller(x, y))).toBe(withoutMinusZero(Reference.min(p, q)));
        expect(plain(notBelowZero(x))).toBe(withoutMinusZero(Reference.max(p, 0)));
      }),
      runs,
    );
  });

  it('roots and rounding to so many digits', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (a, digits) => {
        const p = reference(a);
        expect(plain(number(a).abs().sqrt())).toBe(p.abs().sqrt().toFixed());
        expect(plain(number(a).toSignificantDigits(digits))).toBe(
          withoutMinusZero(p.toSignificantDigits(digits)),
        );
      }),
      runs,
    );
  });
});

describe('rounding to 40 digits', () => {
  const long = (last: string) => `1${'0'.repeat(38)}${last}`;

  it.each([
    // A tie goes to the even neighbour, more than a tie away from it, of either sign.
    [`${long('0')}5`, `${long('0')}0`],
    [`${long('1')}5`, `${long('2')}0`],
    [`${long('0')}51`, `${long('1')}00`],
    [`-${long('1')}5`, `-${long('2')}0`],
    [`-${long('0')}5`, `-${long('0')}0`],
    [`0.${long('1')}5`, `0.${long('2')}`],
    // Nines carry into one digit more.
    [`${'9'.repeat(40)}5`, `1${'0'.repeat(41)}`],
  ])('%s is kept as %s', (given, kept) => {
    expect(plain(number(given).plus(0))).toBe(kept);
  });

  it('a quotient that goes on for ever is not mistaken for a tie', () => {
    // 1 / 3 and 2 / 3 to 40 digits.
    expect(plain(number('1').div(3))).toBe(`0.${'3'.repeat(40)}`);
    expect(plain(number('-2').div(3))).toBe(`-0.${'6'.repeat(39)}7`);
  });

  it('an exact quotient is short', () => {
    expect(number('1').div(8)).toMatchObject({ units: 125n, places: 3 });
    expect(number('4000').div(number('0.02'))).toMatchObject({ units: 200000n, places: 0 });
  });
});

describe('texts', () => {
  it.each(['0', '-0.5', '12', '0.000000000000000000000001', '-1234567890.0987654321'])(
    '%s comes back',
    (given) => {
      expect(plain(number(given))).toBe(given);
    },
  );

  it.each([
    ['1.500', '1.5'],
    ['100', '100'],
    ['-0', '0'],
    ['-0.000', '0'],
    ['7.000', '7'],
  ])('%s is written %s', (given, written) => {
    expect(plain(number(given))).toBe(written);
  });

  it('numbers in floating point are what they print', () => {
    expect(plain(fromNumber(1e-20))).toBe('0.00000000000000000001');
    expect(plain(fromNumber(0.1))).toBe('0.1');
    expect(plain(Decimal.from(2.5))).toBe('2.5');
    expect(plain(Decimal.from(-7))).toBe('-7');
    expect(number('0.1').toNumber()).toBe(0.1);
    expect(plain(unitOf(3))).toBe('0.001');
  });
});

it('division by zero is a mistake of whoever divides', () => {
  expect(() => number('1').div(0)).toThrow(RangeError);
  expect(plain(number('0').div(3))).toBe('0');
});

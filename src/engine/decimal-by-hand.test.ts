import { describe, expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import {
  Decimal,
  fromNumber,
  isPositive,
  larger,
  notBelowZero,
  one,
  parse,
  plain,
  roundedTo,
  smaller,
  unitOf,
  zero,
} from './decimal.ts';

/** Few figures, done by hand; `decimal.test.ts` holds thousands of random ones to the library. */

const number = (value: string) => parse(decimal(value));
const zeros = (count: number) => '0'.repeat(count);

describe('sums and differences', () => {
  it.each([
    ['1.5', '2.25', '3.75', '-0.75'],
    ['2.25', '1.5', '3.75', '0.75'],
    ['0.75', '0.25', '1', '0.5'],
    ['-3', '0.001', '-2.999', '-3.001'],
    ['0.001', '-3', '-2.999', '3.001'],
    ['12345678901234567.5', '0.25', '12345678901234567.75', '12345678901234567.25'],
  ])('%s and %s: %s, %s', (a, b, sum, difference) => {
    expect(plain(number(a).plus(number(b)))).toBe(sum);
    expect(plain(number(a).minus(number(b)))).toBe(difference);
  });

  it('take whole numbers, numbers in floating point and texts as well', () => {
    expect(plain(number('0.5').plus(2))).toBe('2.5');
    expect(plain(number('0.5').minus(0.25))).toBe('0.25');
    expect(plain(number('0.5').times(decimal('-1.5')))).toBe('-0.75');
    expect(plain(number('3').div(2))).toBe('1.5');
  });
});

describe('products and quotients', () => {
  it.each([
    ['1.5', '-0.25', '-0.375', '-6'],
    ['-1.5', '-0.25', '0.375', '6'],
    ['-7', '0.5', '-3.5', '-14'],
    ['0', '-4', '0', '0'],
    ['100', '0.000008', '0.0008', '12500000'],
  ])('%s and %s: %s, %s', (a, b, product, quotient) => {
    expect(plain(number(a).times(number(b)))).toBe(product);
    expect(plain(number(a).div(number(b)))).toBe(quotient);
  });

  it('a quotient far above one: of a long number by a small one, and by a very small one', () => {
    expect(plain(number(`1${zeros(50)}`).div(number('0.01')))).toBe(`1${zeros(52)}`);
    expect(plain(number(`1${zeros(49)}1`).div(number('0.03')))).toBe(`${'3'.repeat(40)}${zeros(12)}`);
    expect(plain(one.div(number(`0.${zeros(79)}1`)))).toBe(`1${zeros(80)}`);
    expect(plain(one.div(number(`0.${zeros(79)}3`)))).toBe(`${'3'.repeat(40)}${zeros(40)}`);
  });

  it('a quotient a trace beyond a tie is rounded away from it, of either sign', () => {
    // A third of it is 1 + 5e-40 + 1e-42 / 3: a tie at 40 digits, but for what the division never ends with.
    const thrice = `3.${zeros(38)}1501`;
    expect(plain(number(thrice).div(3))).toBe(`1.${zeros(38)}1`);
    expect(plain(number(`-${thrice}`).div(3))).toBe(`-1.${zeros(38)}1`);
    expect(plain(number(thrice).div(-3))).toBe(`-1.${zeros(38)}1`);
    // Just short of one it is rounded back: 1 + 5e-40 - 2e-42 / 3.
    expect(plain(number(`3.${zeros(38)}1498`).div(3))).toBe('1');
  });

  it('by zero is a mistake that says so', () => {
    expect(() => one.div(0)).toThrow(/^division by zero$/);
    expect(() => zero.div(zero)).toThrow(/^division by zero$/);
  });

  it('an exact quotient keeps no zeros of its scaling', () => {
    expect(number('123456789012345678901').div(1)).toMatchObject({
      units: 123456789012345678901n,
      places: 0,
    });
    expect(number('1').div(number('1.25'))).toMatchObject({ units: 8n, places: 1 });
    expect(number('-300').div(3)).toMatchObject({ units: -100n, places: 0 });
  });
});

describe('signs and order', () => {
  it.each([
    ['1.5', '1.50', 0],
    ['1.5', '1.49', 1],
    ['1.49', '1.5', -1],
    ['-2', '0.001', -1],
    ['3', '2.999', 1],
    ['0', '-0.00', 0],
  ])('%s against %s: %s', (a, b, order) => {
    const [x, y] = [number(a), number(b)];
    expect(x.cmp(y)).toBe(order);
    expect([x.lt(y), x.lte(y), x.eq(y), x.gte(y), x.gt(y)]).toEqual([
      order < 0,
      order <= 0,
      order === 0,
      order >= 0,
      order > 0,
    ]);
    expect(larger(x, y).eq(order < 0 ? y : x)).toBe(true);
    expect(smaller(x, y).eq(order < 0 ? x : y)).toBe(true);
  });

  it.each([
    ['-2.5', '2.5', '2.5', '0'],
    ['2.5', '-2.5', '2.5', '2.5'],
    ['0', '0', '0', '0'],
  ])('%s: turned round %s, without its sign %s, not below zero %s', (given, turned, bare, kept) => {
    const value = number(given);
    expect(plain(value.neg())).toBe(turned);
    expect(plain(value.abs())).toBe(bare);
    expect(plain(notBelowZero(value))).toBe(kept);
    expect(value.isNegative()).toBe(given.startsWith('-'));
    expect(value.isZero()).toBe(given === '0');
    expect(isPositive(value)).toBe(given === '2.5');
  });
});

describe('digits', () => {
  it.each([
    ['0', 0],
    ['0.000', 0],
    ['1', 0],
    ['9', 0],
    ['10', 1],
    ['-20', 1],
    ['1234.5', 3],
    ['0.001', -3],
    ['0.0999', -2],
    // In floating point these are the next power of ten, or more than fits.
    ['999999999999999999999', 20],
    ['1000000000000000000000', 21],
    [`1${zeros(400)}`, 400],
    [`${'9'.repeat(300)}`, 299],
  ])('%s has the exponent %s', (given, exponent) => {
    expect(number(given).exponent).toBe(exponent);
  });

  it('powers of ten are told from what is next to them, however large', () => {
    for (let exponent = 1; exponent < 340; exponent += 1) {
      const power = 10n ** BigInt(exponent);
      expect(parse(decimal(String(power))).exponent).toBe(exponent);
      expect(parse(decimal(String(power - 1n))).exponent).toBe(exponent - 1);
    }
  });

  it('more than are kept are rounded, before the point and behind it', () => {
    // 41 digits, 20 of them behind the point, of which 19 are left.
    expect(plain(number(`1${zeros(20)}.${zeros(18)}26`).plus(0))).toBe(`1${zeros(20)}.${zeros(18)}3`);
    // 600 digits: beyond any power of ten that is kept ready.
    expect(plain(number(`${'1'.repeat(600)}`).plus(0))).toBe(`${'1'.repeat(40)}${zeros(560)}`);
    expect(plain(number(`-${'1'.repeat(39)}6.5`).plus(0))).toBe(`-${'1'.repeat(39)}6`);
  });

  it('a sum of very different sizes is the larger', () => {
    expect(plain(number(`1${zeros(44)}`).plus(1))).toBe(`1${zeros(44)}`);
    expect(plain(number(`1${zeros(44)}`).minus(1))).toBe(`1${zeros(44)}`);
  });
});

describe('texts', () => {
  it.each([
    ['-0.5', '-0.5'],
    ['0.05', '0.05'],
    ['10.0', '10'],
    ['10.50', '10.5'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', '1234567890123456'],
    ['-12345678901234.5', '-12345678901234.5'],
    ['-1234567890123.45', '-1234567890123.45'],
    ['98765432109876543.2100', '98765432109876543.21'],
    ['-0.00000000000000000', '0'],
  ])('%s is read and written %s', (given, written) => {
    expect(plain(number(given))).toBe(written);
    expect(number(given).toNumber()).toBe(Number(written));
  });

  it('numbers in floating point', () => {
    expect(plain(fromNumber(1e-7))).toBe('0.0000001');
    expect(plain(fromNumber(-2.5e21))).toBe(`-25${zeros(20)}`);
    expect(plain(unitOf(0))).toBe('1');
    expect(plain(Decimal.from(one))).toBe('1');
    expect(plain(zero)).toBe('0');
  });
});

describe('roots and rounding', () => {
  it('a root to forty digits', () => {
    expect(plain(number('2').sqrt())).toBe('1.41421356237309504880168872420969807857');
    expect(plain(number('0.0625').sqrt())).toBe('0.25');
  });

  it.each([
    ['1.25', 1, '1.2', '1.3'],
    ['-1.25', 1, '-1.3', '-1.2'],
    ['1.2', 1, '1.2', '1.2'],
    ['1.20', 1, '1.2', '1.2'],
    ['-1.20', 1, '-1.2', '-1.2'],
    ['1.2', 4, '1.2', '1.2'],
    ['0.001', 2, '0', '0.01'],
    ['-0.001', 2, '-0.01', '0'],
    ['7', 0, '7', '7'],
    ['7.001', 0, '7', '8'],
  ])('%s to %s places: down %s, up %s', (given, places, down, up) => {
    expect(plain(roundedTo(places, number(given), 'down'))).toBe(down);
    expect(plain(roundedTo(places, number(given), 'up'))).toBe(up);
  });

  it('to so many digits', () => {
    expect(plain(number('123.456').toSignificantDigits(4))).toBe('123.5');
    expect(plain(number('0.00125').toSignificantDigits(2))).toBe('0.0012');
  });
});

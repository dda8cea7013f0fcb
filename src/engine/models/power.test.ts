import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import { type Decimal, parse, plain } from '../decimal.ts';
import { type PowerSolution, powerCurve, powerRateOf, powerSlopeOf, solvePower } from './power.ts';

/**
 * Values are fifth powers, so that value^0.8 is a whole number: 32^0.8 = 16, 243^0.8 = 81, 3125^0.8 = 625. The trigger is
 * base + value x (1 - fee - rate) of a long and base - value x (1 + fee + rate) of a short; each base is the one that makes
 * it 0 at the value that is asked for.
 */

const number = (text: string) => parse(decimal(text));

const curveOf = (base: string, baseInitial: string, factor: string) =>
  powerCurve({ base: decimal(base), baseInitial: decimal(baseInitial), factor: decimal(factor) });

/** 1 % up to where 0.002 x value^0.8 is more, at value^0.8 = 5. */
const curve = curveOf('0.01', '0.1', '0.02');

/** To 20 digits. */
const shown = (value: Decimal | null) => value && plain(value.toSignificantDigits(20));

function solved(base: string, gains: boolean, fee: string, start: string, of = curve) {
  const { alive, value }: PowerSolution = solvePower(number(base), gains, number(fee), of, number(start));
  return [alive, shown(value)];
}

describe('the rate', () => {
  it('is base / baseInitial x factor x value^0.8, and never below the base', () => {
    expect(plain(curve.coefficient)).toBe('0.002');
    for (const [value, rate] of [
      ['0', '0.01'],
      [`0.${'0'.repeat(400)}1`, '0.01'],
      ['1', '0.01'],
      ['32', '0.032'],
      ['243', '0.162'],
      ['3125', '1.25'],
    ] as const)
      expect(shown(powerRateOf(curve, number(value)))).toBe(rate);
  });

  it('has all its digits: 2^0.8 = 1.7411011265922482782725400349594...', () => {
    const rate = powerRateOf(curveOf('0.01', '0.01', '1'), number('2'));
    expect(plain(rate.toSignificantDigits(36))).toBe('1.7411011265922482782725400349594922');
  });

  it('lets maintenance grow by itself on the base, and 1.8 times as much beyond', () => {
    expect(plain(powerSlopeOf(curve, number('0.01')))).toBe('0.01');
    expect(plain(powerSlopeOf(curve, number('0.032')))).toBe('0.0576');
  });
});

describe('a position that lives', () => {
  it.each([
    // 32 x (1 - 0.032), with a fee of 0.1 % too; 1 x (1 - 0.01), where the base rate is all.
    ['-30.976', '0', '100', '32'],
    ['-30.944', '0.001', '100', '32'],
    ['-30.976', '0', '32.001', '32'],
    ['-0.99', '0', '2', '1'],
    ['-0.99', '0', '1000', '1'],
    // Beyond the value at which a long's trigger is highest, 1,134.
    ['-203.634', '0', '1500', '243'],
  ])('long, base %s, fee %s, from %s: %s', (base, fee, start, value) => {
    expect(solved(base, true, fee, start)).toEqual([true, value]);
  });

  it.each([
    // 243 x (1 + 0.162), with a fee; 1 x 1.01.
    ['282.366', '0', '100', '243'],
    ['282.609', '0.001', '100', '243'],
    ['282.366', '0', '242.999', '243'],
    ['1.01', '0', '0.5', '1'],
    ['282.366', '0', '0.000001', '243'],
  ])('short, base %s, fee %s, from %s: %s', (base, fee, start, value) => {
    expect(solved(base, false, fee, start)).toEqual([true, value]);
  });

  it('a long that its collateral covers has none', () => {
    expect(solved('0', true, '0', '100')).toEqual([true, null]);
    expect(solved('5', true, '0', '100')).toEqual([true, null]);
  });
});

describe('a position that is liquidated already', () => {
  it.each([
    ['-30.976', '20', '32'],
    ['-30.976', '31.999', '32'],
    ['-203.634', '1', '243'],
  ])('long, base %s, from %s: lives again at %s', (base, start, value) => {
    expect(solved(base, true, '0', start)).toEqual([false, value]);
  });

  it.each([
    ['282.366', '500', '243'],
    ['282.366', '100000', '243'],
    ['1.01', '2', '1'],
  ])('short, base %s, from %s: lives again at %s', (base, start, value) => {
    expect(solved(base, false, '0', start)).toEqual([false, value]);
  });

  it('exactly on the trigger it is', () => {
    // 1 x (1 - 0.01) and 1 x (1 + 0.01), both at the value of 1: no crossing but there.
    expect(solved('-0.99', true, '0', '1')[0]).toBe(false);
    expect(solved('1.01', false, '0', '1')[0]).toBe(false);
  });

  it('none: no price is enough', () => {
    // A long's highest trigger, at 1,134, is 504 above its base.
    expect(solved('-505', true, '0', '100')).toEqual([false, null]);
    expect(solved('0', false, '0', '100')).toEqual([false, null]);
    expect(solved('-5', false, '0', '100')).toEqual([false, null]);
  });

  it('none on the way up from where more value only asks for more', () => {
    expect(solved('-30.976', true, '0', '2000')).toEqual([true, '32']);
    expect(solved('-30.976', true, '0', '3125')).toEqual([false, null]);
  });

  it('a long whose base rate asks for the whole value, or more', () => {
    expect(solved('-1', true, '0', '10', curveOf('1', '1', '0.1'))).toEqual([false, null]);
    expect(solved('-1', true, '0.5', '10', curveOf('0.5', '1', '0.1'))).toEqual([false, null]);
  });
});

describe('where the base rate is more than five ninths of the gain', () => {
  // 60 % up to 10^1.25 = 17.78, which is then the highest point; 9.26^1.25 = 16.2 would be it without a base rate.
  const high = curveOf('0.6', '1', '0.1');

  it('a long lives again between the two', () => {
    expect(solved('-6.8', true, '0', '10', high)).toEqual([false, '17']);
    expect(solved('-7.2', true, '0', '10', high)).toEqual([false, null]);
  });

  it('and is liquidated on either side of it', () => {
    expect(solved('-4', true, '0', '17', high)).toEqual([true, '10']);
  });
});

it('a first guess on the very summit is no way to the root, and does not stop the search', () => {
  // Gain 0.9; the rate is 0.5 x value^0.8, 0.5 at a value of 1, where the slope is 0.9 x 5 - 0.5 x 9 = 0. The rate at the
  // start, 1.61051 = 1.1^5, is 0.73205, which makes 1 the guess: 0.16795 / (0.9 - 0.73205).
  const steep = curveOf('0.01', '0.01', '0.5');
  const { alive, value } = solvePower(number('-0.16795'), true, number('0.1'), steep, number('1.61051'));
  expect(alive).toBe(true);
  const root = value?.toNumber() ?? 0;
  expect(root).toBeGreaterThan(0.16795 / 0.9);
  expect(root * (0.9 - 0.5 * root ** 0.8)).toBeCloseTo(0.16795, 14);
});

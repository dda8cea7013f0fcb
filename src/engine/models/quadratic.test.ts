import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import type { ContractKind } from '../../domain/instrument.ts';
import { parse, plain, zero } from '../decimal.ts';
import { fixedCurve, maintenanceOf } from './maintenance-curve.ts';
import { curveOfSize, type QuadraticLeg, solveQuadratic } from './quadratic.ts';
import { sizeRule } from './size-linear.ts';

const number = (text: string) => parse(decimal(text));

/** Maintenance of `size` contracts in x is size x `base` + perUnit x (size x)^2. */
function leg(gains: boolean, size: string, base: string, perUnit: string, triggerFee = '0'): QuadraticLeg {
  return {
    gains,
    size: number(size),
    curve: { kind: 'quadratic', base: number(base), perUnit: number(perUnit) },
    triggerFee: number(triggerFee),
  };
}

/** One rate, and `amount` less of maintenance. */
function straight(gains: boolean, size: string, rate: string, amount: string): QuadraticLeg {
  return { gains, size: number(size), curve: fixedCurve(number(rate), number(amount)), triggerFee: zero };
}

function solved(base: string, legs: readonly QuadraticLeg[], start: string, kind: ContractKind = 'inverse') {
  const { alive, crossing } = solveQuadratic(number(base), legs, number(start), kind);
  return [alive, typeof crossing === 'string' ? crossing : plain(crossing.at)];
}

describe('maintenance of a size', () => {
  const rule = sizeRule({ base: decimal('0.01'), perUnit: decimal('0.00005') });

  it('linear: 25 coins ask for 1 % and 25 times 0.005 %', () => {
    const curve = curveOfSize(rule, 'linear', number('25'));
    expect(curve.kind).toBe('brackets');
    expect(plain(maintenanceOf(curve, number('1000')))).toBe('11.25');
  });

  it('inverse: its coins are its value', () => {
    const curve = curveOfSize(rule, 'inverse', number('2500000'));
    expect(curve).toMatchObject({ kind: 'quadratic', base: rule.base, perUnit: rule.perUnit });
    expect(plain(maintenanceOf(curve, number('25')))).toBe('0.28125');
  });

  it('inverse, where size adds nothing: one rate', () => {
    const flat = sizeRule({ base: decimal('0.01'), perUnit: decimal('0') });
    const curve = curveOfSize(flat, 'inverse', number('2500000'));
    expect(curve.kind).toBe('brackets');
    expect(plain(maintenanceOf(curve, number('25')))).toBe('0.25');
  });
});

describe('one position that gains with x: base + x (1 - 0.1) - 0.1 x^2', () => {
  const legs = [leg(true, '1', '0.1', '0.1')];

  it.each([
    // -0.1 x^2 + 0.9 x - 0.8 = -0.1 (x - 1) (x - 8).
    ['-0.8', '5', true, '1'],
    ['-0.8', '7.9', true, '1'],
    ['-0.8', '0.5', false, '1'],
    ['-0.8', '1', false, '1'],
    // Past the second root no rise helps, nor on it.
    ['-0.8', '9', false, 'none-to-infinity'],
    ['-0.8', '8', false, 'none-to-infinity'],
    // -0.1 x^2 + 0.9 x = -0.1 x (x - 9): nothing below is dead.
    ['0', '5', true, 'none-to-zero'],
    // -0.1 (x + 1) (x - 10).
    ['1', '5', true, 'none-to-zero'],
    ['1', '11', false, 'none-to-infinity'],
    // 0.9^2 < 4 x 0.1 x 3: it never lives.
    ['-3', '5', false, 'none-to-infinity'],
    ['-3', '0.0001', false, 'none-to-infinity'],
    // -0.1 (x - 4.5)^2 touches 0 and never lives.
    ['-2.025', '4', false, '4.5'],
  ])('base %s from %s: alive %s, %s', (base, start, alive, at) => {
    expect(solved(base, legs, start)).toEqual([alive, at]);
  });
});

describe('one position that loses with x: base - x (1 + 0.2) - 0.1 x^2', () => {
  const legs = [leg(false, '1', '0.2', '0.1')];

  it.each([
    // -0.1 (x - 3) (x + 15) = -0.1 x^2 - 1.2 x + 4.5.
    ['4.5', '1', true, '3'],
    ['4.5', '10', false, '3'],
    ['4.5', '3', false, '3'],
    ['0', '1', false, 'none-to-zero'],
    // -0.1 (x + 3) (x + 9) = -0.1 x^2 - 1.2 x - 2.7.
    ['-2.7', '1', false, 'none-to-zero'],
    ['-5', '1', false, 'none-to-zero'],
  ])('base %s from %s: alive %s, %s', (base, start, alive, at) => {
    expect(solved(base, legs, start)).toEqual([alive, at]);
  });
});

it('a square that is next to nothing does not cost the root its digits', () => {
  // r - x and 10^-30 (r^2 - x^2): the root is r, the other one 10^30 away. r^2 is 9.7559823128...
  const r = '3.12345678901234567891';
  const legs = [leg(false, '1', '0', `0.${'0'.repeat(29)}1`)];
  const { crossing } = solveQuadratic(number(`${r}00000000097559823128`), legs, number('1'), 'inverse');
  if (typeof crossing === 'string') throw new Error(crossing);
  expect(plain(crossing.at.toSignificantDigits(36))).toBe(r);
});

describe('size, fee and what others ask', () => {
  it('a size of 2 asks for four times the square', () => {
    // 2 x (1 - 0.1) - 0.025 x 4 x^2 = 1.8 x - 0.1 x^2; less 8: -0.1 (x - 8) (x - 10).
    expect(solved('-8', [leg(true, '2', '0.1', '0.025')], '9')).toEqual([true, '8']);
  });

  it('the fee in the trigger counts with the rate', () => {
    // 1 - 0.06 - 0.04.
    expect(solved('-0.8', [leg(true, '1', '0.06', '0.1', '0.04')], '5')).toEqual([true, '1']);
  });

  it('a leg with one rate adds its line', () => {
    // -0.1 x^2 + 0.9 x, and 1 x (1 - 0.25) with 0.35 less of maintenance; less 1.9: -0.1 (x - 1) (x - 15.5).
    const legs = [leg(true, '1', '0.1', '0.1'), straight(true, '1', '0.25', '0.35')];
    expect(solved('-1.9', legs, '5', 'linear')).toEqual([true, '1']);
  });

  it('a leg on the other side takes its line off', () => {
    // 3 x (1 - 0.1) - 0.1 x^2 less 1 x (1 + 0.3) = -0.1 x^2 + 1.4 x; less 4: -0.1 (x - 4) (x - 10).
    const legs = [leg(true, '3', '0.1', '0.011111111111111111'), straight(false, '1', '0.3', '0')];
    const [alive, at] = solved('-4', legs, '5');
    expect(alive).toBe(true);
    expect(Number(at)).toBeCloseTo(4, 12);
  });
});

describe('legs that hedge each other have a liquidation either way; the one the price has less far to counts', () => {
  // 2 (1 - 0.1) x - 0.025 (2 x)^2 = 1.8 x - 0.1 x^2, less (1 - 0.1) x: no venue has such a rate, it keeps the figures short.
  const legs = [leg(true, '2', '0.1', '0.025'), straight(false, '1', '-0.1', '0')];

  it.each([
    // -0.1 x^2 + 0.9 x - 0.8 = -0.1 (x - 1) (x - 8).
    ['linear', '3', '1'],
    ['linear', '6', '8'],
    // In prices 1 / x: from 1 / 3 to 1 it is 2 / 3, to 1 / 8 it is 5 / 24.
    ['inverse', '3', '8'],
    ['inverse', '6', '8'],
    ['inverse', '1.2', '1'],
  ] as const)('%s, from %s: %s', (kind, start, at) => {
    expect(solved('-0.8', legs, start, kind)).toEqual([true, at]);
  });

  it('alive, with a price above 0 only one way', () => {
    // -0.1 (x + 1) (x - 10).
    expect(solved('1', legs, '5')).toEqual([true, '10']);
  });

  it('dead, it lives again at the nearer root, whichever way that is', () => {
    expect(solved('-0.8', legs, '0.5')).toEqual([false, '1']);
    expect(solved('-0.8', legs, '9')).toEqual([false, '8']);
  });
});

it('a curve without brackets is a mistake', () => {
  const empty: QuadraticLeg = {
    ...straight(true, '1', '0', '0'),
    curve: { kind: 'brackets', bracket: () => undefined },
  };
  expect(() => solved('1', [empty], '1')).toThrow('a maintenance curve without brackets');
});

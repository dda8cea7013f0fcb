import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import type { ContractKind } from '../../domain/instrument.ts';
import { parse, plain, zero } from '../decimal.ts';
import { type ConcaveLeg, solveConcave } from './concave.ts';
import { fixedCurve } from './maintenance-curve.ts';
import { powerCurve } from './power.ts';

/** Parabolas, whose roots can be written down, and powers of fifth powers (32^0.8 = 16, 243^0.8 = 81). */

const number = (text: string) => parse(decimal(text));

/** Maintenance of size x is size x `base` + perUnit x (size x)^2. */
function parabola(gains: boolean, size: string, base: string, perUnit: string, fee = '0'): ConcaveLeg {
  return {
    gains,
    size: number(size),
    curve: { kind: 'quadratic', base: number(base), perUnit: number(perUnit) },
    triggerFee: number(fee),
  };
}

function straight(gains: boolean, size: string, rate: string, fee = '0'): ConcaveLeg {
  return { gains, size: number(size), curve: fixedCurve(number(rate), zero), triggerFee: number(fee) };
}

/** 1 % up to where 0.002 x value^0.8 is more. */
function power(gains: boolean, size: string, fee = '0'): ConcaveLeg {
  const curve = powerCurve({ base: decimal('0.01'), baseInitial: decimal('0.1'), factor: decimal('0.02') });
  return { gains, size: number(size), curve, triggerFee: number(fee) };
}

/** To 22 digits: the solve stops at 24. */
function solved(base: string, legs: readonly ConcaveLeg[], start: string, kind: ContractKind = 'linear') {
  const { alive, crossing } = solveConcave(number(base), legs, number(start), kind);
  return [alive, typeof crossing === 'string' ? crossing : plain(crossing.at.toSignificantDigits(22))];
}

describe('one position that gains: base + x (1 - 0.1) - 0.1 x^2', () => {
  const legs = [parabola(true, '1', '0.1', '0.1')];

  it.each([
    // -0.1 (x - 1) (x - 8).
    ['-0.8', '5', true, '1'],
    ['-0.8', '7.999', true, '1'],
    ['-0.8', '0.5', false, '1'],
    ['-0.8', '0.01', false, '1'],
    ['-0.8', '0.000001', false, '1'],
    ['-0.8', '9', false, 'none-to-infinity'],
    // Its highest point is at 4.5, where it is 2.025 above the base.
    ['-2', '0.001', false, '4'],
    ['-2', '4.5', true, '4'],
    ['-2.1', '0.001', false, 'none-to-infinity'],
    ['-2.1', '4.5', false, 'none-to-infinity'],
    ['0', '5', true, 'none-to-zero'],
    ['1', '5', true, 'none-to-zero'],
    ['1', '11', false, 'none-to-infinity'],
  ])('base %s from %s: alive %s, %s', (base, start, alive, at) => {
    expect(solved(base, legs, start)).toEqual([alive, at]);
  });
});

describe('one position that loses: base - x (1 + 0.2) - 0.1 x^2', () => {
  const legs = [parabola(false, '1', '0.2', '0.1')];

  it.each([
    // -0.1 (x - 3) (x + 15).
    ['4.5', '1', true, '3'],
    ['4.5', '2.999', true, '3'],
    ['4.5', '0.001', true, '3'],
    ['4.5', '10', false, '3'],
    ['4.5', '3', false, '3'],
    ['0', '1', false, 'none-to-zero'],
    ['-2.7', '1', false, 'none-to-zero'],
  ])('base %s from %s: alive %s, %s', (base, start, alive, at) => {
    expect(solved(base, legs, start)).toEqual([alive, at]);
  });
});

describe('a stretch to live on far away', () => {
  // 10 x (1 - 0.5) - 0.1 x^2; less 60: -0.1 (x - 20) (x - 30). Less 62.5 it touches 0 at 25.
  const legs = [parabola(true, '10', '0.5', '0.001')];

  it.each([
    ['-60', '1', '20'],
    ['-60', '1.2', '20'],
    ['-60', '19', '20'],
    ['-60', '0.0001', '20'],
    ['-62.499999', '1', '24.99683772233983162067'],
  ])('base %s from %s: lives again at %s', (base, start, at) => {
    expect(solved(base, legs, start)).toEqual([false, at]);
  });

  it('and one too low to live on', () => {
    expect(solved('-62.6', legs, '1')).toEqual([false, 'none-to-infinity']);
    expect(solved('-62.6', legs, '24')).toEqual([false, 'none-to-infinity']);
  });
});

describe('how far it looks: 10^38 times the mark', () => {
  const zeros = (count: number) => '0'.repeat(count);

  it.each([
    [38, `1${zeros(38)}`],
    [39, 'none-to-infinity'],
  ])('a crossing at 10^%s', (exponent, at) => {
    const far = `1${zeros(Number(exponent))}`;
    expect(solved(far, [straight(false, '1', '0')], '1')).toEqual([true, at]);
    expect(solved(`-${far}`, [straight(true, '1', '0')], '1')).toEqual([false, at]);
  });
});

describe('fees and several legs', () => {
  it('the fee in the trigger counts with the rate, of a gain and of a loss', () => {
    expect(solved('-0.8', [parabola(true, '1', '0.06', '0.1', '0.04')], '5')).toEqual([true, '1']);
    expect(solved('4.5', [parabola(false, '1', '0.15', '0.1', '0.05')], '1')).toEqual([true, '3']);
  });

  it('a size of 2 asks for four times the square', () => {
    // 2 x 0.9 - 0.025 x 4 x^2, less 8: -0.1 (x - 8) (x - 10).
    expect(solved('-8', [parabola(true, '2', '0.1', '0.025')], '9')).toEqual([true, '8']);
  });

  it('powers: each leg at the rate of its own value', () => {
    // At 8 a size of 4 is worth 32, at 3.2 %; the half of it 4 coins at weight 1 beside it gain.
    // 32 x (1 - 0.032) + 16 = 46.976.
    expect(solved('-46.976', [power(true, '4'), straight(true, '2', '0')], '20')).toEqual([true, '8']);
    // A short of 243 at 81 against one coin: 3 x 81 x (1 + 0.162) - 81 = 201.366.
    expect(solved('201.366', [power(false, '3'), straight(true, '1', '0')], '50')).toEqual([true, '81']);
    // With fees of 0.1 %: 0.243 and 0.081 more.
    const charged = [power(false, '3', '0.001'), straight(true, '1', '0', '0.001')];
    expect(solved('201.69', charged, '50')).toEqual([true, '81']);
  });
});

describe('legs that hedge each other', () => {
  // 2 (1 - 0.1) x - 0.025 (2 x)^2 = 1.8 x - 0.1 x^2, less (1 - 0.1) x: no venue has such a rate, it keeps the figures short.
  const legs = [parabola(true, '2', '0.1', '0.025'), straight(false, '1', '-0.1')];

  it.each([
    // -0.1 (x - 1) (x - 8): whichever the price has less far to.
    ['linear', '-0.8', '3', true, '1'],
    ['linear', '-0.8', '6', true, '8'],
    ['inverse', '-0.8', '3', true, '8'],
    ['inverse', '-0.8', '1.2', true, '1'],
    // -0.1 (x + 1) (x - 10): one way only.
    ['linear', '1', '5', true, '10'],
    // Dead, the way back that leads somewhere.
    ['linear', '-0.8', '0.5', false, '1'],
    ['linear', '-0.8', '9', false, '8'],
    ['linear', '-0.8', '100', false, '8'],
    ['linear', '1', '30', false, '10'],
    ['linear', '-2', '1000', false, '5'],
    ['linear', '-2', '5.001', false, '5'],
    // Nowhere alive: it is said of the way against the net position, a long.
    ['linear', '-2.1', '1', false, 'none-to-infinity'],
    ['linear', '-2.1', '9', false, 'none-to-infinity'],
  ] as const)('%s, base %s from %s: alive %s, %s', (kind, base, start, alive, at) => {
    expect(solved(base, legs, start, kind)).toEqual([alive, at]);
  });

  it('that nothing liquidates', () => {
    const lasting = [straight(true, '2', '0.1'), straight(false, '1', '0.1')];
    expect(solved('5', lasting, '1')).toEqual([true, 'none-to-zero']);
    expect(solved('-7', lasting, '1')).toEqual([false, '10']);
    const losing = [straight(true, '1', '0.1'), straight(false, '2', '0.1')];
    expect(solved('-5', losing, '1')).toEqual([false, 'none-to-zero']);
    expect(solved('13', losing, '1')).toEqual([true, '10']);
  });
});

import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import type { MarginTier } from '../../domain/instrument.ts';
import { parse, plain } from '../decimal.ts';
import {
  type BracketCurve,
  bracketIndex,
  fixedCurve,
  maintenanceOf,
  maintenanceTangent,
  stricterCurve,
  TieredCurve,
} from './maintenance-curve.ts';

const d = (text: string) => parse(decimal(text));
const tier = (floor: string, cap: string | null, rate: string, amount?: string): MarginTier => ({
  floor: decimal(floor),
  cap: cap === null ? null : decimal(cap),
  rate: decimal(rate),
  ...(amount === undefined ? {} : { amount: decimal(amount) }),
});

/** Every bracket as `floor cap rate amount`. */
function brackets(curve: BracketCurve): readonly string[] {
  const rows: string[] = [];
  for (let index = 0; ; index += 1) {
    const bracket = curve.bracket(index);
    if (bracket === undefined) return rows;
    const { floor, cap, rate, amount } = bracket;
    rows.push([floor, cap, rate, amount].map((each) => (each === null ? '-' : plain(each))).join(' '));
  }
}

const rising = [tier('0', '1000', '0.01'), tier('1000', '5000', '0.02'), tier('5000', null, '0.05')];

describe('a table of brackets', () => {
  it('carries the amount that keeps maintenance continuous', () => {
    // 1,000 x 1 % = 10; 10 + 5,000 x 3 % = 160.
    expect(brackets(new TieredCurve(rising, 'deduction'))).toEqual([
      '0 1000 0.01 0',
      '1000 5000 0.02 10',
      '5000 - 0.05 160',
    ]);
  });

  it("takes the table's own amounts, and goes on from them", () => {
    const published = [rising[0], tier('1000', '5000', '0.02', '7'), rising[2]] as MarginTier[];
    expect(brackets(new TieredCurve(published, 'deduction'))).toEqual([
      '0 1000 0.01 0',
      '1000 5000 0.02 7',
      '5000 - 0.05 157',
    ]);
    expect(brackets(new TieredCurve([tier('0', null, '0.01', '3')], 'deduction'))).toEqual(['0 - 0.01 3']);
  });

  it('has no amounts where it is flat', () => {
    const published = [tier('0', '1000', '0.01', '1'), tier('1000', null, '0.02', '7')];
    expect(brackets(new TieredCurve(published, 'flat'))).toEqual(['0 1000 0.01 0', '1000 - 0.02 0']);
  });

  it('is open at its end, whatever it says, and in any order it is asked', () => {
    const curve = new TieredCurve([tier('0', '1000', '0.01'), tier('1000', '2000', '0.02')], 'deduction');
    expect(curve.bracket(5)).toBeUndefined();
    expect(curve.bracket(1)?.cap).toBeNull();
    expect(plain(curve.bracket(0)?.cap ?? d('-1'))).toBe('1000');
    expect(curve.bracket(2)).toBeUndefined();
    expect(curve.bracket(1)).toBe(curve.bracket(1));
  });

  it('read one bracket stricter has the next rate and nothing off', () => {
    expect(brackets(stricterCurve(new TieredCurve(rising, 'deduction')))).toEqual([
      '0 1000 0.02 0',
      '1000 5000 0.05 0',
      '5000 - 0.05 0',
    ]);
  });
});

describe('the bracket of a value', () => {
  const curve = new TieredCurve(rising, 'deduction');

  it.each([
    ['0', 0],
    ['1000', 0],
    ['1000.01', 1],
    ['5000', 1],
    ['5000.01', 2],
    ['99999999', 2],
  ])('%s is %d: an edge belongs to the lower one', (value, index) => {
    expect(bracketIndex(curve, d(value))).toBe(index);
  });

  it('past an end that is closed is the last one', () => {
    const [first] = [0, 1].map((index) => curve.bracket(index));
    const closed: BracketCurve = { kind: 'brackets', bracket: (index) => (index === 0 ? first : undefined) };
    expect(bracketIndex(closed, d('2000'))).toBe(0);
    expect(bracketIndex({ kind: 'brackets', bracket: () => undefined }, d('2000'))).toBe(0);
  });
});

describe('maintenance of a value', () => {
  const curve = new TieredCurve(rising, 'deduction');
  const power = { kind: 'power' as const, base: d('0.01'), coefficient: d('0.0001') };
  const quadratic = { kind: 'quadratic' as const, base: d('0.01'), perUnit: d('0.002') };

  it('is value x rate - amount of its bracket', () => {
    // 1,000 x 1 %; 3,000 x 2 % - 10; 6,000 x 5 % - 160.
    expect(['1000', '3000', '6000'].map((value) => plain(maintenanceOf(curve, d(value))))).toEqual([
      '10',
      '50',
      '140',
    ]);
    expect(plain(maintenanceOf(fixedCurve(d('0.03'), d('2')), d('100')))).toBe('1');
    expect(fixedCurve(d('0.03'), d('2')).bracket(1)).toBeUndefined();
  });

  it('is value x rate of a rate that grows', () => {
    // 32^0.8 = 16: 0.0001 x 16 is under the base, 1,024^0.8 = 256 and over it.
    expect(plain(maintenanceOf(power, d('32')))).toBe('0.32');
    expect(plain(maintenanceOf(power, d('1024')).toSignificantDigits(20))).toBe('26.2144');
    // 10 x (0.01 + 0.002 x 10).
    expect(plain(maintenanceOf(quadratic, d('10')))).toBe('0.3');
  });

  it('grows with the value as fast as its tangent says', () => {
    const tangent = (of: Parameters<typeof maintenanceTangent>[0], value: string) => {
      const { margin, slope } = maintenanceTangent(of, d(value));
      return [plain(margin.toSignificantDigits(20)), plain(slope.toSignificantDigits(20))];
    };
    expect(tangent(curve, '3000')).toEqual(['50', '0.02']);
    expect(tangent(quadratic, '10')).toEqual(['0.3', '0.05']);
    expect(tangent(power, '32')).toEqual(['0.32', '0.01']);
    // 1.8 x 0.0256.
    expect(tangent(power, '1024')).toEqual(['26.2144', '0.04608']);
  });

  it('of a table without brackets is a mistake of whoever made it', () => {
    const empty: BracketCurve = { kind: 'brackets', bracket: () => undefined };
    expect(() => maintenanceOf(empty, d('1'))).toThrow(
      new RangeError('a maintenance curve without brackets'),
    );
  });
});

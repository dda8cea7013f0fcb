import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import { parse, plain } from '../decimal.ts';
import { maintenanceOf } from './maintenance-curve.ts';
import { minimumCurve } from './minimum-collateral.ts';

const least = (minimum: string, minimumFactor: string, value: string) =>
  plain(
    maintenanceOf(
      minimumCurve({ minimum: decimal(minimum), minimumFactor: decimal(minimumFactor) }),
      parse(decimal(value)),
    ),
  );

describe('the least collateral', () => {
  it.each([
    // 1 up to a value of 200, of which 0.5 % is 1.
    ['1', '0.005', '0', '1'],
    ['1', '0.005', '150', '1'],
    ['1', '0.005', '200', '1'],
    ['1', '0.005', '300', '1.5'],
    ['1', '0.005', '10000', '50'],
    // Without a factor it is the same of every value, without a minimum the factor is all.
    ['5', '0', '1000000', '5'],
    ['0', '0.01', '300', '3'],
  ])('%s, and %s of a value of %3$s: %4$s', (minimum, factor, value, expected) => {
    expect(least(minimum, factor, value)).toBe(expected);
  });

  it('is a curve of two pieces that meet where the factor takes over', () => {
    const curve = minimumCurve({ minimum: decimal('1'), minimumFactor: decimal('0.005') });
    const piece = (index: number) => {
      const { floor, cap, rate, amount } = curve.bracket(index) ?? {};
      return [floor, cap, rate, amount].map((figure) => figure && plain(figure));
    };
    expect(curve.kind).toBe('brackets');
    expect(piece(0)).toEqual(['0', '200', '0', '-1']);
    expect(piece(1)).toEqual(['200', null, '0.005', '0']);
    expect(curve.bracket(2)).toBe(undefined);
  });
});

import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import { type Decimal, parse, plain } from '../decimal.ts';
import { rootBetween, type Tangent } from './root-between.ts';

const number = (text: string) => parse(decimal(text));

/** The root to 22 digits, and at how many points it was looked for. */
function found(
  tangent: (x: Decimal) => Tangent,
  dead: string,
  alive: string,
  guess = dead,
): readonly [string, number] {
  let looks = 0;
  const counted = (x: Decimal) => {
    looks += 1;
    return tangent(x);
  };
  const root = rootBetween(counted, number(dead), number(alive), number(guess));
  return [plain(root.toSignificantDigits(22)), looks];
}

/** 2 - x^2 or x^2 - 2, whose root is that of 2. */
const falling = (x: Decimal): Tangent => ({ at: x.times(x).neg().plus(2), slope: x.times(-2) });
const rising = (x: Decimal): Tangent => ({ at: x.times(x).minus(2), slope: x.times(2) });
const rootOfTwo = '1.414213562373095048802';

describe('the root', () => {
  it('of a straight line is there after one step', () => {
    const line = (x: Decimal): Tangent => ({ at: x.minus(7), slope: parse(decimal('1')) });
    expect(found(line, '1', '100')).toEqual(['7', 2]);
    expect(found(line, '7', '100')).toEqual(['7', 1]);
  });

  it('is the same from either side and whichever way the trigger rises', () => {
    expect(found(falling, '3', '1')[0]).toBe(rootOfTwo);
    expect(found(falling, '3', '1', '1')[0]).toBe(rootOfTwo);
    expect(found(rising, '1', '3')[0]).toBe(rootOfTwo);
    expect(found(rising, '1', '3', '3')[0]).toBe(rootOfTwo);
  });

  it('takes a handful of steps from nearby', () => {
    expect(found(falling, '3', '1', '1.4')[1]).toBeLessThanOrEqual(6);
    expect(found(rising, '1', '3', '1.4')[1]).toBeLessThanOrEqual(6);
  });

  it('starts where it was told to', () => {
    expect(found(rising, '1', '3', '1.4')[1]).toBeLessThan(found(rising, '1', '3', '1')[1]);
  });
});

describe('kept between the two', () => {
  it('where the line is flat, by the point that is alive', () => {
    // x^2 - 2 is flat at 0.
    expect(found(rising, '0', '3')[0]).toBe(rootOfTwo);
    expect(found(rising, '0', '-3')[0]).toBe(`-${rootOfTwo}`);
    // 2 - x^2 is flat at 0 too, where it is alive.
    expect(found(falling, '3', '0', '0')[0]).toBe(rootOfTwo);
  });

  it('where a step leads past the end that is alive: the one way and the other', () => {
    // From 0.1 a step of x^2 - 2 leads to 10.05. Halfway to 1.5 is 0.8, from which it leads to 1.65: halfway again.
    const looked: string[] = [];
    const noted = (x: Decimal) => {
      looked.push(plain(x));
      return rising(x);
    };
    const root = rootBetween(noted, number('0.1'), number('1.5'), number('0.1'));
    expect(plain(root.toSignificantDigits(22))).toBe(rootOfTwo);
    expect(looked.slice(0, 3)).toEqual(['0.1', '0.8', '1.15']);
    looked.length = 0;
    rootBetween(noted, number('-0.1'), number('-1.5'), number('-0.1'));
    expect(looked.slice(0, 3)).toEqual(['-0.1', '-0.8', '-1.15']);
  });

  it('where it leads back past the end that is dead', () => {
    // Far from 0 the tangent leads 20 back, from 8 to -12 and past -1. Halfway is 3.5, then 1.25, then 0 itself.
    const looked: number[] = [];
    const kinked = (x: Decimal) => {
      looked.push(x.toNumber());
      return x.abs().gt(2)
        ? { at: number('2'), slope: number(x.gt(0) ? '0.1' : '-0.1') }
        : { at: x, slope: number('1') };
    };
    rootBetween(kinked, number('-1'), number('8'), number('8'));
    expect(looked).toEqual([8, 3.5, 1.25, 0]);
    looked.length = 0;
    const mirrored = (x: Decimal) => {
      const { at, slope } = kinked(x.neg());
      return { at, slope: slope.neg() };
    };
    rootBetween(mirrored, number('1'), number('-8'), number('-8'));
    expect(looked).toEqual([8, 3.5, 1.25, 0]);
  });

  it('never looks outside', () => {
    const looked: Decimal[] = [];
    const wild = (x: Decimal) => {
      looked.push(x);
      return { at: x.minus(5), slope: number('0.01') };
    };
    expect(plain(rootBetween(wild, number('1'), number('64'), number('1')).toSignificantDigits(22))).toBe(
      '5',
    );
    expect(looked.every((x) => x.gte(1) && x.lte(64))).toBe(true);
  });
});

it('gives up after 300 points where the digits never settle', () => {
  const restless = (x: Decimal): Tangent => ({
    at: x.gt(5) ? number('1') : number('-1'),
    slope: number('0.1'),
  });
  expect(found(restless, '1', '64')).toEqual(['5', 300]);
});

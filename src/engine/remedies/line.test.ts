import { expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import { type Decimal, parse, plain } from '../decimal.ts';
import { type Line, largestWithin, largestWithinAll } from './line.ts';

const n = (text: string) => parse(decimal(text));
const line = (at: string, slope: string, bend?: string): Line => ({
  at: n(at),
  slope: n(slope),
  ...(bend === undefined ? {} : { bend: n(bend) }),
});
const shown = (size: Decimal | null) => (size === null ? null : plain(size));
const within = (of: Line, size: string, limit: string) => shown(largestWithin(of, n(size), n(limit)));

it('a straight line: 5 a unit, 20 at 4', () => {
  expect(within(line('20', '5'), '4', '30')).toBe('6');
  expect(within(line('20', '5'), '4', '20')).toBe('4');
  expect(within(line('20', '5'), '4', '0')).toBe('0');
  expect(within(line('20', '5'), '4', '-1')).toBe('0');
});

it('a line that falls, or does not grow, counts by its value at no size', () => {
  // 10 + 5 x 4 = 30 at none.
  expect(within(line('10', '-5'), '4', '30')).toBeNull();
  expect(within(line('10', '-5'), '4', '29.99')).toBe('0');
  expect(within(line('10', '0'), '4', '10')).toBeNull();
  expect(within(line('10', '0'), '4', '9.99')).toBe('0');
});

it('a difference in the fortieth digit is none', () => {
  expect(within(line('10.0000000000000000000000000000000001', '0'), '4', '10')).toBeNull();
  expect(within(line('10.00000000000000000000001', '0'), '4', '10')).toBe('0');
});

it('a parabola: s + s^2, 12 at 3 where it grows by 7', () => {
  const parabola = line('12', '7', '1');
  expect(within(parabola, '3', '30')).toBe('5');
  expect(within(parabola, '3', '2')).toBe('1');
  expect(within(parabola, '3', '0')).toBe('0');
  // Its lowest point is -0.25, at half a unit below none.
  expect(within(parabola, '3', '-0.2')).toBe('0');
  expect(within(parabola, '3', '-1')).toBe('0');
  expect(within(line('20', '5', '0'), '4', '30')).toBe('6');
});

it('within several lines is within the strictest', () => {
  const all = (...lines: Line[]) => shown(largestWithinAll(lines, n('4'), n('30')));
  expect(all(line('20', '5'), line('20', '2'), line('10', '0'))).toBe('6');
  expect(all(line('10', '0'), line('20', '2'), line('20', '5'))).toBe('6');
  expect(all(line('10', '0'), line('20', '2'))).toBe('9');
  expect(all(line('10', '0'))).toBeNull();
  expect(all()).toBeNull();
});

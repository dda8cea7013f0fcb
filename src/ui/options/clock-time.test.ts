import { expect, it } from 'vitest';
import { clockTime, timeLeft } from './clock-time.ts';

const now = new Date('2026-11-23T08:00:00.000Z');

it.each([
  ['2026-11-23T08:15:00.000Z', '15:00'],
  ['2026-11-23T08:00:59.001Z', '1:00'],
  ['2026-11-23T08:00:01.000Z', '0:01'],
  ['2026-11-23T08:00:00.000Z', '0:00'],
  ['2026-11-23T07:00:00.000Z', '0:00'],
  ['2026-11-23T10:05:09.000Z', '2:05:09'],
  ['2026-11-30T08:00:00.000Z', '168:00:00'],
])('until %s: %s', (due, left) => {
  expect(timeLeft(due, now)).toBe(left);
});

it('names the day only where it is another one', () => {
  const at = new Date(2026, 10, 23, 8, 15).toISOString();
  expect(clockTime(at, 'en-GB', new Date(2026, 10, 23, 8))).toBe('08:15');
  expect(clockTime(at, 'en-GB', new Date(2026, 10, 22, 23))).toContain('23 Nov 2026');
});

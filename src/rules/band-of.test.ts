import { expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import { bandOf, milder } from './band-of.ts';

const d = decimal;
const distance = { notice: d('0.08'), warning: d('0.05'), danger: d('0.03') };

it.each([
  ['0.0801', undefined],
  ['0.08', 'notice'],
  ['0.0501', 'notice'],
  ['0.05', 'warning'],
  ['0.0301', 'warning'],
  ['0.03', 'danger'],
  ['0', 'danger'],
  ['-4', 'danger'],
])('where lower is worse, %s is %s', (value, level) => {
  expect(bandOf(d(value), distance, 'lower')?.level).toBe(level);
});

it('names the start of the band that was met, and skips a band that is not set', () => {
  expect(bandOf(d('7'), { notice: d('2'), danger: d('6') }, 'higher')).toEqual({
    level: 'danger',
    threshold: '6',
  });
  expect(bandOf(d('5'), { notice: d('2'), danger: d('6') }, 'higher')).toEqual({
    level: 'notice',
    threshold: '2',
  });
  expect(bandOf(d('5'), {}, 'higher')).toBeUndefined();
});

it('is one step milder at a time, and below a notice there is nothing', () => {
  expect(milder('danger')).toBe('warning');
  expect(milder('warning')).toBe('notice');
  expect(milder('notice')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import { unknown } from '../../domain/known.ts';
import { ratioFigure } from './ratio-figure.ts';
import { largest, largestRatio, smallest } from './worse-figure.ts';

const d = decimal;
const missing = unknown('missing-input', 'account.crossBalance');
const noEquity = unknown('undefined-ratio', 'marginRatio');

it('the largest and the smallest are those of numbers, not of texts', () => {
  const figures = [d('9'), d('-3'), d('10')];
  expect(largest(figures)).toBe('10');
  expect(smallest(figures)).toBe('-3');
  expect(largest([d('9')])).toBe('9');
});

it('of equal ones it is the first', () => {
  expect(largest([d('5'), d('5.0')])).toBe('5');
  expect(smallest([d('5'), d('5.0')])).toBe('5');
});

it('what the first does not know stays unknown; what another does not know is passed over', () => {
  expect(largest([missing, d('9')])).toBe(missing);
  expect(smallest([missing, d('9')])).toBe(missing);
  expect(largest([d('9'), missing, d('10')])).toBe('10');
  expect(smallest([d('9'), missing, d('8')])).toBe('8');
});

it('a ratio without equity is worse than any number', () => {
  expect(largestRatio([d('0.2'), d('0.9')])).toBe('0.9');
  expect(largestRatio([d('0.2'), noEquity, d('7')])).toBe(noEquity);
  expect(largestRatio([d('0.2'), missing, d('0.1')])).toBe('0.2');
  expect(largestRatio([missing, noEquity])).toBe(missing);
});

it('part of a whole; of nothing, or of what is unknown, there is none', () => {
  expect(ratioFigure(d('300'), d('1200'), 'of')).toBe('0.25');
  expect(ratioFigure(d('300'), d('0'), 'of')).toMatchObject({ why: 'undefined-ratio', field: 'of' });
  expect(ratioFigure(missing, d('1200'), 'of')).toMatchObject({ missing: ['account.crossBalance'] });
  expect(ratioFigure(d('300'), missing, 'of')).toMatchObject({ missing: ['account.crossBalance'] });
});

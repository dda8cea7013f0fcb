import { describe, expect, it } from 'vitest';
import { plainText, startOf } from './as-written.ts';

describe('a text of the page in a place of ours', () => {
  it.each([
    ['Avbl', 'Avbl'],
    ['Nunua · ซื้อ · شراء', 'Nunua · ซื้อ · شراء'],
    ['\u202eyuB', 'yuB'],
    ['\u2067Buy\u2069\u200f', 'Buy'],
    ['B\u200bu\u2060y\ufeff', 'Buy'],
    ['two\nlines\tand\u2028three', 'two lines and three'],
    ['\u3164Buy\u115f', 'Buy'],
    [`Buy${'\u0336'.repeat(40)}`, 'Buy\u0336\u0336'],
    ['<b>Buy</b>', '<b>Buy</b>'],
  ])('%j is shown as %j', (text, shown) => {
    expect(plainText(text)).toBe(shown);
  });
});

it('of a long text only the start is looked at, and it stays too long for a figure', () => {
  expect(startOf('0.1')).toBe('0.1');
  expect(startOf(`  ${'9'.repeat(1_000_000)}`)).toHaveLength(400);
});

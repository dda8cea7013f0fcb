import { describe, expect, it } from 'vitest';
import { InputError } from './json-reader.ts';
import { parseTiers } from './parse-tiers.ts';

const row = (floor: string, cap: string | null, rate: string) => ({ floor, cap, rate });

function complaint(...rows: readonly unknown[]) {
  try {
    parseTiers(rows, 'tiers');
  } catch (error) {
    if (error instanceof InputError) return [error.path, error.expected];
    throw error;
  }
  return undefined;
}

describe('a bracket table', () => {
  it('comes through as it is, equal rates and spellings of an edge included', () => {
    const rows = [row('0.0', '100', '0.01'), row('100.00', '200', '0.01'), row('200', null, '0.02')];
    expect(parseTiers(rows, 'tiers')).toEqual(rows);
    expect(parseTiers([{ ...row('0', '1', '0'), amount: '-3', maxLeverage: '7', more: 1 }], 'tiers')).toEqual(
      [{ ...row('0', '1', '0'), amount: '-3', maxLeverage: '7' }],
    );
  });

  it.each([
    [[], 'tiers', 'a list of at least one bracket'],
    [[5], 'tiers[0]', 'an object'],
    [[row('1', null, '0')], 'tiers[0].floor', '0, where the bracket below ends'],
    [[row('0', '9', '0'), row('8', null, '0')], 'tiers[1].floor', '9, where the bracket below ends'],
    [[row('0', null, '0'), row('8', null, '0')], 'tiers[0].cap', 'a bound, as a bracket follows'],
    [[row('0', '9', '0'), row('9', '9', '0')], 'tiers[1].cap', 'above its floor'],
    [[row('0', '9', '0'), row('9', '8', '0')], 'tiers[1].cap', 'above its floor'],
    [
      [row('0', '9', '0.02'), row('9', null, '0.019')],
      'tiers[1].rate',
      'at least 0.02, the rate of the bracket below',
    ],
  ])('%j: %s should be %s', (rows, path, expected) => {
    expect(complaint(...rows)).toEqual([path, expected]);
  });

  it.each([
    ['floor', '-1'],
    ['cap', '0'],
    ['cap', undefined],
    ['rate', '1.1'],
    ['maxLeverage', '0'],
    ['amount', 'x'],
  ])('%s is not %j', (name, value) => {
    expect(complaint({ ...row('0', null, '0.1'), [name]: value })?.[0]).toBe(`tiers[0].${name}`);
  });
});

import { expect, it } from 'vitest';
import { found, runRule } from '../../test/support/run-rule.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Figure, Liquidation } from '../domain/exposure.ts';
import { unknown } from '../domain/known.ts';
import { liquidationNear } from './liquidation-near.ts';

const d = decimal;
const gone = unknown('missing-input', 'instruments.BTCUSDT.markPrice');
const inputAt = (markPrice: string) => ({
  instruments: { BTCUSDT: { kind: 'linear' as const, markPrice: d(markPrice) } },
});
/** A long at mark 10,000, so that a price is a distance at sight. */
const near = (nearest: Figure, distance: Figure = d('0.2')): Liquidation => ({
  kind: 'price',
  price: d('8000'),
  distance,
  range: { nearest, farthest: d('8000') },
});
const at = (nearest: string, marginMode: 'cross' | 'isolated' = 'cross') => ({
  input: inputAt('10000'),
  exposure: { liquidation: near(d(nearest)), marginMode },
});

it.each([
  ['9199', '0.0801', undefined, undefined],
  ['9200', '0.08', 'notice', undefined],
  ['9499', '0.0501', 'notice', undefined],
  ['9500', '0.05', 'warning', 'notice'],
  ['9699', '0.0301', 'warning', 'notice'],
  ['9700', '0.03', 'danger', 'warning'],
  ['9999', '0.0001', 'danger', 'warning'],
])('from 10,000 to %s is %s: %s on cross, %s on isolated', (nearest, distance, cross, isolated) => {
  expect(found(liquidationNear, at(nearest))?.level).toBe(cross);
  expect(found(liquidationNear, at(nearest))?.value).toBe(cross === undefined ? undefined : distance);
  expect(found(liquidationNear, at(nearest))?.hold).toBe(
    cross === 'danger' ? 'acknowledge' : cross === undefined ? undefined : 'none',
  );
  expect(found(liquidationNear, at(nearest, 'isolated'))?.level).toBe(isolated);
  expect(found(liquidationNear, at(nearest, 'isolated'))?.hold).toBe(
    isolated === undefined ? undefined : 'none',
  );
});

it('says the move and the near end', () => {
  expect(found(liquidationNear, at('9712.345'))).toEqual({
    level: 'danger',
    field: 'liquidation',
    value: '0.0287655',
    threshold: '0.03',
    message: 'A move of 2.8% to 9,712.35 is enough to be liquidated.',
    hold: 'acknowledge',
  });
});

it('is as near as it gets where it is due, whatever the range says', () => {
  const due = { input: inputAt('10000'), exposure: { liquidation: near(d('8000'), d('0')) } };
  expect(found(liquidationNear, due)?.value).toBe('0');
});

it('says of a position that is due that no move is needed, and not at which price it would live again', () => {
  const message = 'No move is needed: at the present mark price this can be liquidated at once.';
  const due = { input: inputAt('10000'), exposure: { liquidation: near(d('11145'), d('0')) } };
  expect(found(liquidationNear, due)?.message).toBe(message);
  expect(found(liquidationNear, at('10000'))?.message).toBe(message);
});

it('keeps the digits that count of a small price, and shows no way as longer than it is', () => {
  // (0.0000123 - 0.0000119876) / 0.0000123 = 2.539 %; (0.0712 - 0.06977) / 0.0712 = 2.008 %.
  const to = (mark: string, nearest: string) => ({
    input: inputAt(mark),
    exposure: { liquidation: { ...near(d(nearest)), price: d(nearest) } },
  });
  expect(found(liquidationNear, to('0.0000123', '0.0000119876'))?.message).toBe(
    'A move of 2.5% to 0.000011988 is enough to be liquidated.',
  );
  expect(found(liquidationNear, to('0.0712', '0.06977'))?.message).toBe(
    'A move of 2% to 0.06977 is enough to be liquidated.',
  );
  // 295.1 of 10,000 is 2.951 %: not 3 %.
  expect(found(liquidationNear, at('9704.9'))?.message).toContain('A move of 2.9% to');
});

it('is as near as it gets where the near end lies across the mark or on it', () => {
  expect(found(liquidationNear, at('10001'))?.value).toBe('0');
  expect(found(liquidationNear, at('10000'))?.value).toBe('0');
});

it('is clear where no price liquidates it', () => {
  const exposure = { liquidation: { kind: 'none' as const, why: 'hedged' as const } };
  expect(runRule(liquidationNear, { exposure })).toEqual({ kind: 'clear' });
  expect(runRule(liquidationNear, at('8100'))).toEqual({ kind: 'clear' });
});

it('is clear on isolated where one step milder is nothing', () => {
  expect(runRule(liquidationNear, at('9200', 'isolated'))).toEqual({ kind: 'clear' });
});

it.each([
  ['the price', { exposure: { liquidation: gone } }],
  ['the near end', { exposure: { liquidation: near(gone) } }],
  ['the distance', { exposure: { liquidation: near(d('9900'), gone) } }],
  [
    'the mark',
    {
      exposure: { liquidation: near(d('9900')) },
      input: { instruments: { BTCUSDT: { kind: 'linear' as const } } },
    },
  ],
  ['the instrument', { exposure: { liquidation: near(d('9900')) }, input: { instruments: {} } }],
])('cannot run without %s', (_name, change) => {
  expect(runRule(liquidationNear, change)).toEqual({ kind: 'could-not-run' });
});

import { expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import type { PressRecord } from '../domain/press-record.ts';
import { habitsOf } from './habits.ts';

const now = new Date('2026-11-21T12:00:00Z');
const press = (change: Partial<PressRecord> = {}): PressRecord => ({
  at: '2026-11-21T11:00:00Z',
  venue: 'binance',
  symbol: 'BTCUSDT',
  side: 'long',
  size: decimal('1'),
  addsToLoser: true,
  held: false,
  ...change,
});
const habits = (...presses: PressRecord[]) => habitsOf(presses, 'binance', 'BTCUSDT', now);

it('takes the sizes that went out, newest first, and not more than ten', () => {
  const sizes = Array.from({ length: 12 }, (_, index) => press({ size: decimal(String(index + 1)) }));
  expect(habits(...sizes).recentSizes).toEqual(['12', '11', '10', '9', '8', '7', '6', '5', '4', '3']);
});

it('leaves out what was held, other contracts and venues, and sizes that are not known', () => {
  const others = [
    press({ held: true }),
    press({ symbol: 'ETHUSDT' }),
    press({ venue: 'okx' }),
    press({ size: null }),
    press({ size: decimal('0') }),
  ];
  expect(habits(...others).recentSizes).toEqual([]);
});

it('counts additions to a loss in the last 24 hours', () => {
  const counted = habits(
    press(),
    press({ at: '2026-11-20T12:00:01Z', side: 'short' }),
    press({ at: '2026-11-20T12:00:00Z' }),
    press({ at: '2026-11-21T12:00:01Z' }),
    press({ held: true }),
    press({ addsToLoser: false }),
  );
  expect(counted.timesAddedToLoser).toBe(2);
});

it('knows nothing of a contract that was not read', () => {
  expect(habitsOf([press()], 'binance', undefined, now)).toEqual({ recentSizes: [], timesAddedToLoser: 0 });
});

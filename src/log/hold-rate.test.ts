import { expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import type { PressRecord } from '../domain/press-record.ts';
import { holdRates } from './hold-rate.ts';

const press = (minute: number, change: Partial<PressRecord> = {}): PressRecord => ({
  at: new Date(Date.UTC(2026, 10, 23, 8, minute)).toISOString(),
  venue: 'okx',
  symbol: 'BTC-USDT-SWAP',
  side: 'long',
  size: decimal('1'),
  addsToLoser: false,
  held: false,
  ...change,
});

it('is nothing of nothing', () => {
  expect(holdRates([])).toEqual({ all: { presses: 0, held: 0 }, venues: {} });
});

it('counts an order that went out after its own hold once', () => {
  const presses = [press(0), press(1, { held: true }), press(2), press(30)];
  expect(holdRates(presses).all).toEqual({ presses: 3, held: 1 });
});

it('counts another order after a hold as one of its own', () => {
  const held = press(1, { held: true });
  expect(holdRates([held, press(2, { size: decimal('0.5') })]).all).toEqual({ presses: 2, held: 1 });
  expect(holdRates([held, press(2, { side: 'short' })]).all).toEqual({ presses: 2, held: 1 });
  expect(holdRates([held, press(4)]).all).toEqual({ presses: 2, held: 1 });
});

it('keeps exchanges apart', () => {
  const presses = [press(0, { held: true }), press(0, { venue: 'bybit' }), press(9, { venue: 'bybit' })];
  expect(holdRates(presses)).toEqual({
    all: { presses: 3, held: 1 },
    venues: { okx: { presses: 1, held: 1 }, bybit: { presses: 2, held: 0 } },
  });
});

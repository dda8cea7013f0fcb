import { describe, expect, it } from 'vitest';
import { isSettleUnit, sameCoin, unitOf } from './unit-of.ts';

const inverse = { symbol: 'XBTUSD', base: 'XBT', quote: 'USD', kind: 'inverse' } as const;
const linear = { symbol: 'BTCUSDT', base: 'BTC', quote: 'USDT', kind: 'linear' } as const;
const open = { symbol: 'ETHUSD', base: 'ETH', quote: 'USD' } as const;

describe('names of coins', () => {
  it.each(['mXBT', 'XBt', 'μXBT', 'µXBT', 'sats'])('%s is no XBT', (name) => {
    expect(sameCoin(name, 'XBT')).toBe(false);
    expect(unitOf(name, inverse)).toBeNull();
    for (const market of [inverse, linear, open, null]) expect(isSettleUnit(name, market)).toBe(false);
  });

  it('are one coin under their older name and in small letters', () => {
    expect(sameCoin('XBT', 'btc')).toBe(true);
    expect(unitOf('BTC', inverse)).toBe('base');
  });
});

describe('the settle coin', () => {
  it.each([
    ['XBT', inverse, true],
    ['BTC', inverse, true],
    ['₿', inverse, true],
    ['USD', inverse, false],
    ['$', inverse, false],
    ['USDT', linear, true],
    ['$', linear, true],
    ['₮', linear, true],
    ['BTC', linear, false],
    ['%', linear, false],
    ['ETH', open, true],
    ['USD', open, true],
    ['', inverse, true],
  ])('%s', (unit, market, is) => {
    expect(isSettleUnit(unit, market)).toBe(is);
  });
});

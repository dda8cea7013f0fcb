import { describe, expect, it } from 'vitest';
import { rowMarket } from './row-symbol.ts';

const market = { symbol: 'BTCUSDT', base: 'BTC', quote: 'USDT', kind: 'linear' } as const;
const name = (text: string) => rowMarket(text, market)?.symbol ?? null;

describe('the contract a row names', () => {
  it.each([
    ['BTCUSDT', 'BTCUSDT'],
    ['BTC/USDT', 'BTCUSDT'],
    ['BTCUSDT Perp', 'BTCUSDT'],
    ['BTCUSDT 永续', 'BTCUSDT'],
    ['ETHUSDT', 'ETHUSDT'],
    ['1000BONKUSDT', '1000BONKUSDT'],
    ['BTCUSDT_260925', 'BTCUSDT_260925'],
    ['BTC-USDT-27JUN26', 'BTC-USDT-27JUN26'],
    ['BTCUSDT0926', 'BTCUSDT0926'],
  ])('of %s is %s', (text, symbol) => {
    expect(name(text)).toBe(symbol);
  });

  it.each(['BTCUSDT Swapdeal Isolated 10x Long', 'BTCUSDT tomorrow', 'BTCUSDT 12', '63,000.5'])(
    'is not told by %s',
    (text) => {
      expect(name(text)).toBeNull();
    },
  );
});

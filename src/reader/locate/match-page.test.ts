import { describe, expect, it } from 'vitest';
import { matchPage } from './match-page.ts';

/** What an address says on an exchange nobody described: symbol, base, quote and kind, by hand. */
const said = (path: string) => {
  const match = matchPage(`https://newdex.example${path}`, { querySelector: () => null }, []);
  const { symbol, base, quote, kind } = match?.market ?? {};
  return match?.market === null ? 'none' : [symbol, base, quote, kind].map((part) => part ?? '-').join(' ');
};

describe('an address no recipe knows', () => {
  it.each([
    ['/futures/BTCUSDT', 'BTCUSDT BTC USDT linear'],
    ['/en/futures/trade/btc_usdt', 'BTC_USDT BTC USDT linear'],
    ['/futures/usdt/BTC_USDT', 'BTC_USDT BTC USDT linear'],
    ['/futures/USDT-M/ETHUSDT', 'ETHUSDT ETH USDT linear'],
    ['/trade/BTC_USDC_PERP', 'BTC_USDC_PERP BTC USDC linear'],
    ['/futures/trade/BTC-SWAP-USDT', 'BTC-SWAP-USDT BTC USDT linear'],
    ['/trade?symbol=ETHUSDT&tab=futures', 'ETHUSDT ETH USDT linear'],
    ['/#/futures/1000PEPEUSDT', '1000PEPEUSDT 1000PEPE USDT linear'],
    ['/trade/PERPUSDT', 'PERPUSDT PERP USDT linear'],
    ['/trade/BTC-USD-PERP', 'BTC-USD-PERP BTC USD -'],
    ['/perpetual/BTCUSD', 'BTCUSD BTC USD -'],
    ['/SOL-PERP', 'SOL-PERP SOL - -'],
    ['/advanced-trade/BTC-PERP-INTX', 'BTC-PERP BTC - -'],
    ['/trade/BTC-PERPETUAL', 'BTC-PERPETUAL BTC - -'],
  ])('%s names one contract', (path, market) => {
    expect(said(path)).toBe(market);
  });

  it.each([
    '/',
    '/futures',
    '/futures/usdt',
    '/linear-usdt/btc',
    '/swap-usdt/btc',
    '/futures_usdt',
    '/usdt-futures/btc',
    '/perpetual/eth',
    '/trade/eth-perp',
    '/TRADE-PERP',
    '/BTCUSDT?compare=ETHUSDT',
    '/SOL-PERP/ETH-PERP',
    '/BTCUSDTX',
    '/%E0%A4%A',
  ])('%s names none, or two', (path) => {
    expect(said(path)).toBe('none');
  });
});

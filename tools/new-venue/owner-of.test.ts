import { expect, it } from 'vitest';
import { ownerOf } from './owner-of.ts';

it.each([
  ['https://www.binance.com/en/anything/BTCUSDT', 'binance'],
  ['https://testnet.bitmex.com/app/trade/XBTUSDT', 'bitmex'],
  ['https://newdex.example/perp/PERP_ETH_USDC', 'orderly'],
  ['https://www.newex.example/en/futures/BTCUSDT', undefined],
  ['https://www.binance.com.newex.example/en/futures/BTCUSDT', undefined],
])('%s belongs to %s', (address, venue) => {
  expect(ownerOf(address)).toBe(venue);
});

import { expect, it } from 'vitest';
import { baseAsset } from './base-asset.ts';

/** Symbols as the venues' own pages write them. */
it.each([
  ['BTCUSDT', 'BTC'],
  ['BTC', 'BTC'],
  ['XBTUSD', 'BTC'],
  ['XBTUSDM', 'BTC'],
  ['XBTZ26', 'BTC'],
  ['PF_XBTUSD', 'BTC'],
  ['BTCUSD_PERP', 'BTC'],
  ['BTCUSDT_260925', 'BTC'],
  ['BTCUSDT-25SEP26', 'BTC'],
  ['BTC-26DEC26', 'BTC'],
  ['BTC-USD-PERP', 'BTC'],
  ['BTC-USDT-SWAP', 'BTC'],
  ['BTC/USD', 'BTC'],
  ['BTCPERP', 'BTC'],
  ['PERP_ETH_USDC', 'ETH'],
  ['ETHUSDU26', 'ETH'],
  ['ETH-PERPETUAL', 'ETH'],
  ['SOL_USDC-PERPETUAL', 'SOL'],
  ['1000PEPEUSDT', 'PEPE'],
  ['1000PEPE-USDT', 'PEPE'],
  ['kPEPE', 'PEPE'],
  ['PEPE_USDT', 'PEPE'],
  ['KAVAUSDT', 'KAVA'],
  ['1INCH-USD', '1INCH'],
  ['xyz:TSLA', 'TSLA'],
  ['USDCUSDT', 'USDC'],
  ['币安人生USDT', '币安人生'],
  ['?', '?'],
  ['', ''],
])('%s is on %s', (symbol, coin) => {
  expect(baseAsset(symbol)).toBe(coin);
});

import type { VenueId } from '../domain/venue.ts';

/**
 * Hosts of each exchange's order screen as match patterns, the usual one first. One permission is asked for one of
 * them, never for all. Addresses as collected in November 2026 from public pages and tools; a mirror that is missing
 * here can be guarded by its address. Orderly-powered front ends live on hosts of their own and have no list.
 */
export const venueHosts: Readonly<Record<VenueId, readonly string[]>> = {
  binance: ['https://www.binance.com/*'],
  'binance-coinm': ['https://www.binance.com/*'],
  bybit: [
    'https://www.bybit.com/*',
    'https://www.bybit.eu/*',
    'https://www.bybit.kz/*',
    'https://www.bybit.global/*',
  ],
  okx: ['https://www.okx.com/*'],
  bitget: ['https://www.bitget.com/*'],
  gate: ['https://www.gate.com/*', 'https://www.gate.io/*'],
  kucoin: ['https://www.kucoin.com/*', 'https://futures.kucoin.com/*'],
  mexc: [
    'https://www.mexc.com/*',
    'https://futures.mexc.com/*',
    'https://www.kcex.com/*',
    'https://www.ourbit.com/*',
  ],
  bingx: ['https://bingx.com/*', 'https://bingx.io/*', 'https://bingx.pro/*'],
  bitmex: ['https://www.bitmex.com/*'],
  kraken: ['https://pro.kraken.com/*', 'https://futures.kraken.com/*'],
  deribit: ['https://www.deribit.com/*'],
  hyperliquid: ['https://app.hyperliquid.xyz/*'],
  dydx: ['https://dydx.trade/*'],
  gmx: ['https://app.gmx.io/*'],
  orderly: [],
  lighter: ['https://app.lighter.xyz/*'],
  echobit: ['https://www.echobit.com/*', 'https://echobit.com/*'],
  xxkk: ['https://www.xxkk.com/*', 'https://xxkk.com/*'],
  htx: ['https://www.htx.com/*'],
  phemex: ['https://phemex.com/*'],
  generic: [],
  practice: ['http://127.0.0.1/*'],
};

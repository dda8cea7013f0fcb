import { expect, it } from 'vitest';
import { contractNames } from './contract-names.ts';

it.each([
  ['https://a.example/en/futures/BTCUSDT', ['BTCUSDT']],
  ['https://a.example/futures/BTCUSDT_260925', ['BTCUSDT_260925', 'BTCUSDT260925']],
  ['https://a.example/trade/BTC-26JUN26', ['BTC-26JUN26', 'BTC26JUN26']],
  ['https://a.example/app/trade/XBTZ26', ['XBTZ26']],
  ['https://a.example/trade/btc-usdt-swap', ['btc-usdt-swap', 'btcusdtswap']],
  ['https://a.example/trade/1000BONKUSDT?uid=998877&nick=JANEUSDT', ['1000BONKUSDT']],
  ['https://a.example/u/jane/20261121', []],
])('keeps of %s %j', (url, names) => {
  expect(contractNames(url, null)).toEqual(names);
});

it("keeps the recipe's symbol and its coins", () => {
  const market = { symbol: 'BTC-USD-PERP', base: 'BTC', quote: 'USD' };
  expect(contractNames('https://a.example/trade/PF_XBTUSD', market)).toEqual(
    expect.arrayContaining(['BTC-USD-PERP', 'BTCUSDPERP', 'XBTUSD', 'BTC', 'USD']),
  );
});

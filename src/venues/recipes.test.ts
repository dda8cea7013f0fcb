import { describe, expect, it } from 'vitest';
import { matchPage } from '../reader/locate/match-page.ts';
import { recipes } from './recipes.ts';

const blank = { querySelector: () => null } as unknown as Document;

function found(address: string): string {
  const match = matchPage(address, blank, recipes);
  if (match === null) return 'no ticket';
  const { venue, market } = match;
  return `${venue} ${market?.symbol ?? '-'} ${market?.base ?? '-'}/${market?.quote ?? '-'} ${market?.kind ?? '-'}`;
}

describe('the recipes', () => {
  it('are data: they survive a JSON round trip', () => {
    expect(JSON.parse(JSON.stringify(recipes))).toEqual(recipes);
  });

  it('say for every alternative which layout it is for', () => {
    const anchors = recipes.flatMap(({ fields, submit }) => [...Object.values(fields).flat(), ...submit]);
    expect(anchors.filter((anchor) => (anchor?.layout ?? '') === '')).toEqual([]);
  });

  it('lean on no hashed class', () => {
    expect(JSON.stringify(recipes)).not.toMatch(/\.(?:css|sc|lrtcss|jsx)-|__[A-Za-z0-9]{5}"/);
  });

  it.each([
    ['https://www.binance.com/en/futures/BTCUSDT', 'binance BTCUSDT BTC/USDT linear'],
    ['https://www.binance.com/futures/BTCUSDT', 'binance BTCUSDT BTC/USDT linear'],
    ['https://www.binance.com/zh-CN/futures/ethusdc?ref=1', 'binance ETHUSDC ETH/USDC linear'],
    ['https://www.binance.com/pt-BR/futures/1000BONKUSDT', 'binance 1000BONKUSDT 1000BONK/USDT linear'],
    ['https://www.binance.com/en/futures/BTCUSDT_260925', 'binance BTCUSDT_260925 BTC/USDT linear'],
    ['https://www.binance.com/en/delivery/BTCUSD_PERP', 'binance-coinm BTCUSD_PERP BTC/USD inverse'],
    ['https://www.binance.com/en/delivery/ethusd_260925', 'binance-coinm ETHUSD_260925 ETH/USD inverse'],
    ['https://demo.binance.com/en/futures/BTCUSDT', 'binance BTCUSDT BTC/USDT linear'],
    ['https://testnet.binancefuture.com/en/futures/BTCUSDT', 'binance BTCUSDT BTC/USDT linear'],
    ['https://www.binance.com/en/my/wallet/futures', 'no ticket'],
    ['https://www.binance.com/en/my/orders/futures/openorder', 'no ticket'],
    ['https://www.binance.com/en/trade/BTC_USDT', 'no ticket'],
    ['https://www.okx.com/trade-swap/btc-usdt-swap', 'okx BTC-USDT-SWAP BTC/USDT linear'],
    ['https://www.okx.com/zh-hans/trade-swap/eth-usdc-swap', 'okx ETH-USDC-SWAP ETH/USDC linear'],
    ['https://www.okx.com/trade-swap/btc-usd-swap', 'okx BTC-USD-SWAP BTC/USD inverse'],
    ['https://www.okx.com/trade-futures/btc-usdt-260925', 'okx BTC-USDT-260925 BTC/USDT linear'],
    ['https://my.okx.com/trade-swap/sol-usdt-swap', 'okx SOL-USDT-SWAP SOL/USDT linear'],
    ['https://www.okx.com/trade-spot/btc-usdt', 'no ticket'],
    ['https://www.bybit.com/trade/usdt/BTCUSDT', 'bybit BTCUSDT BTC/USDT linear'],
    ['https://www.bybit.com/zh-TW/trade/usdt/1000PEPEUSDT?x=1', 'bybit 1000PEPEUSDT 1000PEPE/USDT linear'],
    ['https://www.bybit.eu/en/trade/usdt/BTCUSDT-25SEP26', 'bybit BTCUSDT-25SEP26 BTC/USDT linear'],
    ['https://www.bybit.kz/ru-RU/trade/inverse/BTCUSD', 'bybit BTCUSD BTC/USD inverse'],
    ['https://www.bybit.global/trade/inverse/ETHUSDZ26', 'bybit ETHUSDZ26 ETH/USD inverse'],
    ['https://testnet.bybit.com/trade/futures/usdc/BTC-PERP', 'bybit BTCPERP BTC/USDC linear'],
    ['https://www.bybit.com/en/trade/futures/usdc/BTC-26DEC26', 'bybit BTC-26DEC26 BTC/USDC linear'],
    ['https://www.bybit.com/en/trade/spot/BTC/USDT', 'no ticket'],
    ['https://www.bybit.com/tr-TR/tradingbot/', 'no ticket'],
    ['https://www.bybit.com/user/assets/order/fed/history/usdt', 'no ticket'],
    ['https://www.bitget.com/futures/usdt/BTCUSDT', 'bitget BTCUSDT BTC/USDT linear'],
    ['https://www.bitget.com/zh-CN/futures/usdt/1000BONKUSDT', 'bitget 1000BONKUSDT 1000BONK/USDT linear'],
    ['https://www.bitget.com/asia/futures/usdc/ETHPERP', 'bitget ETHPERP ETH/USDC linear'],
    ['https://www.bitget.com/ko/futures/usdc/ETHUSDC', 'bitget ETHUSDC ETH/USDC linear'],
    ['https://www.bitget.com/futures/coin/BTCUSD', 'bitget BTCUSD BTC/USD inverse'],
    ['https://www.bitget.com/futures/coin/ethusdu26', 'bitget ETHUSDU26 ETH/USD inverse'],
    ['https://www.bitget.com/spot/BTCUSDT', 'no ticket'],
    ['https://www.bitget.com/tr/asset/futures', 'no ticket'],
    ['https://www.gate.com/futures/USDT/BTC_USDT', 'gate BTC_USDT BTC/USDT linear'],
    ['https://www.gate.com/zh/futures/usdt/pepe_usdt', 'gate PEPE_USDT PEPE/USDT linear'],
    ['https://www.gate.io/pt-br/futures_trade/USDT/ETH_USDT', 'gate ETH_USDT ETH/USDT linear'],
    ['https://www.gate.io/futures_trade/BTC/BTC_USD', 'gate BTC_USD BTC/USD inverse'],
    [
      'https://www.gate.com/en/futures-delivery/usdt/SOL_USDT_20260710',
      'gate SOL_USDT_20260710 SOL/USDT linear',
    ],
    ['https://www.gate.com/testnet/futures_trade/USDT/BTC_USDT', 'gate BTC_USDT BTC/USDT linear'],
    ['https://www.gate.com/trade/BTC_USDT', 'no ticket'],
    ['https://www.gate.com/zh/myaccount/myfutures', 'no ticket'],
    ['https://www.kucoin.com/trade/futures/BTCUSDTM', 'kucoin XBTUSDTM BTC/USDT linear'],
    ['https://www.kucoin.com/id/trade/futures/XBTUSDTM', 'kucoin XBTUSDTM XBT/USDT linear'],
    ['https://www.kucoin.com/futures/trade/1000BONKUSDTM', 'kucoin 1000BONKUSDTM 1000BONK/USDT linear'],
    ['https://futures.kucoin.com/trade/ETHUSDTM', 'kucoin ETHUSDTM ETH/USDT linear'],
    ['https://www.kucoin.com/ru/trade/futures/BTCUSDM', 'kucoin XBTUSDM BTC/USD inverse'],
    ['https://www.kucoin.com/trade/futures/XBTMZ26', 'kucoin XBTMZ26 XBT/- inverse'],
    ['https://www.kucoin.com/trade/BTC-USDT', 'no ticket'],
    ['https://www.kucoin.com/trade/futures/BTCUSDTM?bot=1', 'kucoin XBTUSDTM BTC/USDT linear'],
    ['https://www.kucoin.com/trading-bot/futures/grid', 'no ticket'],
    ['https://www.mexc.com/futures/BTC_USDT?type=linear_swap', 'mexc BTC_USDT BTC/USDT linear'],
    ['https://www.mexc.com/ru-RU/futures/1000BONK_USDT', 'mexc 1000BONK_USDT 1000BONK/USDT linear'],
    ['https://www.mexc.com/ko-KR/futures/btc_usd?type=inverse_swap', 'mexc BTC_USD BTC/USD inverse'],
    ['https://futures.mexc.com/zh-CN/exchange/ETH_USDT', 'mexc ETH_USDT ETH/USDT linear'],
    ['https://futures.testnet.mexc.com/exchange/SOL_USDT', 'mexc SOL_USDT SOL/USDT linear'],
    ['https://www.kcex.com/futures/exchange/BTC_USDT', 'mexc BTC_USDT BTC/USDT linear'],
    ['https://www.ourbit.com/futures/exchange/XRP_USDT', 'mexc XRP_USDT XRP/USDT linear'],
    ['https://www.mexc.com/exchange/BTC_USDT', 'no ticket'],
    ['https://www.mexc.com/de-DE/assets/futures', 'no ticket'],
    ['https://www.mexc.com.evil.example/futures/BTC_USDT', 'generic BTC_USDT BTC/USDT linear'],
    ['https://pro.kraken.com/app/trade/futures-btc-usd-perp', 'kraken BTC-USD-PERP BTC/USD linear'],
    ['https://pro.kraken.com/app/trade/futures-pepe-usd-perp?x=1', 'kraken PEPE-USD-PERP PEPE/USD linear'],
    ['https://futures.kraken.com/trade/futures/PF_XBTUSD', 'kraken PF_XBTUSD XBT/USD linear'],
    ['https://futures.kraken.com/trade/futures/PI_XBTUSD', 'kraken PI_XBTUSD XBT/USD inverse'],
    ['https://pro.kraken.com/app/trade/btc-usd', 'no ticket'],
    ['https://pro.kraken.com/app/trade/margin-btc-usd', 'no ticket'],
    ['https://pro.kraken.com/app/portfolio/positions', 'no ticket'],
    ['https://pro.kraken.com/prop/account/7/trade/jto-usd', 'generic JTO-USD JTO/USD -'],
    ['https://app.hyperliquid.xyz/trade/BTC', 'hyperliquid BTC BTC/USD linear'],
    ['https://app.hyperliquid.xyz/trade/kPEPE', 'hyperliquid kPEPE kPEPE/USD linear'],
    ['https://app.hyperliquid.xyz/trade/xyz:TSLA', 'hyperliquid xyz:TSLA TSLA/USD linear'],
    ['https://app.hyperliquid.xyz/trade/xyz%3ATSLA', 'hyperliquid xyz:TSLA TSLA/USD linear'],
    ['https://app.hyperliquid-testnet.xyz/trade/ETH', 'hyperliquid ETH ETH/USD linear'],
    ['https://app.hyperliquid.xyz/trade', 'hyperliquid - -/- -'],
    ['https://app.hyperliquid.xyz/trade/HYPE/USDC', 'no ticket'],
    ['https://app.hyperliquid.xyz/trade/@107', 'no ticket'],
    ['https://app.hyperliquid.xyz/portfolio', 'no ticket'],
    ['https://app.hyperliquid.xyz/vaults/0x00', 'no ticket'],
    ['https://app.lighter.xyz/trade/BTC', 'lighter BTC BTC/USD linear'],
    ['https://app.lighter.xyz/trade/1000PEPE?ref=x', 'lighter 1000PEPE 1000PEPE/USD linear'],
    ['https://app.lighter.xyz/trade/ETH_USDC', 'no ticket'],
    ['https://app.lighter.xyz/trade/ETH/USDC', 'no ticket'],
    ['https://app.lighter.xyz/public-pools/3', 'no ticket'],
    ['https://dydx.trade/trade/BTC-USD', 'dydx BTC-USD BTC/USD linear'],
    ['https://dydx.trade/#/trade/ETH-USD', 'dydx ETH-USD ETH/USD linear'],
    ['https://dydx.trade/?utm=a#/trade/SOL-USD', 'dydx SOL-USD SOL/USD linear'],
    ['https://dydx.trade/trade', 'dydx - -/- -'],
    ['https://dydx.trade/portfolio/positions', 'no ticket'],
    ['https://dydx.trade/#/vault', 'no ticket'],
    ['https://dydx.trade/spot/abc', 'no ticket'],
    ['https://app.gmx.io/#/trade', 'gmx - -/- -'],
    ['https://app.gmx.io/#/trade/long?market=0x47', 'gmx - -/- -'],
    ['https://app.gmx.io/trade/short', 'gmx - -/- -'],
    ['https://app.gmx.io/#/trade/swap', 'no ticket'],
    ['https://app.gmx.io/pools/details', 'no ticket'],
    ['https://any.name/en/perp/PERP_ETH_USDC', 'orderly PERP_ETH_USDC ETH/USDC linear'],
    ['https://any.name/perp/PERP_1000PEPE_USDC?x=1', 'orderly PERP_1000PEPE_USDC 1000PEPE/USDC linear'],
    ['http://127.0.0.1:4173/trade/SOLUSDT', 'practice SOLUSDT SOL/USDT linear'],
    ['https://evil.example/https://www.binance.com/en/futures/BTCUSDT', 'generic BTCUSDT BTC/USDT linear'],
    ['https://www.binance.com.evil.example/en/futures/BTCUSDT', 'generic BTCUSDT BTC/USDT linear'],
    ['https://newdex.example/futures/BTC_USDT', 'generic BTC_USDT BTC/USDT linear'],
    ['https://newdex.example/trade/futures-btc-usd-perp', 'generic BTC-USD-PERP BTC/USD -'],
    ['https://newdex.example/trade', 'generic - -/- -'],
    ['https://newdex.example/swap/BTCUSDT/ETHUSDT', 'generic - -/- -'],
    ['not an address', 'generic - -/- -'],
    ['https://newdex.example/%E0%A4%A', 'generic - -/- -'],
  ])('%s', (address, market) => {
    expect(found(address)).toBe(market);
  });
});

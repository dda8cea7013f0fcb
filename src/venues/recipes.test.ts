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

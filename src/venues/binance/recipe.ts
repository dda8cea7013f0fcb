import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.)?binance\\.com|demo\\.binance\\.com|testnet\\.binancefuture\\.com';
const locale = '^/(?:[a-z]{2}(?:-[A-Za-z]{2,4})?/)?';
const tab = (key: string) =>
  `[role=tab][data-tab-key="${key}"], [role=tab]#tab-${key}, [role=tab]#bn-tab-${key}`;
const tabs = (...keys: readonly string[]) => keys.map(tab).join(', ');

/** USD-M and, by their own address, COIN-M futures. */
export const binanceRecipe: Recipe = {
  venue: 'binance',
  evidence: 'A-: selectors that maintained tools checked on the live page, 2026-07; page itself not seen',
  pages: [
    {
      host,
      path: `${locale}futures/(?<symbol>(?<base>[A-Za-z0-9]{1,15}?)(?<quote>USDT|USDC|BUSD|FDUSD)(?:_\\d{6})?)(?:[/?#]|$)`,
      kind: 'linear',
    },
    {
      host,
      path: `${locale}delivery/(?<symbol>(?<base>[A-Za-z0-9]{1,15}?)(?<quote>USD)_?(?:PERP|\\d{6}))(?:[/?#]|$)`,
      venue: 'binance-coinm',
      kind: 'inverse',
    },
  ],
  excludes: [
    {
      host,
      path: `${locale}(?:my|trade|orders|wallet|margin|convert|futures/(?:ref|trading-rules|data))(?:[/?#]|$)`,
    },
  ],
  scope: ['[name="orderForm"]'],
  signedOut: ['[data-testid="orderform_login"]'],
  // 100 USD a contract for BTC, 10 USD for the others that are listed here.
  contracts: {
    sizes: { BTCUSD_PERP: '100', ETHUSD_PERP: '10', BNBUSD_PERP: '10', SOLUSD_PERP: '10', XRPUSD_PERP: '10' },
  },
  fields: {
    // Mode and leverage carry no attribute: one button `Cross 20x` or two beside each other, both read by their words.
    orderType: [
      {
        layout: 'tabs',
        options: {
          limit: tabs('LIMIT', 'POST_ONLY'),
          market: tabs('MARKET'),
          other: tabs('CONDITIONAL', 'STOP_LIMIT', 'STOP_MARKET', 'TRAILING_STOP', 'TWAP', 'SCALED'),
        },
      },
    ],
    openClose: [{ layout: 'hedge mode', css: '#position-direction [aria-selected="true"]' }],
    price: [{ layout: 'all', css: 'input[id^="limitPrice-"]' }],
    size: [
      { layout: 'all', css: 'input[id^="unitAmount-"]' },
      { layout: 'all, by name', css: 'input[name="unitAmount"]' },
    ],
    lastPrice: [{ layout: 'header', css: '.contractPrice', where: 'page' }],
    maxSize: [
      {
        layout: 'all',
        css: '[data-testid="max-buy-amount"]',
        pattern: '([\\d.,\\s]*\\d\\s*[\\p{L}\\d.]*)\\s*$',
        side: 'long',
      },
      {
        layout: 'all',
        css: '[data-testid="max-sell-amount"]',
        pattern: '([\\d.,\\s]*\\d\\s*[\\p{L}\\d.]*)\\s*$',
        side: 'short',
      },
    ],
  },
  submit: [
    { layout: 'all', css: 'button.bn-button__buy' },
    { layout: 'all', css: 'button.bn-button__sell' },
  ],
  positions: {
    css: ['[data-testid="positionTableInfo"]'],
    row: '.list-item-container',
    tab: '[data-testid="Positions"]',
    symbol: '{base}{quote}',
    // Coin-margined contracts, by their name in the address or as the list writes it.
    names: [
      { text: '^(?<symbol>(?<base>[A-Z0-9]{1,15})(?<quote>USD)_(?:PERP|\\d{6}))$', kind: 'inverse' },
      {
        text: '^(?<base>[A-Z0-9]{1,15})(?<quote>USD)(?: ?PERP(?:ETUAL)?)?$',
        symbol: '{base}{quote}_PERP',
        kind: 'inverse',
      },
    ],
    filter: '[role=checkbox][name=hideOtherSymbol]',
  },
};

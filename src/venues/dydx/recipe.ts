import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.)?dydx\\.trade';
/** Routes stand in the path or behind the hash. */
const route = '^/(?:[^#]*#/)?';
const form = 'form:has(#trade-amount)';

export const dydxRecipe: Recipe = {
  venue: 'dydx',
  evidence: 'D: source of the front end, 2026-07-17',
  pages: [
    {
      host,
      path: `${route}trade/(?<symbol>(?<base>[^/?#]+)-(?<quote>USD))/?(?:[?#]|$)`,
    },
    { host, path: `${route}trade/?(?:[?#]|$)`, symbol: '{base}-{quote}', quote: 'USD' },
  ],
  excludes: [
    {
      host,
      path: `${route}(?:markets|vault|portfolio|spot|profile|alerts|settings|terms|privacy|referrals|dydx)(?:[/?#]|$)`,
    },
  ],
  keepCase: true,
  // The margin mode and the side stand around the form.
  scope: [`:has([role="radio"]):has([role="tab"]):has(#trade-amount)`, form],
  quoteSizeIs: 'quote',
  fields: {
    price: [{ layout: 'limit', css: '[id="price.limitPrice"]' }],
    size: [{ layout: 'all', css: '#trade-amount' }],
    sizeUnit: [{ layout: 'all', css: 'label[for="trade-amount"]', pattern: '\\n\\s*(\\S+)\\s*$' }],
    reduceOnly: [{ layout: 'all', css: '#reduce-only' }],
    available: [{ layout: 'account panel', label: 'available', in: 'dl', where: 'page' }],
    equity: [{ layout: 'account panel', label: 'equity', in: 'dl', where: 'page' }],
    markPrice: [{ layout: 'market header', label: 'oraclePrice', in: 'dl', where: 'page' }],
    stopLoss: [
      { layout: 'TP/SL open', css: '#stoploss-price', when: '#show-trigger-orders[data-state="checked"]' },
    ],
    takeProfit: [
      { layout: 'TP/SL open', css: '#takeprofit-price', when: '#show-trigger-orders[data-state="checked"]' },
    ],
  },
  // Labelled `Place Market Order`; in narrow layouts `Preview Order` comes before it.
  submit: [{ layout: 'all', css: `${form} button[type="submit"]` }],
  positions: { css: [], sizeUnit: 'base', signed: true, markedAtOracle: true, symbol: '{base}-{quote}' },
};

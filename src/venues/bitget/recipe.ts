import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.)?bitget\\.com';
const locale = '^/(?:(?:[a-z]{2}(?:-[A-Za-z]{2,4})?|asia)/)?';
const end = '(?:[/?#]|$)';

export const bitgetRecipe: Recipe = {
  venue: 'bitget',
  evidence: 'A- for order buttons and the size (a tool of 2026-05); the rest is read by labels',
  pages: [
    {
      host,
      path: `${locale}futures/usdt/(?<symbol>(?<base>[A-Za-z0-9]{1,20}?)(?<quote>USDT))${end}`,
      kind: 'linear',
    },
    {
      host,
      path: `${locale}futures/usdc/(?<symbol>(?<base>[A-Za-z0-9]{1,20}?)(?<quote>USDC))${end}`,
      kind: 'linear',
    },
    {
      host,
      path: `${locale}futures/(?<quote>usdc)/(?<base>[A-Za-z0-9]{1,20}?)PERP${end}`,
      symbol: '{base}PERP',
      kind: 'linear',
    },
    {
      host,
      path: `${locale}futures/coin/(?<symbol>(?<base>[A-Za-z0-9]{1,20}?)(?<quote>USD)(?:[FGHJKMNQUVXZ]\\d{2})?)${end}`,
      kind: 'inverse',
    },
  ],
  excludes: [
    {
      host,
      path: `${locale}(?:spot|margin|convert|asset|assets|wallet|orders?|earn|copy-trading|strategy(?:-trading)?|trading-bot|futures/(?:introduction|order|history|calculator|grid))${end}`,
    },
  ],
  fields: {
    size: [
      { layout: 'limit and market', css: 'input[data-testid*="OrderAmountInput"]' },
      { layout: 'by name', css: 'input[name="op-amount"]' },
    ],
    lastPrice: [{ layout: 'order book', css: '[data-testid="FutureOrderTableCurrentPrice"]', where: 'page' }],
  },
  submit: [
    { layout: 'roles of the venue own', css: 'button[role="buyer"]', side: 'long' },
    { layout: 'roles of the venue own', css: 'button[role="seller"]', side: 'short' },
    {
      layout: 'without roles',
      css: 'button:has([data-testid="FutureTradeOpenBuyButton"])',
      side: 'long',
    },
    {
      layout: 'without roles',
      css: 'button:has([data-testid="FutureTradeOpenSellButton"])',
      side: 'short',
    },
  ],
  positions: {
    css: [],
    symbol: '{base}{quote}',
    names: [
      { text: '^(?<base>[A-Z0-9]{1,20}?)PERP$', symbol: '{base}PERP', quote: 'USDC', kind: 'linear' },
      {
        text: '^(?<symbol>(?<base>[A-Z0-9]{1,20}?)(?<quote>USD)(?:[FGHJKMNQUVXZ]\\d{2})?)$',
        kind: 'inverse',
      },
    ],
  },
};

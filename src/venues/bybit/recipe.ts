import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.|testnet\\.)?bybit\\.(?:com|global|eu|kz)';
const locale = '^/(?:[a-z]{2}(?:-[A-Za-z]{2,4})?/)?';
const end = '(?:[/?#]|$)';

/** USDT, USDC and inverse contracts. */
export const bybitRecipe: Recipe = {
  venue: 'bybit',
  evidence: 'B- for one class that tools of 2022 to 2026-01 name; the rest is read by labels',
  pages: [
    {
      host,
      path: `${locale}trade/usdt/(?<symbol>(?<base>[A-Za-z0-9]{1,20}?)(?<quote>USDT)(?:-\\d{1,2}[A-Z]{3}\\d{2})?)${end}`,
      kind: 'linear',
    },
    {
      host,
      path: `${locale}trade/inverse/(?<symbol>(?<base>[A-Za-z0-9]{1,20}?)(?<quote>USD)(?:[FGHJKMNQUVXZ]\\d{2})?)${end}`,
      kind: 'inverse',
    },
    {
      host,
      path: `${locale}trade/(?:futures/)?(?<quote>usdc)/(?<base>[A-Za-z0-9]{1,20}?)-?PERP${end}`,
      symbol: '{base}PERP',
      kind: 'linear',
    },
    {
      host,
      path: `${locale}trade/(?:futures/)?(?<quote>usdc)/(?<symbol>(?<base>[A-Za-z0-9]{1,20}?)-\\d{1,2}[A-Z]{3}\\d{2})${end}`,
      kind: 'linear',
    },
  ],
  excludes: [
    {
      host,
      path: `${locale}(?:trade/(?:spot|option|margin)|user|app/user|asset|tradingbot|trading-bot|copytrade|copytrading|earn|order)${end}`,
    },
  ],
  fields: {
    leverage: [
      { layout: 'order cell', css: '.oc-head-leverage', pattern: '^\\D*(\\d[\\d.,]*\\s*[xX×])\\D*$' },
    ],
  },
  submit: [],
  positions: {
    css: [],
    symbol: '{base}{quote}',
    names: [
      { text: '^(?<base>[A-Z0-9]{1,20}?)-?PERP$', symbol: '{base}PERP', quote: 'USDC', kind: 'linear' },
      { text: '^(?<symbol>(?<base>[A-Z0-9]{1,20}?)-\\d{1,2}[A-Z]{3}\\d{2})$', quote: 'USDC', kind: 'linear' },
      {
        text: '^(?<symbol>(?<base>[A-Z0-9]{1,20}?)(?<quote>USDT)-\\d{1,2}[A-Z]{3}\\d{2})$',
        kind: 'linear',
      },
      {
        text: '^(?<symbol>(?<base>[A-Z0-9]{1,20}?)(?<quote>USD)(?:[FGHJKMNQUVXZ]\\d{2})?)$',
        kind: 'inverse',
      },
    ],
  },
};

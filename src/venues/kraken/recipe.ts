import type { Recipe } from '../../reader/recipe.ts';

const pro = 'pro\\.kraken\\.com';
const old = 'futures\\.kraken\\.com';

/** Kraken Pro and the older futures site. Funded accounts under `/prop/` have rules and a recipe of their own. */
export const krakenRecipe: Recipe = {
  venue: 'kraken',
  evidence:
    'A-/C: notes of tools that were checked on the live page, 2026-07, for spot and margin; futures ticket by labels',
  pages: [
    {
      host: pro,
      path: '^/app/trade/futures-(?<base>[a-z0-9]+)-(?<quote>usd|eur|gbp)-perp(?:[/?#]|$)',
      symbol: '{base}-{quote}-PERP',
    },
    { host: old, path: '^/trade/futures/(?<symbol>PF_(?<base>[A-Z0-9]+?)(?<quote>USD))(?:[/?#]|$)' },
    {
      host: old,
      path: '^/trade/futures/(?<symbol>PI_(?<base>[A-Z0-9]+?)(?<quote>USD))(?:[/?#]|$)',
      kind: 'inverse',
    },
  ],
  excludes: [
    { host: pro, path: '^/app/(?!trade)[a-z]' },
    { host: pro, path: '^/app/trade/(?!futures-)[a-z0-9]' },
    { host: old, path: '^/(?!trade)[a-z]' },
  ],
  fields: {
    // The size input carries no attribute at all; order types expose no state.
    price: [{ layout: 'Pro', css: 'input[id^="price-"]' }],
  },
  submit: [],
  positions: { css: [], symbol: '{base}-{quote}-PERP' },
};

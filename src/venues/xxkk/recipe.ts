import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.)?xxkk\\.com';
const locale = '^/(?:[a-z]{2}(?:-[a-z]{2,4})?/)?';

/** Addresses only; the ticket is read by labels. */
export const xxkkRecipe: Recipe = {
  venue: 'xxkk',
  evidence: 'E: addresses of public pages; nothing is known of its elements',
  pages: [
    {
      host,
      path: `${locale}swap/(?<symbol>(?<base>[A-Za-z0-9]{1,15})-(?<quote>USDT|USDC))(?:[/?#]|$)`,
    },
    {
      host,
      path: `${locale}swap/(?<symbol>(?<base>[A-Za-z0-9]{1,15})-(?<quote>USD))(?:[/?#]|$)`,
      kind: 'unsettled',
    },
    { host, path: `${locale}swap/?(?:[?#]|$)` },
  ],
  excludes: [
    {
      host,
      path: `${locale}(?:spot|assets|wallet|account|orders?|history|copy-?trading|convert|support)(?:[-/?#]|$)`,
    },
  ],
  fields: {},
  submit: [],
  positions: { css: [], symbol: '{base}-{quote}' },
};

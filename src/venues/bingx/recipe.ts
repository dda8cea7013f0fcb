import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.)?bingx\\.(?:com|io|pro)';
const locale = '^/(?:[a-z]{2}(?:-[a-z]{2,4})?/)?';
const contract = (quote: string) =>
  `${locale}perpetual/(?<symbol>(?<base>[A-Za-z0-9]{1,15})-(?<quote>${quote}))(?:[/?#]|$)`;

/** Addresses only; the ticket is read by labels. */
export const bingxRecipe: Recipe = {
  venue: 'bingx',
  evidence: 'E: addresses and words of the page, 2026; nothing is known of its elements',
  pages: [
    { host, path: contract('USDT|USDC') },
    { host, path: contract('USD'), kind: 'inverse' },
    { host, path: `${locale}perpetual/?(?:[?#]|$)` },
  ],
  excludes: [
    {
      host,
      path: `${locale}(?:spot|standard|assets|wallet|account|orders?|copytrad\\w*|copy-trading|convert|history|support|market)(?:[-/?#]|$)`,
    },
  ],
  fields: {},
  submit: [],
  positions: { css: [], symbol: '{base}-{quote}' },
};

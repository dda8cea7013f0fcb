import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.)?echobit\\.com';
const locale = '^/(?:[a-z]{2}(?:-[a-z]{2,4})?/)?';

/** Addresses only; the ticket is read by labels. All contracts are quoted and settled in USDT. */
export const echobitRecipe: Recipe = {
  venue: 'echobit',
  evidence: 'E: the host and its locale; how an address names the contract is not known',
  pages: [
    {
      host,
      path: `${locale}[^?#]*?(?:futures|contract|swap|perpetual)[^?#]*/(?<base>[A-Za-z0-9]{1,15}?)[-_/]?(?<quote>USDT)(?:[/?#]|$)`,
      symbol: '{base}{quote}',
    },
    { host, path: `${locale}(?:futures|contract|swap|perpetual)(?:[/?#]|$)` },
  ],
  excludes: [
    {
      host,
      path: `${locale}(?:spot|trade/spot|assets|wallet|account|orders?|history|copy-?trading|convert|support|login|register)(?:[-/?#]|$)`,
    },
  ],
  fields: {},
  submit: [],
  positions: { css: [], symbol: '{base}{quote}' },
};

import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.)?phemex\\.com';
const locale = '^/(?:[a-z]{2}(?:-[a-z]{2,4})?/)?';
const base = '(?<base>[A-Za-z0-9]{1,15}?)';
const now = (quote: string) => `${locale}futures/${base}-(?<quote>${quote})(?:[/?#]|$)`;
const before = (quote: string) => `${locale}trade/${base}(?<quote>${quote})(?:[/?#]|$)`;
const symbol = '{base}{quote}';

/** Addresses only; the ticket is read by labels. */
export const phemexRecipe: Recipe = {
  venue: 'phemex',
  evidence: 'E: addresses of public pages, 2026-09; nothing is known of its elements',
  pages: [
    { host, path: now('USDT|USDC'), symbol },
    { host, path: now('USD'), symbol, kind: 'inverse' },
    { host, path: before('USDT|USDC'), symbol },
    { host, path: before('USD'), symbol, kind: 'inverse' },
    { host, path: `${locale}(?:futures|trade)/?(?:[?#]|$)` },
  ],
  excludes: [
    {
      host,
      path: `${locale}(?:spot|margin|assets|wallet|account|orders?|convert|copy-trading|earn|help-center)(?:[-/?#]|$)`,
    },
  ],
  // Quote currency a contract, as recorded positions show.
  contracts: { sizes: { BTCUSD: '1' } },
  fields: {},
  submit: [],
  positions: { css: [], symbol },
};

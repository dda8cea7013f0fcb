import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.)?htx\\.com';
const locale = '^/(?:[a-z]{2}(?:-[a-z]{2,4})?/)?';
const contract = (quote: string) =>
  `${locale}futures/[a-z_]+/exchange/?[?#](?:[^#]*[&#])?contract_code=(?<symbol>(?<base>[A-Za-z0-9]{1,15})-(?<quote>${quote})(?:-\\d{6})?)(?:&|$)`;

/** Addresses only, and the margin mode that they carry; the ticket is read by labels. */
export const htxRecipe: Recipe = {
  venue: 'htx',
  evidence: 'E: addresses of public pages, 2026; nothing is known of its elements',
  pages: [
    { host, path: contract('USDT|USDC') },
    { host, path: contract('USD'), kind: 'inverse' },
    { host, path: `${locale}futures/[a-z_]+/exchange(?:[/?#]|$)` },
  ],
  excludes: [
    {
      host,
      path: `${locale}(?:trade|margin|assets|finance|futures/(?:[a-z_]+/)?(?:assets|orders?|history|transfer|info|data)|otc|earn|support)(?:[-/?#]|$)`,
    },
  ],
  // Coins a contract, as recorded positions show.
  contracts: { sizes: { 'BTC-USDT': '0.001' } },
  fields: {
    marginMode: [{ layout: 'hash of the address', address: '[?#&]type=(cross|isolated)(?:&|$)' }],
  },
  submit: [],
  positions: { css: [], symbol: '{base}-{quote}' },
};

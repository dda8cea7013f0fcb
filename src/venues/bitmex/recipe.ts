import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.|testnet\\.)?bitmex\\.com';
const path = (name: string) => `^/(?:app/)?trade/${name}(?:[/?#]|$)`;
/** Inverse, settled in the coin: the perpetual, and dated ones by month letter and year. */
const inverse = '(?<symbol>(?<base>XBT)(?:(?<quote>USD)|[FGHJKMNQUVXZ]\\d{2}))';
const linear = '(?<symbol>(?<base>[A-Z0-9]{2,12}?)(?<quote>USDT|USDC))';
/** Coins quoted in dollars that may settle in the dollar or in another coin. */
const either = '(?<symbol>(?<base>[A-Z0-9]{2,12}?)(?<quote>USD))';

/** Addresses only; the ticket is read by labels. Leverage 0, or the word in its place, is cross. */
export const bitmexRecipe: Recipe = {
  venue: 'bitmex',
  evidence: 'E: addresses and words of tools of 2017 to 2020; nothing is known of the ticket',
  pages: [
    { host, path: path(inverse), quote: 'USD', kind: 'inverse' },
    { host, path: path(linear) },
    { host, path: path(either), kind: 'unsettled' },
    { host, path: '^/(?:app/)?trade/?(?:[?#]|$)' },
  ],
  excludes: [
    {
      host,
      path: '^/(?:spot|(?:app/)?(?:wallet|orderHistory|history|affiliates|support|fees|contract)\\w*)(?:[-/?#]|$)',
    },
    // Spot pairs part their coins.
    { host, path: '^/(?:app/)?trade/[A-Z0-9]+_[A-Z0-9]+(?:[/?#]|$)' },
  ],
  // Dollars a contract, as recorded positions show.
  contracts: { sizes: { XBTUSD: '1' } },
  fields: {},
  submit: [],
  positions: {
    css: [],
    names: [
      { text: `^${inverse}$`, quote: 'USD', kind: 'inverse' },
      { text: `^${linear}$` },
      { text: `^${either}$`, kind: 'unsettled' },
    ],
  },
};

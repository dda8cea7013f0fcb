import type { Recipe } from '../../reader/recipe.ts';

const host = 'app\\.hyperliquid(?:-testnet)?\\.xyz';

/**
 * Its page carries no lasting attribute, so everything on it is read by labels. Wallets that trade here by an app of
 * their own, such as Atomic Wallet's perpetuals, have no page to read.
 */
export const hyperliquidRecipe: Recipe = {
  venue: 'hyperliquid',
  evidence: 'B: captions that several tools name, 2026-04; page itself not seen',
  pages: [
    { host, path: '^/trade/(?<symbol>(?<base>[A-Za-z0-9]+))/?(?:[?#]|$)', quote: 'USD' },
    // Markets of builders carry their prefix in the name.
    { host, path: '^/trade/(?<symbol>[a-z0-9]+:(?<base>[A-Za-z0-9]+))/?(?:[?#]|$)', quote: 'USD' },
    { host, path: '^/(?:trade/?)?(?:[?#]|$)', quote: 'USD' },
  ],
  excludes: [
    { host, path: '^/trade/[^/?#]+/[^/?#]' },
    { host, path: '^/trade/@' },
    {
      host,
      path: '^/(?:portfolio|vaults|staking|referrals|leaderboard|points|explorer|api|sub-?accounts)(?:[/?#]|$)',
    },
  ],
  keepCase: true,
  fields: {},
  submit: [],
  positions: {
    css: [],
    tag: '^(?!x$)[a-z]{2,8}$',
    names: [
      { text: '^(?<symbol>(?:[a-z0-9]+:)?(?<base>[A-Za-z0-9]+))(?:-USDC?)?$', quote: 'USD', keepCase: true },
    ],
  },
};

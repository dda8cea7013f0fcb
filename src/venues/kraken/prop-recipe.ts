import type { Recipe } from '../../reader/recipe.ts';

const host = 'pro\\.kraken\\.com';

/**
 * Funded accounts on Kraken Pro. Their margin rules are not Kraken's, so they belong to the rule book of unknown venues.
 * Sizes are in the base coin and money in dollars, as on all of Kraken Pro: inverse contracts are on the older site only.
 */
export const krakenPropRecipe: Recipe = {
  venue: 'generic',
  evidence:
    'B: captions and buttons of the ticket as a tool noted them on the live page, 2026-07-12; everything is read by labels',
  pages: [
    {
      host,
      path: '^/prop/account/[^/?#]+/trade/(?<base>[a-z0-9]+)-(?<quote>usd)(?:[/?#]|$)',
      symbol: '{base}-{quote}',
    },
  ],
  // The account's figures and positions, with no ticket beside them.
  excludes: [{ host, path: '^/prop(?:/account/[^/?#]+(?:/portfolio)?)?/?(?:[?#]|$)' }],
  fields: {
    equity: [{ layout: 'portfolio beside the ticket', label: 'equity', where: 'page' }],
  },
  submit: [],
};

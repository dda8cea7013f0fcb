import type { Recipe } from '../../reader/recipe.ts';

const host = 'app\\.gmx\\.io';
/** Routes stand in the path; older links have them behind the hash. */
const route = '^/(?:[^#]*#/)?';
const qa = (name: string) => `[data-qa="${name}"]`;
/** The tab that is chosen differs by this class of the design system alone. */
const chosen = (tab: string) => `[data-qa="${tab}"][class~="!text-typography-primary"]`;
const limitTab = chosen('trade-mode-tab-Limit');
/** A target and a stop are typed as a price; the input for what is gained or lost beside it has a chooser, `%` or `$`. */
const stopPrices = 'div:has(> div > div > [data-dropdown]) > :first-child input';

export const gmxRecipe: Recipe = {
  venue: 'gmx',
  evidence: 'D: source of the front end, 2026-08-20',
  // The address never names the market.
  pages: [
    { host, path: `${route}trade(?:/(?:long|short))?/?(?:[?#]|$)`, symbol: '{base}/{quote}', quote: 'USD' },
  ],
  excludes: [
    {
      host,
      path: `${route}(?:trade/swap|earn|pools|stake|stats|buy|dashboard|referrals|leaderboard|competitions|accounts|actions|traders|monitor)(?:[/?#]|$)`,
    },
  ],
  keepCase: true,
  scope: [qa('tradebox')],
  quoteSizeIs: 'quote',
  convertsSize: true,
  fields: {
    marginMode: [
      {
        layout: 'all: every position stands on its own collateral',
        matches: qa('confirm-trade-button'),
        value: 'isolated',
      },
    ],
    leverage: [{ layout: 'all', css: qa('leverage-slider') }],
    side: [
      { layout: 'all', matches: chosen('trade-direction-tab-Long'), value: 'long' },
      { layout: 'all', matches: chosen('trade-direction-tab-Short'), value: 'short' },
    ],
    openClose: [{ layout: 'TP/SL of a position', matches: qa('close-input'), value: 'close' }],
    orderType: [
      { layout: 'market', matches: chosen('trade-mode-tab-Market'), value: 'market' },
      { layout: 'limit', matches: limitTab, value: 'limit' },
      { layout: 'TP/SL of a position', matches: qa('close-input'), value: 'other' },
    ],
    // What the wallet holds of the coin that is paid with, between the box's headline and that coin, where it is a dollar.
    available: [
      {
        layout: 'market, limit',
        css: qa('margin'),
        when: qa('margin-max'),
        pattern: '^[^\\n\\d]+\\n\\s*([\\d.,]+\\s*\\n\\s*USD[CT])\\s*$',
      },
    ],
    price: [{ layout: 'limit', css: qa('trigger-price-input'), when: limitTab }],
    size: [
      { layout: 'market, limit', css: qa('position-size-input') },
      { layout: 'TP/SL of a position', css: qa('close-input') },
    ],
    takeProfit: [{ layout: 'TP/SL open: the target comes first', css: stopPrices, nth: 0, of: 2 }],
    stopLoss: [{ layout: 'TP/SL open: the stop comes second', css: stopPrices, nth: 1, of: 2 }],
    sizeUnit: [
      { layout: 'market, limit', css: qa('position-size-display-mode-button') },
      { layout: 'TP/SL of a position: in dollars by nature', matches: qa('close-input'), value: 'USD' },
    ],
  },
  submit: [{ layout: 'all', css: qa('confirm-trade-button') }],
  positions: {
    css: ['table:has([data-qa^="position-item-"])'],
    row: '[data-qa^="position-item-"]',
    quoteAt: 'entry',
    marginMode: 'isolated',
    symbol: '{base}/{quote}',
  },
};

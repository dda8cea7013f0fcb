import type { Recipe } from '../../reader/recipe.ts';

const host = 'app\\.lighter\\.xyz';
const test = (id: string) => `[data-testid="${id}"]`;

export const lighterRecipe: Recipe = {
  venue: 'lighter',
  evidence: 'A-/B: test ids that two maintained tools use, 2025 and 2026; page itself not seen',
  pages: [
    { host, path: '^/trade/(?<symbol>(?<base>[A-Za-z0-9]+))/?(?:[?#]|$)', quote: 'USD' },
    { host, path: '^/(?:trade/?)?(?:[?#]|$)', quote: 'USD' },
  ],
  excludes: [
    { host, path: '^/trade/[^/?#]+[/_-][^/?#]' },
    { host, path: '^/(?:portfolio|public-pools|vaults|leaderboard|explorer|referrals|points)(?:[/?#]|$)' },
  ],
  scope: ['#place-order'],
  fields: {
    marginMode: [{ layout: 'all', css: '[data-tourid="marginModeSetting"]' }],
    leverage: [{ layout: 'all', css: test('adjust-leverage'), pattern: '^\\D*?(\\d[\\d.,]*\\s*[x×])\\s*$' }],
    side: [
      {
        layout: 'toggle with a state',
        options: { long: test('order-buy-button'), short: test('order-sell-button') },
      },
    ],
    orderType: [
      {
        layout: 'tabs',
        options: {
          limit: test('select-order-type-limit'),
          market: test('select-order-type-market'),
          other: test('select-order-type-twap'),
        },
      },
    ],
    price: [
      { layout: 'limit', css: test('limit-order-limit-input') },
      { layout: 'limit, by its other name', css: test('place-order-limit-price-input') },
    ],
    size: [{ layout: 'all', css: test('place-order-size-input') }],
    equity: [{ layout: 'account overview', css: test('account-overview-perps-equity'), where: 'page' }],
  },
  submit: [
    { layout: 'all', css: '#place-order-button' },
    { layout: 'all, by test id', css: test('place-order-button') },
  ],
  positions: {
    css: [test('positions-table')],
    row: 'tr[data-testid^="row-"]',
    sizeUnit: 'base',
    sides: { long: test('direction-long'), short: test('direction-short') },
    symbol: '{base}',
  },
};

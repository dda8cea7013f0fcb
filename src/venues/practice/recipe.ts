import type { Recipe } from '../../reader/recipe.ts';

const hook = (name: string) => `[data-practice="${name}"]`;

/** Our own practice exchange: its hooks are part of it, so every anchor is certain. */
export const practiceRecipe: Recipe = {
  venue: 'practice',
  evidence: 'our own page',
  pages: [
    {
      host: '127\\.0\\.0\\.1|localhost',
      path: '^/trade/(?<symbol>(?<base>[A-Za-z0-9]+)(?<quote>USDT))(?:[/?#]|$)',
    },
  ],
  scope: [`form${hook('ticket')}`],
  decimalMark: '.',
  quoteSizeIs: 'quote',
  fields: {
    headerSymbol: [{ layout: 'all', css: hook('symbol') }],
    marginMode: [{ layout: 'all', css: hook('margin-mode') }],
    leverage: [{ layout: 'all', css: hook('leverage') }],
    orderType: [
      {
        layout: 'all',
        options: {
          limit: `${hook('order-type')}[data-type="limit"]`,
          market: `${hook('order-type')}[data-type="market"]`,
        },
      },
    ],
    price: [{ layout: 'all', css: hook('price') }],
    size: [{ layout: 'all', css: hook('size') }],
    sizeUnit: [{ layout: 'all', css: hook('size-unit') }],
    reduceOnly: [{ layout: 'all', css: hook('reduce-only') }],
    stopLoss: [{ layout: 'all', css: hook('stop-loss') }],
    takeProfit: [{ layout: 'all', css: hook('take-profit') }],
    available: [{ layout: 'all', css: hook('available') }],
    walletBalance: [{ layout: 'all', css: hook('wallet-balance') }],
    equity: [{ layout: 'all', css: hook('equity') }],
    markPrice: [{ layout: 'all', css: hook('mark-price') }],
    lastPrice: [{ layout: 'all', css: hook('last-price') }],
    pageLiquidationPrice: [
      { layout: 'all', css: hook('liquidation-long'), side: 'long' },
      { layout: 'all', css: hook('liquidation-short'), side: 'short' },
    ],
    pageCost: [
      { layout: 'all', css: hook('cost-long'), side: 'long' },
      { layout: 'all', css: hook('cost-short'), side: 'short' },
    ],
    maxSize: [
      { layout: 'all', css: hook('max-long'), side: 'long' },
      { layout: 'all', css: hook('max-short'), side: 'short' },
    ],
  },
  submit: [
    { layout: 'all', css: hook('submit-long'), side: 'long' },
    { layout: 'all', css: hook('submit-short'), side: 'short' },
  ],
  positions: { css: [hook('positions')], sizeUnit: 'base', symbol: '{base}{quote}' },
};

import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.)?gate\\.(?:com|io)';
const locale = '^/(?:[a-z]{2}(?:-[A-Za-z]{2,4})?/)?(?:testnet/)?';
const end = '(?:[/?#]|$)';

export const gateRecipe: Recipe = {
  venue: 'gate',
  evidence: 'B: selectors of tools, 2025 to 2026; page itself not seen',
  pages: [
    {
      host,
      path: `${locale}(?:futures|futures_trade)/USDT/(?<symbol>(?<base>[A-Za-z0-9]{1,20})_(?<quote>USDT))${end}`,
      kind: 'linear',
    },
    {
      // Settled in BTC; any other coin there would be neither linear nor inverse.
      host,
      path: `${locale}(?:futures|futures_trade)/BTC/(?<symbol>(?<base>BTC)_(?<quote>USD))${end}`,
      kind: 'inverse',
    },
    {
      host,
      path: `${locale}futures-delivery/USDT/(?<symbol>(?<base>[A-Za-z0-9]{1,20})_(?<quote>USDT)_\\d{8})${end}`,
      kind: 'linear',
    },
  ],
  excludes: [
    {
      host,
      path: `${locale}(?:trade|margin_trade|alpha|convert|myaccount|assets?|wallet|orders?|strategybot|bots|copytrading|copy|options|futures/(?:orders?|history|fee|landing))${end}`,
    },
  ],
  scope: ['.dealbox'],
  // A contract as in the venue's recorded positions, whose profit fits it alone; an inverse one is 1 USD.
  contracts: { sizes: { BTC_USDT: '0.0001', ETH_USDT: '0.01', BTC_USD: '1' } },
  fields: {
    // Holds `25%` while the slider sets it; the quantities then stand in a hint below.
    size: [{ layout: 'all', css: 'input[name="f_order"]' }],
    sizeUnit: [{ layout: 'all', css: 'label:has(input[name="f_order"]) span.truncate' }],
    lastPrice: [{ layout: 'header', css: '[data-testid="tr-futures-header-price"]', where: 'page' }],
  },
  submit: [],
  positions: {
    css: ['table.position-table'],
    row: 'tbody tr',
    symbol: '{base}_{quote}',
    names: [
      { text: '^(?<symbol>(?<base>[A-Z0-9]{1,20})_(?<quote>USDT)_\\d{8})$', kind: 'linear' },
      { text: '^(?<base>BTC)[_/ ]?(?<quote>USD)(?![A-Z0-9])', symbol: '{base}_{quote}', kind: 'inverse' },
    ],
  },
};

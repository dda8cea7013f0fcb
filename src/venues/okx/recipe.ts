import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:[a-z]+\\.)?okx\\.com';
const locale = '^/(?:[a-z]{2}(?:-[a-z]{2,4})?/)?';
const pane = (id: string) => `[role=tab][data-pane-id="${id}"]`;
const input = (field: string) => `.${field} input.okui-input-input:not([type=hidden])`;

export const okxRecipe: Recipe = {
  venue: 'okx',
  evidence: 'A for the signed-out page (saved 2026-04); signed-in parts from one tool',
  pages: [
    {
      host,
      path: `${locale}trade-swap/(?<base>[a-z0-9]+)-(?<quote>usd)-swap`,
      symbol: '{base}-{quote}-SWAP',
      kind: 'inverse',
    },
    {
      host,
      path: `${locale}trade-swap/(?<base>[a-z0-9]+)-(?<quote>[a-z0-9]+)-swap`,
      symbol: '{base}-{quote}-SWAP',
    },
    {
      host,
      path: `${locale}trade-futures/(?<base>[a-z0-9]+)-(?<quote>usd)-(?<date>\\d{6})`,
      symbol: '{base}-{quote}-{date}',
      kind: 'inverse',
    },
    {
      host,
      path: `${locale}trade-futures/(?<base>[a-z0-9]+)-(?<quote>[a-z0-9]+)-(?<date>\\d{6})`,
      symbol: '{base}-{quote}-{date}',
    },
  ],
  excludes: [
    { host, path: `${locale}(?:trade-spot|trade-margin|trade-option|balance|account|earn)(?:[/?#]|$)` },
  ],
  scope: ['.place-order-inner-common', '.place-order-container-common'],
  contracts: { sizes: { 'BTC-USDT-SWAP': '0.01', 'BTC-USD-SWAP': '100' } },
  fields: {
    marginMode: [{ layout: 'all', css: '.order-settings-box', nth: 0 }],
    leverage: [
      { layout: 'isolated in hedge mode, long', css: '.order-settings-box .color-up', side: 'long' },
      { layout: 'isolated in hedge mode, short', css: '.order-settings-box .color-down', side: 'short' },
      { layout: 'all', css: '.order-settings-box', nth: 1 },
    ],
    openClose: [{ layout: 'hedge mode', options: { open: pane('open'), close: pane('close') } }],
    orderType: [
      { layout: 'all', options: { limit: pane('limit'), market: pane('market'), other: pane('stop-limit') } },
    ],
    price: [{ layout: 'all', css: input('price-input') }],
    size: [{ layout: 'all', css: input('size-input') }],
    sizeUnit: [{ layout: 'all', css: '.size-input', pattern: '[(（]\\s*([^()（）]+?)\\s*[)）]' }],
    contractSize: [
      {
        layout: 'all',
        css: input('size-input'),
        attribute: 'placeholder',
        pattern: '([\\d.,]+\\s*[A-Z0-9]+)\\s*$',
      },
    ],
    available: [{ layout: 'all', label: 'available', in: '[data-testid="max-asset"]' }],
    stopLoss: [
      { layout: 'TP/SL open', css: 'input[aria-label="slTriggerPx"], input[labelbasic="SL trigger price"]' },
    ],
    takeProfit: [{ layout: 'TP/SL open', css: 'input[labelbasic="TP trigger price"]' }],
    lastPrice: [{ layout: 'header', css: 'span.last', where: 'page' }],
  },
  submit: [
    { layout: 'all', css: 'button[class*="okui-positivebutton"]' },
    { layout: 'all', css: 'button[class*="okui-negativebutton"]' },
  ],
  positions: {
    css: ['.position-box'],
    row: '.okui-table-row:not([aria-hidden="true"])',
    tab: '[data-pane-id="positions"]',
    symbol: '{base}-{quote}-SWAP',
  },
};

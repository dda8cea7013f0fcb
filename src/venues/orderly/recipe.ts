import type { Recipe } from '../../reader/recipe.ts';

const ticket = (name: string) => `[data-testid="oui-testid-orderEntry-${name}"]`;

/**
 * Every exchange front end built on Orderly's published components, whatever its name and host: the ids and test ids
 * come with the components.
 */
export const orderlyRecipe: Recipe = {
  venue: 'orderly',
  evidence: 'D and rendered pages: attributes of the published packages, 2026-08',
  pages: [{ path: '/(?<symbol>PERP_(?<base>[A-Za-z0-9]+)_(?<quote>[A-Za-z0-9]+))(?:[/?#]|$)' }],
  dom: `${ticket('margin-mode')}, #order-entry-submit-button`,
  scope: ['.oui-orderEntry', 'form:has(#order-entry-submit-button)', 'div:has(> #order-entry-submit-button)'],
  signedOut: [`${ticket('margin-mode')}[disabled]`, `${ticket('leverage')}[disabled]`],
  decimalMark: '.',
  quoteSizeIs: 'quote',
  fields: {
    marginMode: [{ layout: 'all', css: ticket('margin-mode') }],
    leverage: [{ layout: 'all', css: ticket('leverage') }],
    orderType: [
      {
        layout: 'desktop',
        options: { limit: ticket('orderType-limit'), market: ticket('orderType-market') },
        when: `${ticket('orderType-desktop')} [aria-pressed="true"]`,
      },
      {
        layout: 'desktop, advanced type chosen',
        matches: `${ticket('orderType-desktop')}:not(:has([aria-pressed="true"]))`,
        value: 'other',
      },
      { layout: 'mobile', css: ticket('orderType-button') },
    ],
    price: [{ layout: 'all', css: '#order_price_input' }],
    size: [{ layout: 'all', css: '#order_quantity_input' }],
    sizeUnit: [{ layout: 'all', css: 'label.oui-input-suffix[for="order_quantity_input"]' }],
    reduceOnly: [{ layout: 'all', css: ticket('reduceOnly-switch') }],
    stopLoss: [
      { layout: 'all', css: ticket('tpsl-slPrice-input'), when: '#order_entry_tpsl[aria-checked="true"]' },
    ],
    takeProfit: [
      { layout: 'all', css: ticket('tpsl-tpPrice-input'), when: '#order_entry_tpsl[aria-checked="true"]' },
    ],
    available: [{ layout: 'all', label: 'available' }],
    markPrice: [
      {
        layout: 'desktop header',
        css: '[data-testid="oui-testid-tokenInfo-markPrice-value"]',
        where: 'page',
      },
    ],
    maxSize: [{ layout: 'all', css: ticket('maxQty-value') }],
  },
  submit: [{ layout: 'all', css: '#order-entry-submit-button' }],
  positions: {
    css: ['#oui-desktop-positions-content'],
    sizeUnit: 'base',
    signed: true,
    symbol: 'PERP_{base}_{quote}',
    filter: '#oui-checkbox-hideOtherSymbols',
  },
};

import type { Recipe } from '../../reader/recipe.ts';

const siblings = '(?:www\\.)?(?:mexc|kcex|ourbit)\\.com';
/** On these hosts `/exchange/` is the futures page; on the main one it is spot. */
const futuresHosts = 'futures\\.(?:testnet\\.)?mexc\\.com';
const locale = '^/(?:[a-z]{2}(?:-[A-Za-z]{2,4})?/)?';
const end = '(?:[/?#]|$)';
const linear = `(?<symbol>(?<base>[A-Za-z0-9]{1,20})_(?<quote>USDT|USDC|USDE|USD1))${end}`;
const inverse = `(?<symbol>(?<base>[A-Za-z0-9]{1,20})_(?<quote>USD))${end}`;
const button = (name: string) => `[data-testid="contract-trade-${name}-btn"]`;

/** MEXC and the brands on its code base, whose ids begin with their own name. */
export const mexcRecipe: Recipe = {
  venue: 'mexc',
  evidence: 'B+: selectors of several tools for MEXC and KCEX, 2024 to 2026-01; page itself not seen',
  pages: [
    { host: siblings, path: `${locale}futures/(?:exchange/)?${linear}`, kind: 'linear' },
    { host: siblings, path: `${locale}futures/(?:exchange/)?${inverse}`, kind: 'inverse' },
    { host: futuresHosts, path: `${locale}(?:exchange|futures)/${linear}`, kind: 'linear' },
    { host: futuresHosts, path: `${locale}(?:exchange|futures)/${inverse}`, kind: 'inverse' },
  ],
  excludes: [
    {
      host: siblings,
      path: `${locale}(?:exchange|margin|assets|asset|wallet|orders|order|copy-trading|strategy|trading-bot|grid)${end}`,
    },
    {
      host: `${siblings}|${futuresHosts}`,
      path: `${locale}futures/(?:orders?|history|information|fees?|copy-?trade|bots?|grid|rank)${end}`,
    },
  ],
  scope: [
    '[id$="-web-inspection-futures-exchange-orderForm"]',
    '[data-testid="contract-trade-order-form"]',
    'div#orderForm',
  ],
  // A contract of BTC as in the venue's own bracket sample; of ETH as in a recorded position, whose margin fits it alone.
  contracts: { sizes: { BTC_USDT: '0.0001', ETH_USDT: '0.01' } },
  // A size in USDT is value by one author's experience, but siblings also offer cost: the cost line has to show it.
  fields: {
    marginMode: [{ layout: 'mode first', css: '[class*="LeverageEdit_leverageText"]', nth: 0 }],
    leverage: [
      { layout: 'older, a box a direction', css: '[class*="LeverageEdit_long"]', side: 'long' },
      { layout: 'older, a box a direction', css: '[class*="LeverageEdit_short"]', side: 'short' },
      { layout: 'leverage second', css: '[class*="LeverageEdit_leverageText"]', nth: 1, of: 2 },
    ],
    openClose: [
      {
        layout: 'hedge mode',
        options: {
          open: '[data-testid="contract-trade-order-form-tab-open"]',
          close: '[data-testid="contract-trade-order-form-tab-close"]',
        },
      },
    ],
    sizeUnit: [{ layout: 'all', css: '[class*="UnitSelect_wrapper"]' }],
    available: [{ layout: 'all', label: 'available', in: '[class*="AssetsItem_"]' }],
    // A simple TP/SL may be in percent; the unit beside the input tells.
    takeProfit: [
      { layout: 'simple TP/SL open', css: 'section[class*="stopWrapper"] input.ant-input', nth: 0, of: 2 },
    ],
    stopLoss: [
      { layout: 'simple TP/SL open', css: 'section[class*="stopWrapper"] input.ant-input', nth: 1, of: 2 },
    ],
    pageLiquidationPrice: [
      {
        layout: 'size typed',
        css: '[class*="EstimatedStrongParity_openLong"] [class*="itemValue"]',
        side: 'long',
      },
      {
        layout: 'size typed',
        css: '[class*="EstimatedStrongParity_openShort"] [class*="itemValue"]',
        side: 'short',
      },
    ],
  },
  // Whether the opening pair opens is said by its text: in one-way mode the same pair may reduce.
  submit: [
    { layout: 'desktop', css: button('open-long'), side: 'long' },
    { layout: 'desktop', css: button('open-short'), side: 'short' },
    { layout: 'desktop, hedge mode', css: button('close-long'), side: 'short', effect: 'close' },
    { layout: 'desktop, hedge mode', css: button('close-short'), side: 'long', effect: 'close' },
  ],
  positions: {
    css: ['[id$="-current-position"]'],
    row: 'tr.ant-table-row[data-row-key]',
    symbol: '{base}_{quote}',
    names: [
      {
        text: '^(?<base>[A-Z0-9]{1,20}?)[_/ ]?(?<quote>USD)(?![A-Z0-9])',
        symbol: '{base}_{quote}',
        kind: 'inverse',
      },
    ],
  },
};

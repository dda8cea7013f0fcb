import type { Recipe } from '../../reader/recipe.ts';

const hosts = '(?:www\\.|futures\\.|sandbox-futures\\.)?kucoin\\.com';
const futuresHost = '(?:sandbox-)?futures\\.kucoin\\.com';
const locale = '^/(?:[a-z]{2}(?:[-_][A-Za-z]{2,4})?/)?';
const end = '(?:[/?#]|$)';
const inspector = (name: string) => `[data-inspector="trade-orderForm-${name}"]`;

/** The symbols the venue's own lists use: its bitcoin is called XBT there, in whichever way the address spells it. */
const contracts = [
  { name: '(?<base>XBT|BTC)(?<quote>USDT|USDC)M', symbol: 'XBT{quote}M', kind: 'linear' },
  { name: '(?<base>XBT|BTC)(?<quote>USD)M', symbol: 'XBT{quote}M', kind: 'inverse' },
  { name: '(?<base>XBT|BTC)(?<date>M[FGHJKMNQUVXZ]\\d{2})', symbol: 'XBT{date}', kind: 'inverse' },
  { name: '(?<base>[A-Za-z0-9]{1,20}?)(?<quote>USDT|USDC)M', symbol: '{base}{quote}M', kind: 'linear' },
  { name: '(?<base>[A-Za-z0-9]{1,20}?)(?<quote>USD)M', symbol: '{base}{quote}M', kind: 'inverse' },
] as const;

export const kucoinRecipe: Recipe = {
  venue: 'kucoin',
  evidence:
    'B: address seen 2026-09, attributes of tools and of what looks like the front end itself, 2024 to 2025',
  pages: contracts.flatMap(({ name, symbol, kind }) => [
    { host: hosts, path: `${locale}(?:trade/futures|futures/trade)/${name}${end}`, symbol, kind },
    { host: futuresHost, path: `${locale}trade/${name}${end}`, symbol, kind },
  ]),
  excludes: [
    {
      host: hosts,
      path: `${locale}(?:trade/(?:[A-Za-z0-9]+-[A-Za-z0-9]+|margin|isolated|strategy)|assets?|account|order|orders|trading-bot|trade-bot|copytrading|earn|convert)${end}`,
    },
  ],
  scope: [
    `:has(${inspector('orderTypeTabs')}):has(${inspector('form')})`,
    inspector('form'),
    '[data-inspector^="trade-orderForm-form"]',
  ],
  // As in the venue's own worked examples and recorded positions.
  contracts: { sizes: { XBTUSDTM: '0.001', ETHUSDTM: '0.01', XBTUSDM: '1' } },
  fields: { price: [{ layout: 'all', css: '#price input' }] },
  submit: [],
  positions: {
    css: [],
    symbol: '{base}{quote}M',
    coins: { BTC: 'XBT' },
    names: [
      ...contracts.map(({ name, symbol, kind }) => ({ text: `^${name}$`, symbol, kind })),
      { text: '^(?<base>XBT|BTC)[-/ ]?(?<quote>USD)(?![A-Z0-9])', symbol: 'XBT{quote}M', kind: 'inverse' },
      {
        text: '^(?<base>[A-Z0-9]{1,20}?)[-/ ]?(?<quote>USD)(?![A-Z0-9])',
        symbol: '{base}{quote}M',
        kind: 'inverse',
      },
    ],
  },
};

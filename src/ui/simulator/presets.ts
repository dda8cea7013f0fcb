import type { Shock } from '../../domain/exposure.ts';
import type { PresetFigure } from './preset-figures.ts';
import { contract, held, ordered, scene } from './preset-parts.ts';
import type { RawInput } from './raw-input.ts';

/** A figure as its document has it; a number is compared to as many places as it is written with. */
export type Says = readonly (readonly [PresetFigure, string])[];

export interface Preset {
  /** The row of the source documents, e.g. `EX-2b`; a letter or number behind it tells several of one row apart. */
  readonly id: string;
  readonly source: 'S0' | 'S1' | 'S2' | 'S3' | 'S4';
  readonly input: RawInput;
  /** Where the price is dragged to: a fraction of the mark. */
  readonly move?: string;
  /** Who moves; the order's symbol alone unless said. */
  readonly scope?: Shock['scope'];
  readonly says: Says;
}

const s2Btc = (mode: 'cross' | 'isolated') => ordered('BTC', 'long', '20', mode);
const s2Eth = (mode: 'cross' | 'isolated') => ordered('ETH', 'short', '10', mode, { leverage: '5' });
const s3Held = (symbol: string, mode: 'cross' | 'isolated') =>
  held(symbol, 'long', '10', mode, { leverage: '5', ...(mode === 'isolated' ? { margin: '200' } : {}) });
const s3Order = (mode: 'cross' | 'isolated') => ordered('SOL', 'long', '10', mode, { leverage: '5' });
const taker = { takerFee: '0.0005', makerFee: '0.0005' };

const fast = (leverage: string, says: Says): Preset => ({
  id: `EX-1c ${leverage}x`,
  source: 'S1',
  input: scene({
    wallet: '1000',
    contracts: { BTC: contract({ ...taker, fundingRate: '0.0001' }) },
    order: ordered('BTC', 'long', '10', 'isolated', { leverage }),
  }),
  says,
});

/** Planned 150 of a wallet of 1,000, at 10x on different sizes. */
const s4Sol = (side: 'long' | 'short', size: string, percent: string, loss: string): Preset => ({
  id: `EX-8 ${side} ${size}`,
  source: 'S4',
  input: scene({
    wallet: '1000',
    contracts: { SOL: contract({ rate: '0.01' }) },
    order: ordered('SOL', side, size, 'cross'),
  }),
  says: [
    ...(side === 'long' && size === '15'
      ? ([
          ['planned', '150'],
          ['exposed', '1000'],
          ['times_plan', '6.67'],
          ['idle_at_risk', '850'],
          ['liquidation_other', '-9.09'],
          ['worst_other', '150'],
        ] as const)
      : []),
    ['liquidation', percent],
    ['loss_at_liquidation', loss],
  ],
});

const fuel = (side: 'long' | 'short', size: string, wallet: string, says: Says): Preset => ({
  id: `EX-9 ${side} ${size}`,
  source: 'S4',
  input: scene({ wallet, order: ordered('BTC', side, size, 'cross') }),
  says,
});

const s4Two = (id: string, ethMark: string, says: Says): Preset => ({
  id,
  source: 'S4',
  input: scene({
    wallet: '500',
    contracts: { ETH: contract({ markPrice: ethMark }), BTC: contract({ markPrice: '96' }) },
    positions: [
      held('ETH', 'long', '10', 'cross', { markPrice: ethMark }),
      held('BTC', 'short', '10', 'cross', { markPrice: '96' }),
    ],
  }),
  says,
});

/** The worked examples of the five source documents, every row of them, at the documents' own numbers. */
export const presets: readonly Preset[] = [
  {
    id: 'EX-1a',
    source: 'S1',
    input: scene({ wallet: '1000', order: ordered('BTC', 'long', '10', 'isolated', { margin: '100' }) }),
    says: [
      ['worst', '100'],
      ['idle_at_risk', '0'],
    ],
  },
  {
    id: 'EX-1a auto',
    source: 'S1',
    input: scene({
      wallet: '1000',
      order: ordered('BTC', 'long', '10', 'isolated', { margin: '100', autoAddMargin: true }),
    }),
    says: [
      ['worst', '1000'],
      ['idle_at_risk', '900'],
    ],
  },
  {
    id: 'EX-1b',
    source: 'S1',
    input: scene({
      wallet: '1000',
      positions: [held('BTC', 'long', '10', 'isolated', { margin: '100' })],
      order: ordered('ETH', 'short', '10', 'isolated', { margin: '100' }),
    }),
    says: [['liquidation', '9.453']],
  },
  fast('50', [
    ['liquidation', '-1.508'],
    ['fees_of_margin', '0.05'],
    ['funding_of_margin', '0.015'],
  ]),
  fast('100', [
    ['liquidation', '-0.503'],
    ['fees_of_margin', '0.10'],
    ['funding_of_margin', '0.03'],
  ]),
  {
    id: 'EX-1d',
    source: 'S1',
    input: scene({
      wallet: '1000',
      order: ordered('BTC', 'long', '10', 'isolated', { stopLoss: '95' }),
      assumptions: { slippage: '0', maxLossFraction: '0.05' },
    }),
    says: [['loss_at_stop', '50']],
  },
  {
    id: 'EX-1e',
    source: 'S1',
    input: scene({ wallet: '150', order: ordered('ETH', 'long', '20', 'cross', { leverage: '25' }) }),
    // (2,000 - 150) / (20 x 0.995) and (2,000 - 80) / (20 x 0.995).
    says: [
      ['liquidation', '-7.035'],
      ['liquidation_other', '-3.518'],
      ['worst', '150'],
      ['worst_other', '80'],
    ],
  },
  {
    id: 'EX-2a',
    source: 'S2',
    input: scene({ wallet: '2000', order: s2Btc('isolated') }),
    move: '-0.08',
    says: [
      ['loss', '160.00'],
      ['margin_left', '40.00'],
      ['margin_ratio', '0.23'],
      ['idle', '1800'],
      ['idle_at_risk', '0'],
      ['liquidation', '-9.548'],
    ],
  },
  {
    id: 'EX-2b',
    source: 'S2',
    input: scene({ wallet: '2000', order: s2Btc('cross') }),
    move: '-0.08',
    says: [
      ['equity', '1840.00'],
      ['drawdown', '0.08'],
      ['margin_ratio', '0.005'],
      ['liquidated', '0'],
      ['liquidation', 'none'],
      ['worst', '2000'],
      ['idle_at_risk', '1800'],
      ['worst_other', '200'],
      ['times_plan', '10'],
    ],
  },
  {
    id: 'EX-2c',
    source: 'S2',
    input: scene({
      wallet: '2000',
      positions: [held('BTC', 'long', '20', 'cross')],
      order: s2Eth('cross'),
    }),
    move: '0.08',
    scope: 'together',
    says: [
      ['loss', '240.00'],
      ['equity', '1760.00'],
      ['drawdown', '0.12'],
      ['margin_ratio', '0.0083'],
    ],
  },
  {
    id: 'EX-2d',
    source: 'S2',
    input: scene({
      wallet: '2000',
      positions: [held('BTC', 'long', '20', 'cross')],
      order: s2Eth('cross'),
    }),
    says: [
      ['idle_at_risk', '1600'],
      ['idle_at_risk_other', '0'],
    ],
  },
  {
    id: 'EX-2e alone',
    source: 'S2',
    input: scene({ wallet: '2000', order: s2Eth('isolated') }),
    says: [
      ['liquidation', '19.403'],
      ['liquidation_other', '198.5'],
    ],
  },
  {
    id: 'EX-2e both',
    source: 'S2',
    input: scene({
      wallet: '2000',
      positions: [held('BTC', 'long', '20', 'cross')],
      order: s2Eth('cross'),
    }),
    move: '0.664',
    scope: 'together',
    says: [
      ['liquidation', '197.5'],
      ['liquidated', '2'],
    ],
  },
  {
    id: 'EX-2f',
    source: 'S2',
    input: scene({ wallet: '2000', order: s2Btc('cross') }),
    move: '-0.08',
    says: [
      ['near_finding', 'no'],
      ['idle_finding', 'yes'],
    ],
  },
  {
    id: 'EX-2g',
    source: 'S2',
    input: scene({ wallet: '2000', order: s2Btc('isolated') }),
    says: [['left_out', 'yes']],
  },
  {
    id: 'EX-3',
    source: 'S3',
    input: scene({ wallet: '1000', order: ordered('BTC', 'long', '50', 'isolated', { leverage: '20' }) }),
    says: [['worst', '250.00']],
  },
  {
    id: 'EX-4a',
    source: 'S3',
    input: scene({
      wallet: '600',
      positions: [s3Held('BTC', 'isolated'), s3Held('ETH', 'isolated')],
      order: s3Order('isolated'),
    }),
    move: '-0.15',
    says: [
      ['loss', '150'],
      ['margin_left', '50'],
      ['margin_ratio', '0.085'],
      ['worst', '200'],
      ['idle', '400'],
    ],
  },
  {
    id: 'EX-4b',
    source: 'S3',
    input: scene({
      wallet: '1000',
      positions: [s3Held('BTC', 'cross'), s3Held('ETH', 'cross')],
      order: s3Order('cross'),
    }),
    move: '-0.15',
    says: [
      ['equity', '850'],
      ['margin_ratio', '0.017'],
    ],
  },
  {
    id: 'EX-4c',
    source: 'S3',
    input: scene({
      wallet: '1000',
      positions: [s3Held('BTC', 'cross'), s3Held('ETH', 'cross')],
      order: s3Order('cross'),
    }),
    move: '-0.15',
    scope: 'together',
    says: [
      ['liquidation', '-98.99'],
      ['loss', '450'],
      ['equity', '550'],
      ['liquidated', '0'],
    ],
  },
  {
    id: 'EX-4c fall',
    source: 'S3',
    input: scene({
      wallet: '1000',
      positions: [s3Held('BTC', 'cross'), s3Held('ETH', 'cross')],
      order: s3Order('cross'),
    }),
    move: '-0.33',
    scope: 'together',
    // At -33 % equity is 10 and maintenance 10.05: the account falls although each one alone looks far away.
    says: [['liquidated', '3']],
  },
  {
    id: 'EX-5',
    source: 'S4',
    input: scene({
      wallet: '1000',
      contracts: { BTC: contract(taker) },
      order: ordered('BTC', 'long', '10', 'isolated'),
    }),
    // 100 of margin and 0.5 to open; of the 900 left alone the fee has gone.
    says: [
      ['liquidation', '-9.548'],
      ['fees_at_liquidation', '0.95'],
      ['worst', '100.5'],
      ['idle', '899.5'],
      ['idle_at_risk', '0'],
    ],
  },
  {
    id: 'EX-6',
    source: 'S4',
    input: scene({
      wallet: '1000',
      order: ordered('BTC', 'short', '10', 'cross', { stopLoss: '105' }),
      assumptions: { slippage: '0' },
    }),
    says: [
      ['planned', '50'],
      ['exposed', '1000'],
      ['times_plan', '20'],
    ],
  },
  s4Two('EX-7a', '88', [
    ['equity_now', '420'],
    ['lost_now', '0.16'],
  ]),
  s4Two('EX-7b', '74', [
    ['equity_now', '280'],
    ['lost_now', '0.44'],
  ]),
  {
    id: 'EX-7b size',
    source: 'S4',
    input: scene({
      wallet: '500',
      positions: [held('BTC', 'short', '10', 'cross', { markPrice: '96' })],
      order: (({ size: _size, ...unsized }) => unsized)(ordered('ETH', 'long', '1', 'cross')),
    }),
    says: [['liquidation', 'unknown']],
  },
  s4Sol('long', '15', '-66.3', '994.95'),
  s4Sol('long', '30', '-32.7', '979.80'),
  s4Sol('long', '75', '-12.5', '934.34'),
  s4Sol('short', '15', '65.0', '975.25'),
  s4Sol('short', '30', '32.0', '960.40'),
  s4Sol('short', '75', '12.2', '915.84'),
  fuel('long', '20', '2200', [
    ['liquidation', 'none'],
    ['worst', '2000'],
    ['idle_at_risk', '1800'],
  ]),
  fuel('short', '20', '2200', [
    ['liquidation', '109.0'],
    ['loss_at_liquidation', '2179'],
    ['idle_used', '1979'],
  ]),
  fuel('long', '100', '3000', [
    ['liquidation', '-29.6'],
    ['loss_at_liquidation', '2965'],
    ['idle_used', '1965'],
  ]),
  fuel('short', '100', '3000', [
    ['liquidation', '29.4'],
    ['loss_at_liquidation', '2935'],
    ['idle_used', '1935'],
  ]),
  {
    id: 'EX-10 in',
    source: 'S4',
    input: scene({
      wallet: '50',
      coins: [{ symbol: 'BTC', amount: '1', inMarginAccount: true, weight: '1' }],
      order: ordered('BTC', 'short', '1', 'cross'),
    }),
    move: '0.2',
    says: [
      ['hedge', 'in-margin'],
      ['loss', '0'],
    ],
  },
  {
    id: 'EX-10 out',
    source: 'S4',
    input: scene({
      wallet: '50',
      coins: [{ symbol: 'BTC', amount: '1', inMarginAccount: false }],
      order: ordered('BTC', 'short', '1', 'cross'),
    }),
    move: '0.2',
    says: [
      ['hedge', 'in-economics-only'],
      ['loss', '20'],
    ],
  },
];

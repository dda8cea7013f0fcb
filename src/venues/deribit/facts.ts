import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * No isolated mode: everything in the currency backs every position. The rate grows with size in coins.
 */
export const deribitFacts: VenueFacts = {
  id: 'deribit',
  name: 'Deribit',
  rules: {
    ...baseRules,
    model: 'deribit',
    modes: ['cross'],
    modeScope: 'account',
    initialMarginAt: 'mark',
  },
  takerFee: decimal('0.0005'),
  makerFee: decimal('0'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: 'cross',
  autoAddMargin: notFound('autoAddMargin'),
  sizeRates: {
    'BTC-PERPETUAL': {
      base: decimal('0.01'),
      perUnit: decimal('0.00005'),
      initialBase: decimal('0.02'),
      initialPerUnit: decimal('0.00005'),
    },
    'ETH-PERPETUAL': {
      base: decimal('0.01'),
      perUnit: decimal('0.000004'),
      initialBase: decimal('0.02'),
      initialPerUnit: decimal('0.000004'),
    },
    'SOL_USDC-PERPETUAL': {
      base: decimal('0.02'),
      perUnit: decimal('0.000005'),
      initialBase: decimal('0.04'),
      initialPerUnit: decimal('0.000005'),
    },
  },
  inverseSymbols: '^(?!.*_USD).*-(?:PERPETUAL|\\d{1,2}[A-Z]{3}\\d{2})$',
  sources: [
    {
      title: 'Margin of linear and inverse contracts',
      address: 'https://support.deribit.com/hc/en-us',
      date: 'undated copy',
    },
    {
      title: 'Fees',
      address: 'https://support.deribit.com/hc/en-us/articles/25944746248989',
      date: 'undated copy',
    },
  ],
};

import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * The help centre's present formula; responses of 2022 still valued maintenance at entry.
 */
export const phemexFacts: VenueFacts = {
  id: 'phemex',
  name: 'Phemex',
  rules: {
    ...baseRules,
    triggerFee: 'taker',
  },
  takerFee: decimal('0.0006'),
  makerFee: notFound('makerFee'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: notFound('autoAddMargin'),
  inverseSymbols: 'USD$',
  sources: [
    {
      title: 'Help centre, liquidation price',
      address: 'https://phemex.com/help-center',
      date: 'undated copy',
    },
  ],
};

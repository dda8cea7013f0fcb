import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * The trigger holds the closing fee; pending orders count in it and are not visible here.
 */
export const bingxFacts: VenueFacts = {
  id: 'bingx',
  name: 'BingX',
  rules: {
    ...baseRules,
    triggerFee: 'taker',
  },
  takerFee: decimal('0.0005'),
  makerFee: decimal('0.0002'),
  fundingIntervalHours: decimal('8'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: notFound('autoAddMargin'),
  inverseSymbols: '-USD$',
  sources: [
    {
      title: 'Risk rate and maintenance margin',
      address: 'https://bingx.com/en/support/',
      date: '2024-07-22',
    },
  ],
};

import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * No formula or bracket table was found: the conservative fallback with the published fees.
 */
export const echobitFacts: VenueFacts = {
  id: 'echobit',
  name: 'Echobit',
  rules: {
    ...baseRules,
    triggerFee: 'taker',
    costIncludes: 'margin+open-fee',
    tierScheme: 'flat',
  },
  takerFee: decimal('0.0006'),
  makerFee: decimal('0.0002'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: notFound('autoAddMargin'),
  sources: [
    {
      title: 'Support articles on margin and fees',
      address: 'https://support.echobit.com/hc/en-us/articles/59408775798041',
      date: 'undated copy',
    },
  ],
};

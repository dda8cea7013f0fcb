import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Maintenance is a factor on used margin (factor / leverage on the value), at the liquidation price, no fee; confirmed by
 * recorded positions. The brackets depend on the chosen leverage and count contracts, so none are packaged.
 */
export const htxFacts: VenueFacts = {
  id: 'htx',
  name: 'HTX',
  rules: {
    ...baseRules,
    tierScheme: 'flat',
  },
  takerFee: notFound('takerFee'),
  makerFee: notFound('makerFee'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: notFound('autoAddMargin'),
  inverseSymbols: '-USD$',
  sources: [
    {
      title: 'Adjustment factors, API samples',
      address: 'https://github.com/JKorf/HTX.Net',
      date: '2021-12-06',
    },
  ],
};

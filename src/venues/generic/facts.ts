import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';
import { standIn } from './stand-in.ts';

/**
 * For a venue nobody described: never a smaller maintenance than its bracket rate on the whole position, plus a fee.
 * Like every fee that does not come from the trader's own settings, this one is listed as assumed.
 */
export const genericFacts: VenueFacts = {
  id: 'generic',
  name: 'Unknown exchange',
  rules: {
    ...baseRules,
    triggerFee: 'taker',
    tierScheme: 'flat',
    costIncludes: 'margin+open+close-fee',
  },
  standIn,
  takerFee: standIn.fee,
  makerFee: standIn.fee,
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: notFound('autoAddMargin'),
  sources: [{ title: 'Conservative fallback: taker fee in the trigger, no deduction', date: '2026' }],
};

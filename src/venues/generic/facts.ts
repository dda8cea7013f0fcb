import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * For a venue nobody described: never a smaller maintenance than its bracket rate on the whole position, plus a fee.
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
  takerFee: notFound('takerFee'),
  makerFee: notFound('makerFee'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  sources: [{ title: 'Conservative fallback: taker fee in the trigger, no deduction', date: '2026' }],
};

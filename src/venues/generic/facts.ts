import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * For a venue nobody described: never a smaller maintenance than its bracket rate on the whole position, plus a fee.
 * The fee is the largest base-level taker rate of any venue described here, for both sides of the book; like every fee
 * that does not come from the trader's own settings it is listed as assumed.
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
  takerFee: decimal('0.00075'),
  makerFee: decimal('0.00075'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: notFound('autoAddMargin'),
  sources: [{ title: 'Conservative fallback: taker fee in the trigger, no deduction', date: '2026' }],
};

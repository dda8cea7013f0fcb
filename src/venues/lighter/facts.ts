import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * No margin rule was found: the conservative fallback.
 */
export const lighterFacts: VenueFacts = {
  id: 'lighter',
  name: 'Lighter',
  rules: {
    ...baseRules,
    triggerFee: 'taker',
    tierScheme: 'flat',
  },
  takerFee: notFound('takerFee'),
  makerFee: notFound('makerFee'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: notFound('autoAddMargin'),
  sources: [{ title: 'Nothing was found that states the rules', date: '2026' }],
};

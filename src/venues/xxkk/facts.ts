import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Cross and isolated, long and short may stand together. No formula, brackets or fees were found: the conservative fallback.
 */
export const xxkkFacts: VenueFacts = {
  id: 'xxkk',
  name: 'XXKK',
  rules: {
    ...baseRules,
    triggerFee: 'taker',
    tierScheme: 'flat',
    modeScope: 'position',
    switchWithOpenPosition: true,
  },
  takerFee: notFound('takerFee'),
  makerFee: notFound('makerFee'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: true,
  sources: [
    {
      title: 'Margin modes',
      address: 'https://support.xxkk.com/hc/en-us/articles/4619868110494',
      date: 'undated copy',
    },
    {
      title: 'Up to four positions on one contract',
      address: 'https://support.xxkk.com/hc/en-us/articles/5102337354654',
      date: 'undated copy',
    },
  ],
};

import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Positions opened before 2025-11-10 keep the older maintenance without deduction.
 */
export const bitgetFacts: VenueFacts = {
  id: 'bitget',
  name: 'Bitget',
  rules: {
    ...baseRules,
    triggerFee: 'taker',
    initialMarginAt: 'mark',
    switchWithOpenPosition: false,
  },
  takerFee: decimal('0.0006'),
  makerFee: notFound('makerFee'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  inverseSymbols: 'USD(?:_|$)',
  sources: [
    {
      title: 'Estimated liquidation price',
      address: 'https://www.bitget.com/support/articles/12560603808759',
      date: 'undated copy',
    },
    {
      title: 'Tiered maintenance margin',
      address: 'https://www.bitget.com/support/articles/12560603841952',
      date: '2025-11-10',
    },
    {
      title: 'Margin at the mark price',
      address: 'https://www.bitget.com/support/articles/12560603838731',
      date: '2025-09-29',
    },
  ],
};

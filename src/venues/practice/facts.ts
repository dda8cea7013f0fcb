import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';

/**
 * The order screen that `npm start` serves.
 */
export const practiceFacts: VenueFacts = {
  id: 'practice',
  name: 'Practice exchange',
  rules: {
    ...baseRules,
    switchWithOpenPosition: false,
  },
  takerFee: decimal('0.0005'),
  makerFee: decimal('0.0002'),
  fundingIntervalHours: decimal('8'),
  liquidationFee: decimal('0'),
  defaultMode: 'cross',
  autoAddMargin: false,
  tierTable: 'practice',
  sources: [{ title: 'Our own practice exchange', date: '2026' }],
};

import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Leverage 0 means cross. Trading fees come out of isolated margin, which the near end of the range counts in.
 */
export const gateFacts: VenueFacts = {
  id: 'gate',
  name: 'Gate',
  rules: {
    ...baseRules,
    triggerFee: 'taker',
    costIncludes: 'margin+open-fee',
    switchWithOpenPosition: false,
  },
  takerFee: decimal('0.0005'),
  makerFee: decimal('0.0002'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: notFound('autoAddMargin'),
  tierTable: 'gate',
  inverseSymbols: '_USD$',
  leverageZeroIsCross: true,
  sources: [
    { title: 'Liquidation price', address: 'https://www.gate.com/help/futures/27724', date: 'undated copy' },
    {
      title: 'Fee schedule',
      address: 'https://www.gate.com/announcements/article/50390',
      date: '2026-04-09',
    },
    { title: 'First bracket of BTC_USDT', date: '2026-08-21' },
  ],
};

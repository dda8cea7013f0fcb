import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * The trigger holds a liquidation fee whose rate is not published apart; the taker rate stands for it. The rate of the
 * bracket counts on the whole position. Fees vary by region and date. An older page allows isolated to cross on an open position and not back, so switching stays
 * unknown.
 */
export const mexcFacts: VenueFacts = {
  id: 'mexc',
  name: 'MEXC',
  rules: {
    ...baseRules,
    triggerFee: 'liquidation',
    tierScheme: 'flat',
    costIncludes: 'margin+open-fee',
  },
  takerFee: decimal('0.0002'),
  makerFee: decimal('0'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: decimal('0.0002'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: true,
  tierTable: 'mexc',
  inverseSymbols: '_USD$',
  sources: [
    {
      title: 'Liquidation',
      address: 'https://www.mexc.com/support/articles/360044646391',
      date: 'undated copy',
    },
    { title: 'Fees', address: 'https://www.mexc.com/learn', date: '2025-09-02' },
    { title: 'Brackets of BTC_USDT', date: 'undated copy' },
  ],
};

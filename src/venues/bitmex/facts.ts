import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Leverage 0 means cross; every position starts so. Profit not yet realised backs nothing else. The exit fee cancels; the
 * current funding rate does not and moves the price each period. Current base fees are not confirmed.
 */
export const bitmexFacts: VenueFacts = {
  id: 'bitmex',
  name: 'BitMEX',
  rules: {
    ...baseRules,
    maintenanceAt: 'entry',
    tierScheme: 'flat',
    costIncludes: 'margin+open+close-fee',
    unrealisedProfitCounts: false,
    switchWithOpenPosition: true,
  },
  takerFee: decimal('0.00075'),
  makerFee: decimal('0.0002'),
  fundingIntervalHours: decimal('8'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: 'cross',
  autoAddMargin: notFound('autoAddMargin'),
  inverseSymbols: 'USD$|^XBT[FGHJKMNQUVXZ]\\d{2}$',
  leverageZeroIsCross: true,
  sources: [
    {
      title: 'Isolated margin examples',
      address: 'https://www.bitmex.com/app/isolatedMarginExamples',
      date: 'undated copy',
    },
    { title: 'Fee table', address: 'https://blog.bitmex.com', date: '2023' },
  ],
};

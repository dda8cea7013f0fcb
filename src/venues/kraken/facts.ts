import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * The schedule does not say whether a level applies to the whole position or to its part; the whole is the stricter
 * reading. What is better than bankruptcy stays with the client.
 */
export const krakenFacts: VenueFacts = {
  id: 'kraken',
  name: 'Kraken Pro',
  rules: {
    ...baseRules,
    tierScheme: 'flat',
    isolatedKeepsNothing: false,
  },
  takerFee: decimal('0.0005'),
  makerFee: decimal('0.0002'),
  fundingIntervalHours: decimal('1'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: 'cross',
  autoAddMargin: notFound('autoAddMargin'),
  sharedCollateral: 'many-coins',
  tierTable: 'kraken',
  inverseSymbols: '^PI_',
  sources: [
    {
      title: 'Multi-collateral margin schedule',
      address: 'https://support.kraken.com/hc/en-us/articles/360022632452',
      date: '2025-05-29',
    },
    {
      title: 'Liquidation example',
      address: 'https://support.kraken.com/hc/en-us/articles/360022835671',
      date: 'undated copy',
    },
    { title: 'Margin levels of XBTUSD, perpetual and inverse', date: '2022-10' },
    { title: 'First margin level of three contracts', date: '2026-07-02' },
  ],
};

import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Wallet and profits of the margin asset back cross; maintenance of the other cross contracts is subtracted; no fee in the
 * trigger. The clearance fee is per contract (1.25 % on BTC and ETH in one recording), so it stays unknown here.
 */
export const binanceFacts: VenueFacts = {
  id: 'binance',
  name: 'Binance USD-M',
  rules: {
    ...baseRules,
    costIncludesOpenLoss: true,
    switchWithOpenPosition: false,
  },
  takerFee: decimal('0.0005'),
  makerFee: decimal('0.0002'),
  fundingIntervalHours: decimal('8'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: 'cross',
  autoAddMargin: notFound('autoAddMargin'),
  tierTable: 'binance',
  sources: [
    {
      title: 'Liquidation price of USD-M contracts',
      address: 'https://www.binance.com/en/support/faq/b3c689c1f50a44cabb3a84e663b81d93',
      date: 'undated copy',
    },
    {
      title: 'Cost of an order',
      address: 'https://www.binance.com/en/support/faq/87fa7ee33b574f7084d42bd2ce2e463b',
      date: 'undated copy',
    },
    {
      title: 'Changing the margin mode',
      address: 'https://www.binance.com/en/support/faq/360038075852',
      date: 'undated copy',
    },
    { title: 'Leverage brackets of 808 contracts', date: '2026-07-02' },
  ],
};

import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * The cross margin is spread over positions by the size of their mark value. The liquidation fee rate is the one in the
 * venue's worked examples.
 */
export const kucoinFacts: VenueFacts = {
  id: 'kucoin',
  name: 'KuCoin Futures',
  rules: {
    ...baseRules,
    triggerFee: 'liquidation',
    tierScheme: 'flat',
    crossPool: 'pro-rata',
    switchWithOpenPosition: false,
  },
  takerFee: decimal('0.0006'),
  makerFee: decimal('0.0002'),
  fundingIntervalHours: decimal('8'),
  liquidationFee: decimal('0.0006'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: true,
  tierTable: 'kucoin',
  inverseSymbols: 'USDM$|^XBTM[FGHJKMNQUVXZ]\\d{2}$',
  sources: [
    {
      title: 'Isolated margin formula from 2025-05-22',
      address: 'https://www.kucoin.com/announcement/update-to-the-isolated-margin-calculation-formula',
      date: '2025-05-20',
    },
    {
      title: 'Cross liquidation price',
      address: 'https://www.kucoin.com/support/35084431335065',
      date: 'undated copy',
    },
    { title: 'Risk rate', address: 'https://www.kucoin.com/support/35233217061785', date: 'undated copy' },
    { title: 'First bracket of ETHUSDTM', date: '2026-08-07' },
  ],
};

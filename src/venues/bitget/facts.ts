import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Margin moves with the mark since 2025-09-29. Positions opened before 2025-11-10 keep the older maintenance without
 * deduction. The default mode is reported by third parties, not by the venue; its maker rate is not confirmed.
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
  defaultMode: 'cross',
  autoAddMargin: true,
  inverseSymbols: 'USD(?:_|(?:[FGHJKMNQUVXZ]\\d{2})?$)',
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
    {
      title: 'Changing the margin mode',
      address: 'https://www.bitget.com/api-doc/contract/account/Change-Margin-Mode',
      date: 'undated copy',
    },
    { title: "Traders' reports of the default mode", date: 'undated copies' },
  ],
};

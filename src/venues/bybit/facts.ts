import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Rules since 2025-09-02: maintenance at the mark, initial margin at the mark on cross and at entry on isolated. The mode
 * belongs to the whole unified account, and changing it with positions open may be refused. Both margins of a cross position
 * hold the fee for closing at the bankruptcy price; on isolated it stands on both sides of the trigger and cancels. Liquidated
 * positions are settled at the bankruptcy price. The maker rate is in common use, not confirmed in an official excerpt.
 */
export const bybitFacts: VenueFacts = {
  id: 'bybit',
  name: 'Bybit',
  rules: {
    ...baseRules,
    crossInitialMarginAt: 'mark',
    costIncludes: 'margin+open+close-fee',
    marginIncludesClosingFee: true,
    modeScope: 'account',
  },
  takerFee: decimal('0.00055'),
  makerFee: decimal('0.0002'),
  fundingIntervalHours: decimal('8'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: 'cross',
  autoAddMargin: true,
  sharedCollateral: 'many-coins',
  tierTable: 'bybit',
  inverseSymbols: 'USD(?:[FGHJKMNQUVXZ]\\d{2})?$',
  sources: [
    {
      title: 'Margin calculation from 2025-09-02',
      address: 'https://www.bybit.com/en/help-center/',
      date: '2026-05-27',
    },
    {
      title: 'Margin parameters',
      address: 'https://www.bybit.com/announcement-info/margin-parameters',
      date: 'undated copy',
    },
    { title: 'API documentation', address: 'https://github.com/bybit-exchange/docs', date: '2026-07-24' },
    { title: 'Brackets of three contracts, two of them without their upper part', date: '2025-12-29' },
  ],
};

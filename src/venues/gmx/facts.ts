import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Every position stands on its own collateral; borrowing and funding accrue without pause, so the price moves with time.
 */
export const gmxFacts: VenueFacts = {
  id: 'gmx',
  name: 'GMX',
  rules: {
    ...baseRules,
    model: 'gmx',
    modes: ['isolated'],
    modeScope: 'position',
    isolatedKeepsNothing: false,
  },
  takerFee: decimal('0.0006'),
  makerFee: decimal('0.0004'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: decimal('0.002'),
  defaultMode: 'isolated',
  autoAddMargin: notFound('autoAddMargin'),
  sources: [{ title: 'Interface and contracts', address: 'https://github.com/gmx-io', date: '2026-08-20' }],
};

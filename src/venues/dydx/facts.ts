import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Oracle price instead of a mark. One maintenance rate a market whatever the size. Isolated is a child subaccount of its own. The penalty is at most 1.5 %.
 */
export const dydxFacts: VenueFacts = {
  id: 'dydx',
  name: 'dYdX',
  rules: {
    ...baseRules,
    tierScheme: 'flat',
    initialMarginAt: 'mark',
    switchWithOpenPosition: false,
    isolatedKeepsNothing: false,
  },
  takerFee: decimal('0.0005'),
  makerFee: decimal('0.0001'),
  fundingIntervalHours: decimal('1'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: 'cross',
  autoAddMargin: notFound('autoAddMargin'),
  tierTable: 'dydx',
  sources: [
    { title: 'Chain and front end', address: 'https://github.com/dydxprotocol', date: '2026-07-17' },
    { title: 'Market parameters of three markets', date: '2025-12-08' },
  ],
};

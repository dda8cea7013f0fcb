import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Flat rate of the bracket on the whole position, taker fee in the trigger, initial margin at the mark on cross and at
 * entry on isolated (all confirmed by recorded positions). A liquidation costs the taker rate. What was collected of its
 * bracket tables starts in the middle and counts contracts of unknown size, so none is packaged. The mode is a field of
 * each order; no default was found.
 */
export const okxFacts: VenueFacts = {
  id: 'okx',
  name: 'OKX',
  rules: {
    ...baseRules,
    triggerFee: 'taker',
    tierScheme: 'flat',
    crossInitialMarginAt: 'mark',
    modeScope: 'order',
    switchWithOpenPosition: false,
  },
  takerFee: decimal('0.0005'),
  makerFee: decimal('0.0002'),
  fundingIntervalHours: decimal('8'),
  liquidationFee: decimal('0.0005'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: notFound('autoAddMargin'),
  inverseSymbols: '-USD-',
  sources: [
    { title: 'Isolated margin mode, part VII', address: 'https://www.okx.com/help', date: 'undated copy' },
    { title: 'API samples', address: 'https://www.okx.com/docs-v5/en/', date: '2021-07-25' },
    { title: 'Fees', address: 'https://www.okx.com/help', date: '2026-02' },
  ],
};

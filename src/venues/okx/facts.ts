import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Flat rate of the bracket on the whole position, taker fee in the trigger (both confirmed by recorded positions). Bracket
 * tables count contracts and are packaged for none. The mode is a field of each order; no default was found.
 */
export const okxFacts: VenueFacts = {
  id: 'okx',
  name: 'OKX',
  rules: {
    ...baseRules,
    triggerFee: 'taker',
    tierScheme: 'flat',
    modeScope: 'order',
    switchWithOpenPosition: false,
  },
  takerFee: decimal('0.0005'),
  makerFee: decimal('0.0002'),
  fundingIntervalHours: decimal('8'),
  liquidationFee: decimal('0.0005'),
  defaultMode: notFound('defaultMode'),
  inverseSymbols: '-USD-',
  sources: [
    { title: 'Isolated margin mode, part VII', address: 'https://www.okx.com/help', date: 'undated copy' },
    { title: 'API samples', address: 'https://www.okx.com/docs-v5/en/', date: '2021-07-25' },
    { title: 'Fees', address: 'https://www.okx.com/help', date: '2026-02' },
  ],
};

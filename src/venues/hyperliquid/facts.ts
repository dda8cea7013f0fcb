import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Maintenance is half the initial margin at the bracket's largest leverage. Below two thirds of it a backstop takes all cross
 * positions and all cross margin.
 */
export const hyperliquidFacts: VenueFacts = {
  id: 'hyperliquid',
  name: 'Hyperliquid',
  rules: {
    ...baseRules,
    initialMarginAt: 'mark',
    switchWithOpenPosition: false,
  },
  takerFee: decimal('0.00045'),
  makerFee: decimal('0.00015'),
  fundingIntervalHours: decimal('1'),
  liquidationFee: decimal('0'),
  defaultMode: 'cross',
  autoAddMargin: notFound('autoAddMargin'),
  tierTable: 'hyperliquid',
  sources: [
    {
      title: 'Margining, liquidations, fees, leverage tiers',
      address: 'https://hyperliquid.gitbook.io/hyperliquid-docs',
      date: 'undated copy',
    },
    { title: 'Margin tables of ten markets', date: '2026-07-19' },
  ],
};

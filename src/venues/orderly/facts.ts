import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * Both modes may stand on one symbol. The maintenance rate grows with notional to the power 0.8. The broker sets the fee
 * a user pays on top of the base. Liquidation fee 0.6 % on BTC, ETH, SOL, 1.2 % elsewhere.
 */
export const orderlyFacts: VenueFacts = {
  id: 'orderly',
  name: 'Orderly-powered exchange',
  rules: {
    ...baseRules,
    model: 'orderly',
    modeScope: 'position',
    switchWithOpenPosition: false,
    isolatedMarginBuffer: decimal('0.0006'),
  },
  takerFee: decimal('0.0003'),
  makerFee: decimal('0'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: 'cross',
  autoAddMargin: notFound('autoAddMargin'),
  sharedCollateral: 'many-coins',
  powerRates: {
    PERP_BTC_USDC: { base: decimal('0.006'), baseInitial: decimal('0.01'), factor: decimal('0.000000091') },
    PERP_ETH_USDC: { base: decimal('0.006'), baseInitial: decimal('0.01'), factor: decimal('0.0000001724') },
    PERP_SOL_USDC: { base: decimal('0.006'), baseInitial: decimal('0.01'), factor: decimal('0.0000010667') },
  },
  sources: [
    {
      title: 'Front-end library and documentation',
      address: 'https://github.com/OrderlyNetwork',
      date: '2026-08-21',
    },
  ],
};

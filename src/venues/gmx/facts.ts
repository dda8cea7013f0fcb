import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

const half = { minimum: decimal('1'), minimumFactor: decimal('0.005') };

/**
 * Second version of its contracts. Every position stands on its own collateral; the least it must keep and the closing fee
 * are counted on the size in money, that is at the entry, not at the price; borrowing and funding accrue without pause, so the price moves with time.
 */
export const gmxFacts: VenueFacts = {
  id: 'gmx',
  name: 'GMX',
  rules: {
    ...baseRules,
    model: 'gmx',
    maintenanceAt: 'entry',
    triggerFee: 'taker',
    modes: ['isolated'],
    modeScope: 'position',
    isolatedKeepsNothing: false,
    openFeeFromMargin: true,
  },
  takerFee: decimal('0.0006'),
  makerFee: decimal('0.0004'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: decimal('0.002'),
  defaultMode: 'isolated',
  minimumCollateral: {
    bySymbol: { 'BTC/USD': half, 'ETH/USD': half },
    others: { minimum: decimal('1'), minimumFactor: decimal('0.01') },
  },
  autoAddMargin: notFound('autoAddMargin'),
  sources: [{ title: 'Interface and contracts', address: 'https://github.com/gmx-io', date: '2026-08-20' }],
};

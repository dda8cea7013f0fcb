import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { notFound } from '../not-found.ts';

/**
 * As USD-M, in the coin: brackets count coins, so a falling price raises a long's bracket.
 */
export const binanceCoinmFacts: VenueFacts = {
  id: 'binance-coinm',
  name: 'Binance COIN-M',
  rules: {
    ...baseRules,
    costIncludesOpenLoss: true,
    switchWithOpenPosition: false,
  },
  takerFee: decimal('0.0005'),
  makerFee: decimal('0.0001'),
  fundingIntervalHours: decimal('8'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: 'cross',
  autoAddMargin: notFound('autoAddMargin'),
  tierTable: 'binance-coinm',
  inverseSymbols: '.*',
  sources: [
    {
      title: 'Liquidation price of COIN-M contracts',
      address: 'https://www.binance.com/en/support/faq/ceccfcfb4e3a45e3b48b0b1bb1a8ae46',
      date: 'undated copies',
    },
    {
      title: 'Answer of the exchange calculator',
      address:
        'https://dev.binance.vision/t/coin-margined-futures-liquidation-price-calculation-help-cm-variable/6292',
      date: 'undated copy',
    },
    { title: 'Leverage brackets of BTCUSD', date: '2023-12' },
  ],
};

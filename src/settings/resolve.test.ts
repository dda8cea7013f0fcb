import { describe, expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import type { Settings } from '../domain/settings.ts';
import { defaultSettings, defaultVenueSettings } from './defaults.ts';
import { preferencesFor } from './resolve.ts';

const settings: Settings = {
  ...defaultSettings,
  general: {
    theme: 'auto',
    rules: { 'no-stop-loss': { enabled: false } },
    loosenAfterMinutes: decimal('15'),
  },
  venues: {
    okx: {
      ...defaultVenueSettings,
      intendedMode: 'isolated',
      intendedModeBySymbol: { 'BTC-USDT-SWAP': 'cross' },
      maxLossQuote: decimal('150'),
      horizonHours: decimal('0'),
    },
  },
};

describe('preferences for a ticket', () => {
  it('has no limits and no intended mode where nothing was set, and the contract’s assumptions', () => {
    expect(preferencesFor(defaultSettings, 'binance', 'BTCUSDT')).toEqual({
      intendedMode: null,
      maxLossQuote: null,
      maxLossFraction: null,
      leverageCap: null,
      takerFee: null,
      makerFee: null,
      horizonHours: '24',
      slippage: '0.001',
      reachMove: '0.3',
      autoAddMargin: false,
      whenUnread: 'hold-once',
      rules: {},
    });
  });

  it.each([
    ['BTC-USDT-SWAP', 'cross'],
    ['btc_usdt_swap', 'cross'],
    ['BTCUSDTSWAP', 'cross'],
    ['ETH-USDT-SWAP', 'isolated'],
    ['BTC-USDT', 'isolated'],
    [undefined, 'isolated'],
  ] as const)('intends for %s: %s', (symbol, mode) => {
    expect(preferencesFor(settings, 'okx', symbol).intendedMode).toBe(mode);
  });

  it('keeps venues apart and rules common', () => {
    expect(preferencesFor(settings, 'bybit', 'BTCUSDT').maxLossQuote).toBeNull();
    expect(preferencesFor(settings, 'okx', undefined).maxLossQuote).toBe('150');
    expect(preferencesFor(settings, 'bybit', 'BTCUSDT').rules).toEqual({
      'no-stop-loss': { enabled: false },
    });
  });

  it('takes a set zero for a setting, not for nothing', () => {
    expect(preferencesFor(settings, 'okx', undefined).horizonHours).toBe('0');
  });
});

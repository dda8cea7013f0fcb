import { describe, expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import type { Settings, SettingValue } from '../domain/settings.ts';
import { type RuleBands, withChange } from './change.ts';
import { defaultSettings } from './defaults.ts';
import { isLooser } from './looser.ts';

/** Bands as the product's table has them: idle share 10/25/50 %, distance 8/5/3 %. */
const rules: readonly RuleBands[] = [
  {
    id: 'cross-idle-exposed',
    unit: 'fraction',
    bands: { notice: decimal('0.1'), warning: decimal('0.25'), danger: decimal('0.5') },
    worse: 'higher',
  },
  {
    id: 'liquidation-near',
    unit: 'fraction',
    bands: { notice: decimal('0.08'), warning: decimal('0.05'), danger: decimal('0.03') },
    worse: 'lower',
  },
];

const idle = 'general/rules/cross-idle-exposed';
const near = 'general/rules/liquidation-near';
const okx = 'venues/okx';

/** Path, value before, value after, whether that loosens. `null` is "not set". */
const table: readonly (readonly [string, SettingValue, SettingValue, boolean])[] = [
  [`${okx}/maxLossQuote`, '100', '150', true],
  [`${okx}/maxLossQuote`, '150', '100', false],
  [`${okx}/maxLossQuote`, '100', null, true],
  [`${okx}/maxLossQuote`, null, '100', false],
  [`${okx}/maxLossQuote`, '9', '10', true],
  [`${okx}/maxLossQuote`, '100', '100.00', false],
  [`${okx}/maxLossFraction`, '0.02', '0.05', true],
  [`${okx}/maxLossFraction`, '0.05', '0.02', false],
  [`${okx}/maxLossFraction`, '0.05', null, true],
  [`${okx}/leverageCap`, '10', '20', true],
  [`${okx}/leverageCap`, '20', '10', false],
  [`${okx}/leverageCap`, '10', null, true],
  [`${okx}/leverageCap`, null, '125', false],
  [`${okx}/whenUnread`, 'hold-once', 'notice', true],
  [`${okx}/whenUnread`, 'notice', 'hold-once', false],
  [`${okx}/intendedMode`, 'isolated', 'cross', true],
  [`${okx}/intendedMode`, 'isolated', null, true],
  [`${okx}/intendedMode`, 'cross', 'isolated', false],
  [`${okx}/intendedMode`, 'cross', null, false],
  [`${okx}/intendedMode`, null, 'cross', false],
  [`${okx}/intendedModeBySymbol/BTCUSDT`, 'isolated', 'cross', true],
  [`${okx}/intendedModeBySymbol/BTCUSDT`, 'cross', 'isolated', false],
  [`${okx}/intendedModeBySymbol/BTCUSDT`, 'isolated', null, true],
  [`${okx}/reachMove`, '0.3', '0.1', true],
  [`${okx}/reachMove`, null, '0.29', true],
  [`${okx}/reachMove`, null, '0.4', false],
  [`${okx}/reachMove`, '0.4', null, true],
  [`${okx}/idleShare`, null, '0.3', true],
  [`${okx}/idleShare`, null, '0.2', false],
  [`${okx}/idleShare`, '0.2', null, true],
  [`${okx}/idleShare`, '0.4', '0.25', false],
  [`${okx}/minDistance`, null, '0.04', true],
  [`${okx}/minDistance`, null, '0.1', false],
  [`${okx}/minDistance`, '0.1', null, true],
  [`${okx}/minDistance`, '0.1', '0.2', false],
  [`${okx}/takerFee`, '0.0005', '0.0002', false],
  [`${okx}/horizonHours`, '24', '1', false],
  [`${okx}/slippage`, '0.01', '0', false],
  [`${okx}/autoAddMargin`, true, false, false],
  [`${idle}/enabled`, true, false, true],
  [`${idle}/enabled`, false, true, false],
  [`${idle}/bands/warning`, null, '0.3', true],
  [`${idle}/bands/warning`, '0.3', null, false],
  [`${idle}/bands/warning`, '0.2', null, true],
  [`${idle}/bands/notice`, null, '0.2', true],
  [`${idle}/bands/danger`, null, '0.4', false],
  [`${near}/bands/warning`, null, '0.04', true],
  [`${near}/bands/warning`, null, '0.06', false],
  [`${near}/bands/danger`, '0.05', null, true],
  ['general/loosenAfterMinutes', '60', '15', true],
  ['general/loosenAfterMinutes', '15', '60', false],
  ['general/theme', 'dark', 'light', false],
];

function set(settings: Settings, path: readonly string[], value: SettingValue): Settings {
  const changed = withChange(settings, path, value, rules);
  if (!changed.ok) throw new Error(`${path.join('/')} ${String(value)}: ${changed.problem}`);
  return changed.settings;
}

describe('what loosens', () => {
  it.each(table)('%s from %s to %s: %s', (place, from, to, expected) => {
    const path = place.split('/');
    const before = set(defaultSettings, path, from);
    expect(isLooser(before, set(before, path, to), path, rules)).toBe(expected);
  });

  it('an exception for a symbol takes the exchange’s own mode away', () => {
    const venue = set(defaultSettings, ['venues', 'okx', 'intendedMode'], 'isolated');
    const path = ['venues', 'okx', 'intendedModeBySymbol', 'BTC-USDT-SWAP'];
    const excepted = set(venue, path, 'cross');
    expect(isLooser(venue, excepted, path, rules)).toBe(true);
    expect(isLooser(excepted, set(excepted, path, null), path, rules)).toBe(false);
  });

  it('another spelling of a symbol is no other symbol', () => {
    const isolated = set(defaultSettings, ['venues', 'okx', 'intendedModeBySymbol', 'BTCUSDT'], 'isolated');
    const respelled = set(isolated, ['venues', 'okx', 'intendedModeBySymbol', 'btc-usdt'], 'isolated');
    for (const symbol of ['BTCUSDT', 'btc-usdt']) {
      const path = ['venues', 'okx', 'intendedModeBySymbol', symbol];
      expect(isLooser(isolated, respelled, path, rules)).toBe(false);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import type { RuleOption, Settings } from '../domain/settings.ts';
import { withChange } from './change.ts';
import { defaultSettings } from './defaults.ts';
import { parseSettings } from './parse-settings.ts';

const rules: readonly RuleOption[] = [
  {
    id: 'idle',
    title: 'Idle',
    unit: 'fraction',
    bands: { notice: decimal('0.1'), warning: decimal('0.25'), danger: decimal('0.5') },
    worse: 'higher',
  },
  {
    id: 'near',
    title: 'Near',
    unit: 'fraction',
    bands: { notice: decimal('0.08'), danger: decimal('0.03') },
    worse: 'lower',
  },
  {
    id: 'days',
    title: 'Days',
    unit: 'fraction',
    bands: { notice: decimal('0.05'), warning: decimal('7'), danger: decimal('3') },
    worse: 'higher',
    bandMeasures: {
      warning: { unit: 'days', worse: 'lower' },
      danger: { unit: 'days', worse: 'lower' },
    },
  },
];

function settingsWith(path: string, value: unknown, settings: Settings = defaultSettings): Settings {
  const changed = withChange(settings, path.split('/'), value, rules);
  if (!changed.ok) throw new Error(changed.problem);
  return changed.settings;
}

const problem = (path: string, value: unknown, settings: Settings = defaultSettings) => {
  const changed = withChange(settings, path.split('/'), value, rules);
  return changed.ok ? 'saved' : changed.problem;
};

describe('one change', () => {
  it('sets a value of one exchange, in one spelling, and leaves the rest alone', () => {
    const settings = settingsWith(
      'venues/binance/leverageCap',
      '010.50',
      settingsWith('venues/okx/maxLossQuote', '150'),
    );
    expect(settings.venues.binance?.leverageCap).toBe('10.5');
    expect(settings.venues.okx?.maxLossQuote).toBe('150');
    expect(settings.venues.binance?.maxLossQuote).toBeNull();
    expect(parseSettings(settings).repairs).toEqual([]);
  });

  it('takes a value back', () => {
    const settings = settingsWith(
      'venues/okx/maxLossQuote',
      null,
      settingsWith('venues/okx/maxLossQuote', '150'),
    );
    expect(settings.venues.okx?.maxLossQuote).toBeNull();
  });

  it.each([
    ['venues/binance/leverageCap', '0.5', 'settings_problem_leverageCap'],
    ['venues/binance/leverageCap', 'ten', 'settings_problem_leverageCap'],
    ['venues/binance/leverageCap', '1001', 'settings_problem_leverageCap'],
    ['venues/binance/maxLossQuote', '0', 'settings_problem_maxLossQuote'],
    ['venues/binance/maxLossQuote', '9'.repeat(41), 'settings_problem_maxLossQuote'],
    ['venues/binance/maxLossFraction', '1.01', 'settings_problem_maxLossFraction'],
    ['venues/binance/takerFee', '0.05', 'settings_problem_fee'],
    ['venues/binance/makerFee', '-0.03', 'settings_problem_fee'],
    ['venues/binance/horizonHours', '-1', 'settings_problem_horizonHours'],
    ['venues/binance/slippage', '0.6', 'settings_problem_slippage'],
    ['venues/binance/reachMove', '0', 'settings_problem_reachMove'],
    ['venues/binance/intendedMode', 'none', 'settings_problem_mode'],
    ['venues/binance/autoAddMargin', 'yes', 'settings_problem_choice'],
    ['venues/binance/whenUnread', null, 'settings_problem_choice'],
    ['venues/binance/constructor', 'x', 'settings_problem_unknown'],
    ['venues/binance/__proto__', 'x', 'settings_problem_unknown'],
    ['venues/mtgox/leverageCap', '10', 'settings_problem_unknown'],
    ['venues/binance/intendedModeBySymbol/__proto__', 'cross', 'settings_problem_symbol'],
    ['venues/binance/intendedModeBySymbol/ - ', 'cross', 'settings_problem_symbol'],
    ['venues/binance/intendedModeBySymbol/BTCUSDT', 'both', 'settings_problem_mode'],
    ['general/theme', 'sepia', 'settings_problem_choice'],
    ['general/rules/idle/enabled', null, 'settings_problem_choice'],
    ['general/rules/idle/bands/critical', '1', 'settings_problem_unknown'],
    ['general/rules/idle/bands/notice', '-1', 'settings_problem_band'],
    ['general/rules/nobody/enabled', false, 'settings_problem_unknown'],
    ['version', '2', 'settings_problem_unknown'],
    ['general', '2', 'settings_problem_unknown'],
  ])('%s to %j is refused: %s', (path, value, expected) => {
    expect(problem(path, value)).toBe(expected);
  });

  it('accepts a maker rebate', () => {
    expect(settingsWith('venues/binance/makerFee', '-0.0001').venues.binance?.makerFee).toBe('-0.0001');
  });

  it('holds one spelling of a symbol', () => {
    const first = settingsWith('venues/okx/intendedModeBySymbol/BTC-USDT', 'cross');
    const second = settingsWith('venues/okx/intendedModeBySymbol/btcusdt', 'isolated', first);
    expect(second.venues.okx?.intendedModeBySymbol).toEqual({ btcusdt: 'isolated' });
    const none = settingsWith('venues/okx/intendedModeBySymbol/BTC_USDT', null, second);
    expect(none.venues.okx?.intendedModeBySymbol).toEqual({});
  });
});

describe('thresholds of a rule', () => {
  it('changes one band and takes it back', () => {
    const changed = settingsWith('general/rules/idle/bands/danger', '0.4');
    expect(changed.general.rules.idle).toEqual({ enabled: true, bands: { danger: '0.4' } });
    expect(settingsWith('general/rules/idle/bands/danger', null, changed).general.rules.idle).toEqual({
      enabled: true,
    });
  });

  it('keeps thresholds while the rule is off', () => {
    const off = settingsWith(
      'general/rules/idle/enabled',
      false,
      settingsWith('general/rules/idle/bands/danger', '0.4'),
    );
    expect(off.general.rules.idle).toEqual({ enabled: false, bands: { danger: '0.4' } });
  });

  it('refuses a stricter level before a milder one, whichever way is worse', () => {
    expect(problem('general/rules/idle/bands/danger', '0.2')).toBe('settings_problem_bandOrder');
    expect(problem('general/rules/idle/bands/danger', '0.25')).toBe('saved');
    expect(problem('general/rules/near/bands/danger', '0.09')).toBe('settings_problem_bandOrder');
    expect(problem('general/rules/near/bands/danger', '0.05')).toBe('saved');
  });

  it('compares only bands that measure the same', () => {
    expect(problem('general/rules/days/bands/notice', '9')).toBe('saved');
    expect(problem('general/rules/days/bands/warning', '0.01')).toBe('settings_problem_bandOrder');
    expect(problem('general/rules/days/bands/warning', '3')).toBe('saved');
    expect(problem('general/rules/days/bands/danger', '8')).toBe('settings_problem_bandOrder');
  });

  it('refuses to take a band back into the wrong order', () => {
    const both = settingsWith(
      'general/rules/idle/bands/warning',
      '0.05',
      settingsWith('general/rules/idle/bands/notice', '0.01'),
    );
    expect(problem('general/rules/idle/bands/notice', null, both)).toBe('settings_problem_bandOrder');
  });

  it('has no band that the rule has not', () => {
    expect(problem('general/rules/near/bands/warning', '0.05')).toBe('settings_problem_unknown');
  });
});

import { describe, expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import type { Settings } from '../domain/settings.ts';
import { defaultSettings, defaultVenueSettings } from './defaults.ts';
import { settingSteps } from './setting-steps.ts';
import { readSettingsFile, settingsFileText, settingsReset } from './settings-file.ts';

const used: Settings = {
  version: 1,
  general: {
    theme: 'dark',
    rules: { 'no-stop-loss': { enabled: false } },
    loosenAfterMinutes: decimal('60'),
  },
  venues: {
    binance: {
      ...defaultVenueSettings,
      intendedMode: 'isolated',
      intendedModeBySymbol: { BTCUSDT: 'cross' },
      maxLossQuote: decimal('150'),
    },
    okx: { ...defaultVenueSettings, leverageCap: decimal('5') },
  },
};

describe('a file of settings', () => {
  it('carries everything there and back', () => {
    const file = readSettingsFile(settingsFileText(used, 'all'), defaultSettings, 'all');
    expect(file).toEqual({ kind: 'settings', settings: used, leftOut: [] });
  });

  it('of everything takes back what it does not name', () => {
    const file = readSettingsFile(settingsFileText(defaultSettings, 'all'), used, 'all');
    expect(file).toMatchObject({ kind: 'settings', settings: defaultSettings });
  });

  it('of one exchange changes that exchange alone', () => {
    const text = settingsFileText(used, 'okx');
    expect(text).not.toContain('binance');
    const here = readSettingsFile(text, defaultSettings, 'okx');
    expect(here).toMatchObject({ kind: 'settings', settings: { venues: { okx: { leverageCap: '5' } } } });
    if (here.kind !== 'settings') return;
    expect(settingSteps(defaultSettings, here.settings).map(({ path }) => path.join('.'))).toEqual([
      'venues.okx.leverageCap',
    ]);
    expect(readSettingsFile(text, used, 'binance')).toEqual({ kind: 'other-exchange' });
    const general = readSettingsFile(text, used, 'all');
    expect(general.kind === 'settings' && settingSteps(used, general.settings)).toEqual([]);
  });

  it('of everything gives an exchange’s page that exchange’s part', () => {
    const file = readSettingsFile(settingsFileText(used, 'all'), defaultSettings, 'binance');
    if (file.kind !== 'settings') throw new Error(file.kind);
    expect(settingSteps(defaultSettings, file.settings).map(({ path, to }) => [path.join('.'), to])).toEqual([
      ['venues.binance.intendedMode', 'isolated'],
      ['venues.binance.maxLossQuote', '150'],
      ['venues.binance.intendedModeBySymbol.BTCUSDT', 'cross'],
    ]);
  });

  it('says which values it could not take', () => {
    const broken = JSON.parse(settingsFileText(used, 'all'));
    broken.settings.venues.binance.maxLossQuote = 'lots';
    broken.settings.general.sound = 'bell';
    const file = readSettingsFile(JSON.stringify(broken), used, 'all');
    expect(file.kind === 'settings' && file.leftOut.map(({ path }) => path).sort()).toEqual([
      'general.sound',
      'venues.binance.maxLossQuote',
    ]);
  });

  it.each([
    ['', 'not-ours'],
    ['{', 'not-ours'],
    ['[]', 'not-ours'],
    ['null', 'not-ours'],
    ['{"ringfence":"taught-fields","version":1,"sites":{}}', 'not-ours'],
    ['{"ringfence":"settings","settings":7}', 'not-ours'],
    ['{"ringfence":"settings","scope":"all","settings":{"version":9}}', 'newer'],
    [' '.repeat(1_000_001), 'too-big'],
  ])('that is none is refused: %.40s', (text, kind) => {
    expect(readSettingsFile(text, used, 'all')).toEqual({ kind });
  });

  it('cannot reach a prototype', () => {
    const text =
      '{"ringfence":"settings","scope":"all","settings":{"version":1,"__proto__":{"x":1},"venues":{"__proto__":{"x":1}}}}';
    readSettingsFile(text, used, 'all');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

it('a reset takes everything back, or one exchange', () => {
  expect(settingsReset(used, 'all')).toEqual(defaultSettings);
  const okx = settingsReset(used, 'okx');
  expect(settingSteps(used, okx)).toEqual([{ path: ['venues', 'okx', 'leverageCap'], from: '5', to: null }]);
});

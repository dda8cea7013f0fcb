import { render } from 'preact';
import catalogue from '../../_locales/en/messages.json';
import { decimal } from '../../src/domain/decimal-string.ts';
import type { LoadedSettings } from '../../src/domain/settings.ts';
import type { TaughtSites } from '../../src/domain/taught.ts';
import { translatorFrom } from '../../src/messages/translator-from.ts';
import { withChange } from '../../src/settings/change.ts';
import { defaultVenueSettings, settingsDefaults } from '../../src/settings/defaults.ts';
import { withImported, withoutField } from '../../src/settings/parse-taught.ts';
import { ruleOptions } from '../../src/settings/rule-options.ts';
import { Options } from '../../src/ui/options/options.tsx';
import type { OptionsDesk } from '../../src/ui/options/options-desk.ts';
import '../../src/ui/kit/tokens.css';
import '../../src/ui/kit/kit.css';
import '../../src/ui/kit/controls.css';
import '../../src/ui/options/layout.css';
import '../../src/ui/options/fields.css';
import '../../src/ui/options/lists.css';
import '../../src/ui/options/small-screens.css';
import { taughtSites } from './scenarios/taught.ts';

/** The settings page on settings held in memory: `?scenario=repairs`, `?theme=dark`, `?locale=de-DE`, then its own `#place`. */
const query = new URLSearchParams(location.search);
const scenario = query.get('scenario') ?? 'used';
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
const translate = translatorFrom(catalogue);
const rules = ruleOptions(translate);

const used: LoadedSettings = {
  settings: {
    version: 1,
    general: { theme, rules: { 'no-stop-loss': { enabled: false } } },
    venues: {
      binance: {
        ...defaultVenueSettings,
        intendedMode: 'isolated',
        intendedModeBySymbol: { BTCUSDT: 'cross' },
        maxLossQuote: decimal('150'),
        leverageCap: decimal('10'),
      },
    },
  },
  repairs: [],
  state: { kind: 'stored' },
};

const repair = (path: string, was: string) => ({ path, was, now: '', when: '2026-11-21T10:00:00.000Z' });
const scenarios: Readonly<Record<string, LoadedSettings>> = {
  used,
  firstRun: { ...used, settings: { ...used.settings, venues: {} } },
  repairs: {
    ...used,
    repairs: [
      repair('venues.binance.leverageCap', '“twenty”'),
      repair('venues.binance.intendedModeBySymbol.ETHUSDT', '“both”'),
      repair('general.rules.liquidation-near', '[…]'),
    ],
  },
  newer: { ...used, state: { kind: 'newer-version', version: 7 } },
  broken: { ...used, state: { kind: 'storage-failed', detail: 'IO error: .../LOCK: File currently in use' } },
};

let loaded = scenarios[scenario] ?? used;
let granted = scenario === 'firstRun' ? [] : ['https://www.binance.com/*', 'https://perps.example.org/*'];

let taught: TaughtSites = scenario === 'used' ? taughtSites : {};

const desk: OptionsDesk = {
  translate,
  locale: query.get('locale') ?? 'en-US',
  version: '0.1.0',
  readSettings: async () =>
    scenario === 'silent'
      ? { ok: false, failure: 'timeout', detail: '' }
      : { ok: true, value: { loaded, defaults: settingsDefaults, rules: [...rules] } },
  changeSetting: async (path, value) => {
    const changed = withChange(loaded.settings, path, value, rules);
    if (!changed.ok) return { ok: true, value: { outcome: 'invalid', problem: translate(changed.problem) } };
    loaded = { ...loaded, settings: changed.settings };
    return { ok: true, value: { outcome: 'saved', settings: changed.settings } };
  },
  dismissRepairs: async () => {
    loaded = { ...loaded, repairs: [] };
  },
  replaceNewer: async () => {
    loaded = { ...loaded, state: { kind: 'stored' } };
  },
  readAllTaught: async () => ({ ok: true, value: { sites: taught } }),
  forgetTaught: async (origin, name) => {
    taught = withoutField(taught, origin, name);
    return { ok: true, value: { outcome: 'saved', sites: taught } };
  },
  importTaught: async (sites) => {
    taught = withImported(taught, sites);
    return { ok: true, value: { outcome: 'saved', sites: taught } };
  },
  saveFile: () => 'ringfence-shown.json',
  grantedOrigins: async () => granted,
  requestOrigin: async (pattern) => {
    granted = [...granted, pattern];
    return true;
  },
  removeOrigin: async (pattern) => {
    granted = granted.filter((each) => each !== pattern);
    return true;
  },
  syncSites: async () => undefined,
  onGrantsChange: () => undefined,
};

const root = document.getElementById('root');
if (root !== null) render(<Options desk={desk} />, root);

import { render } from 'preact';
import catalogue from '../../_locales/en/messages.json';
import { decimal } from '../../src/domain/decimal-string.ts';
import { lastReadNames } from '../../src/domain/last-read.ts';
import type {
  ChangeOutcome,
  LoadedSettings,
  PendingChange,
  SettingChange,
  SettingValue,
} from '../../src/domain/settings.ts';
import type { TaughtSites } from '../../src/domain/taught.ts';
import { translatorFrom } from '../../src/messages/translator-from.ts';
import { sortChanges } from '../../src/settings/change-many.ts';
import { defaultVenueSettings, settingsDefaults } from '../../src/settings/defaults.ts';
import { withImported, withoutField } from '../../src/settings/parse-taught.ts';
import { withoutPath, withPending } from '../../src/settings/pending.ts';
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
    general: { theme, rules: { 'no-stop-loss': { enabled: false } }, loosenAfterMinutes: decimal('15') },
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
  pending: [],
  repairs: [],
  state: { kind: 'stored' },
};

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const waits = (path: readonly string[], value: SettingValue, minutes: number): PendingChange => ({
  path,
  value,
  askedAt: soon(minutes - 15),
  due: soon(minutes),
});

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
  pending: {
    ...used,
    pending: [
      waits(['venues', 'binance', 'leverageCap'], '20', 14.4),
      waits(['guard', 'https://www.binance.com/*'], false, 3.2),
      waits(['general', 'rules', 'cross-idle-exposed', 'bands', 'danger'], '0.75', 9),
      waits(['general', 'rules', 'stop-wrong-side', 'enabled'], false, 10),
    ],
  },
  newer: { ...used, state: { kind: 'newer-version', version: 7 } },
  broken: { ...used, state: { kind: 'storage-failed', detail: 'IO error: .../LOCK: File currently in use' } },
};

let loaded = scenarios[scenario] ?? used;
let granted = scenario === 'firstRun' ? [] : ['https://www.binance.com/*', 'https://perps.example.org/*'];

let taught: TaughtSites = scenario === 'used' ? taughtSites : {};

function change(changes: readonly SettingChange[]): ChangeOutcome {
  const sorted = sortChanges(loaded.settings, changes, rules);
  const [first] = sorted.refused;
  if (first !== undefined) return { outcome: 'invalid', problem: translate(first.problem) };
  const left = changes.reduce((all, { path }) => withoutPath(all, path), loaded.pending);
  const pending = sorted.waiting.reduce((all, each) => withPending(all, each, new Date(), 15), left);
  loaded = { ...loaded, settings: sorted.settings, pending };
  return answered(sorted.waiting);
}

function answered(waiting: readonly SettingChange[]): ChangeOutcome {
  const { settings, pending } = loaded;
  return waiting.length === 0
    ? { outcome: 'saved', settings, pending }
    : { outcome: 'pending', settings, pending, at: soon(15) };
}

const desk: OptionsDesk = {
  translate,
  locale: query.get('locale') ?? 'en-US',
  version: '0.1.0',
  readSettings: async () =>
    scenario === 'silent'
      ? { ok: false, failure: 'timeout', detail: '' }
      : { ok: true, value: { loaded, defaults: settingsDefaults, rules: [...rules] } },
  changeSetting: async (path, value) => ({ ok: true, value: change([{ path, value }]) }),
  changeSettings: async (changes) => ({ ok: true, value: change(changes) }),
  cancelPending: async (path) => {
    loaded = { ...loaded, pending: withoutPath(loaded.pending, path) };
    return { ok: true, value: answered([]) };
  },
  askToUnguard: async (pattern) => {
    const change = { path: ['guard', pattern], value: false };
    loaded = { ...loaded, pending: withPending(loaded.pending, change, new Date(), 15) };
    return { ok: true, value: answered([change]) };
  },
  readLog: async () => ({
    ok: true,
    value: {
      log: { entries: [], gone: 0, unreadable: 0, state: { kind: 'stored' } },
      rates: {
        all: scenario === 'firstRun' ? { presses: 3, held: 1 } : { presses: 61, held: 7 },
        venues: scenario === 'firstRun' ? {} : { binance: { presses: 42, held: 6 } },
      },
    },
  }),
  readLastRead: async () => ({
    ok: true,
    value: {
      venues:
        scenario === 'firstRun'
          ? {}
          : {
              binance: {
                at: '2026-11-21T10:02:00.000Z',
                by: 'recipe',
                fields: Object.fromEntries(
                  lastReadNames
                    .filter((name) => name !== 'equity' && name !== 'positionMode')
                    .map((name) => [name, '2026-11-21T10:02:00.000Z']),
                ),
              },
            },
    },
  }),
  openLog: async () => undefined,
  now: () => new Date(),
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

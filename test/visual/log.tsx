import { render } from 'preact';
import catalogue from '../../_locales/en/messages.json';
import type { LoadedLog } from '../../src/domain/log-entry.ts';
import { translatorFrom } from '../../src/messages/translator-from.ts';
import { defaultSettings, settingsDefaults } from '../../src/settings/defaults.ts';
import { ruleOptions } from '../../src/settings/rule-options.ts';
import type { LogDesk } from '../../src/ui/log/log-desk.ts';
import { LogPage } from '../../src/ui/log/log-page.tsx';
import '../../src/ui/kit/tokens.css';
import '../../src/ui/kit/kit.css';
import '../../src/ui/kit/controls.css';
import '../../src/ui/log/log.css';
import { logEntries } from './scenarios/log-entries.ts';

/** The log on hand-made holds: `?scenario=full`, `?theme=dark`, `?locale=de-DE`. */
const query = new URLSearchParams(location.search);
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
const translate = translatorFrom(catalogue);

const stored: LoadedLog = { entries: [], gone: 0, unreadable: 0, state: { kind: 'stored' } };
const scenarios: Readonly<Record<string, LoadedLog>> = {
  week: { ...stored, entries: logEntries(9) },
  empty: stored,
  full: { ...stored, entries: logEntries(500), gone: 37, unreadable: 2 },
  newer: { ...stored, entries: logEntries(3), state: { kind: 'newer-version' } },
  broken: { ...stored, state: { kind: 'storage-failed', detail: 'IO error: LOCK: File currently in use' } },
};

const scenario = query.get('scenario') ?? 'week';
let log = scenarios[scenario] ?? stored;

const desk: LogDesk = {
  translate,
  locale: query.get('locale') ?? 'en-US',
  readLog: async () =>
    scenario === 'silent'
      ? { ok: false, failure: 'timeout', detail: '' }
      : { ok: true, value: { log, rates: { all: { presses: 61, held: 9 }, venues: {} } } },
  deleteLog: async () => {
    log = stored;
    return { ok: true, value: { outcome: 'saved' } };
  },
  readSettings: async () => ({
    ok: true,
    value: {
      loaded: {
        settings: { ...defaultSettings, general: { ...defaultSettings.general, theme } },
        pending: [],
        repairs: [],
        state: { kind: 'stored' },
      },
      defaults: settingsDefaults,
      rules: [...ruleOptions(translate)],
    },
  }),
  saveFile: () => 'ringfence-log.csv',
};

const root = document.getElementById('root');
if (root !== null) render(<LogPage desk={desk} />, root);

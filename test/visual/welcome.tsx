import { render } from 'preact';
import catalogue from '../../_locales/en/messages.json';
import { translatorFrom } from '../../src/messages/translator-from.ts';
import { defaultSettings, settingsDefaults } from '../../src/settings/defaults.ts';
import { applyTheme } from '../../src/ui/kit/theme.ts';
import { Welcome } from '../../src/ui/welcome/welcome.tsx';
import type { WelcomeDesk } from '../../src/ui/welcome/welcome-desk.ts';
import '../../src/ui/kit/tokens.css';
import '../../src/ui/kit/kit.css';
import '../../src/ui/kit/controls.css';
import '../../src/ui/welcome/practice-ticket.css';
import '../../src/ui/welcome/welcome.css';
import { guardPractice } from './scenarios/practice-guard.ts';

/** The welcome page in a plain tab: `?scenario=waits|refused`, `?theme=dark`, then its own `#step`. */
const query = new URLSearchParams(location.search);
const scenario = query.get('scenario');
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
// From the start: the guard on the practice ticket goes by the page's ground.
applyTheme(theme);
const settings = { ...defaultSettings, general: { ...defaultSettings.general, theme } } as const;
let granted: readonly string[] = scenario === 'used' ? ['https://www.binance.com/*'] : [];

const desk: WelcomeDesk = {
  translate: translatorFrom(catalogue),
  locale: query.get('locale') ?? 'en-US',
  readSettings: async () => ({
    ok: true,
    value: {
      loaded: { settings, pending: [], repairs: [], state: { kind: 'stored' } },
      defaults: settingsDefaults,
      rules: [],
    },
  }),
  changeSettings: async () => ({
    ok: true,
    value:
      scenario === 'waits'
        ? { outcome: 'pending', settings, pending: [], at: new Date(Date.now() + 900_000).toISOString() }
        : { outcome: 'saved', settings, pending: [] },
  }),
  grantedOrigins: async () => granted,
  requestOrigin: async (pattern) => {
    if (scenario === 'refused') return false;
    granted = [...granted, pattern];
    return true;
  },
  syncSites: async () => undefined,
  onGrantsChange: () => undefined,
  openPage: async () => undefined,
  guardPractice,
};

const root = document.getElementById('root');
if (root !== null) render(<Welcome desk={desk} />, root);

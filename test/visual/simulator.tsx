import { render } from 'preact';
import catalogue from '../../_locales/en/messages.json';
import { translatorFrom } from '../../src/messages/translator-from.ts';
import { applyTheme } from '../../src/ui/kit/theme.ts';
import { Simulator } from '../../src/ui/simulator/simulator.tsx';
import type { SimulatorDesk } from '../../src/ui/simulator/simulator-desk.ts';
import { startOf } from '../../src/ui/simulator/start.ts';
import { tableLoader } from '../../src/venues/tiers/load-tables.ts';
import '../../src/ui/kit/tokens.css';
import '../../src/ui/kit/kit.css';
import '../../src/ui/kit/controls.css';
import '../../src/ui/kit/charts/charts.css';
import '../../src/ui/simulator/simulator.css';
import '../../src/ui/simulator/form.css';
import { ticketState } from './scenarios/readings.ts';

/** The simulator in a plain tab: `?scenario=own` or a preset such as `EX-2b`, or `tab`; `?theme=dark`, `?dir=rtl`. */
const query = new URLSearchParams(location.search);
const scenario = query.get('scenario') ?? 'own';
applyTheme(query.get('theme') === 'dark' ? 'dark' : 'light');
document.documentElement.dir = query.get('dir') === 'rtl' ? 'rtl' : 'ltr';

const desk: SimulatorDesk = {
  translate: translatorFrom(catalogue),
  locale: query.get('locale') ?? 'en-US',
  readSettings: async () => ({ ok: false, failure: 'unreachable', detail: '' }),
  readTicket: async () => ({ ok: true, value: ticketState }),
  loadTiers: tableLoader(async (url) => (await fetch(url)).json()),
  saveFile: (_text, about) => `${about}.json`,
};

const root = document.getElementById('root');
const start = startOf(scenario === 'tab' ? '#tab=1&side=long' : `#preset=${scenario}`);
if (root !== null) render(<Simulator desk={desk} start={start} />, root);

import { render } from 'preact';
import catalogue from '../../_locales/en/messages.json';
import type { SideAssessment } from '../../src/domain/assessment.ts';
import { decimal } from '../../src/domain/decimal-string.ts';
import { isOrderExposure } from '../../src/domain/exposure.ts';
import type { TicketState } from '../../src/domain/health.ts';
import { unknown } from '../../src/domain/known.ts';
import { translatorFrom } from '../../src/messages/translator-from.ts';
import { defaultSettings, settingsDefaults } from '../../src/settings/defaults.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import type { PopupDesk } from '../../src/ui/popup/popup-desk.ts';
import '../../src/ui/kit/tokens.css';
import '../../src/ui/kit/kit.css';
import '../../src/ui/kit/controls.css';
import '../../src/ui/kit/charts/charts.css';
import '../../src/ui/popup/popup.css';
import { assessments } from './scenarios/assessments.ts';
import { madeAssessments } from './scenarios/made.ts';
import { bothSides, closing, nothingRead, ticketState } from './scenarios/readings.ts';

/** The popup on hand-made tabs: `?scenario=danger`, `?theme=dark`, `?locale=de-DE`. */
const query = new URLSearchParams(location.search);
const scenario = query.get('scenario') ?? 'danger';
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';

const unreachable = { ok: false, failure: 'unreachable', detail: 'nobody there' } as const;

function tabWith(state: TicketState, sides: Partial<Record<'long' | 'short', SideAssessment>>) {
  return {
    readTicket: async () => ({ ok: true, value: state }) as const,
    assess: async () =>
      ({
        ok: true,
        value: { assessment: { readingId: 'x', sides }, policy: { whenUnchecked: 'hold-once' } },
      }) as const,
  };
}

/** The inverse ticket is settled in its coin. */
function stateOf(name: string): TicketState {
  if (name !== 'inverse') return ticketState;
  const { reading } = ticketState;
  const currency = { ...reading.symbol, value: 'BTC' } as typeof reading.currency;
  return { ...ticketState, reading: { ...reading, currency } };
}

/** The page prints its own estimate. */
const withPagePrice: TicketState = {
  ...ticketState,
  reading: {
    ...ticketState.reading,
    pageLiquidationPrice: {
      known: true,
      value: decimal('40151.2'),
      from: { how: 'label', anchor: 'Liq. Price' },
    },
  },
};

function withRange(exposure: SideAssessment['exposure']): SideAssessment['exposure'] {
  if (!isOrderExposure(exposure) || !('kind' in exposure.liquidation)) return exposure;
  const range = { nearest: decimal('40198.9'), farthest: decimal('40160.5') };
  return { ...exposure, liquidation: { ...exposure.liquidation, range } as typeof exposure.liquidation };
}

function sideOf({ exposure }: SideAssessment): 'long' | 'short' {
  return isOrderExposure(exposure) ? exposure.side : 'long';
}

function tabs(): Readonly<Record<string, Partial<PopupDesk>>> {
  const { danger, short } = assessments;
  const bySideOfOrder = Object.fromEntries(
    Object.entries({ ...assessments, ...madeAssessments }).map(([name, judged]) => [
      name,
      tabWith(stateOf(name), { [sideOf(judged)]: judged }),
    ]),
  );
  return {
    ...bySideOfOrder,
    bothSides: tabWith(bothSides, { long: danger, short }),
    closing: tabWith(closing, {
      long: { ...danger, verdict: { ...danger.verdict, level: 'ok', hold: 'none', findings: [] } },
    }),
    covered: tabWith({ ...ticketState, guard: { isPageChanged: false, strip: 'covered' } }, { long: danger }),
    pageChanged: tabWith({ ...ticketState, guard: { isPageChanged: true } }, { long: danger }),
    estimate: tabWith(withPagePrice, { long: { ...danger, exposure: withRange(danger.exposure) } }),
    waiting: tabWith(
      { ...ticketState, reading: { ...ticketState.reading, size: unknown('missing-input', 'size') } },
      {},
    ),
    noTicket: tabWith(nothingRead, {}),
    noTicketAnyMore: tabWith({ ...nothingRead, guard: { isPageChanged: true } }, {}),
    several: tabWith({ ...nothingRead, health: { ...nothingRead.health, scope: 'several' } }, {}),
    unchecked: { ...tabWith(ticketState, {}), assess: async () => unreachable },
    notGranted: {},
    notGrantedSite: { tab: async () => ({ id: 1, url: 'https://perps.example.org/en/perp/PERP_BTC_USDC' }) },
    noScript: { grantedOrigins: async () => ['https://www.binance.com/*'] },
    noAccess: { tab: async () => ({ id: 1, url: 'chrome://extensions' }) },
    repairs: tabWith(ticketState, { long: danger }),
  };
}

const desk: PopupDesk = {
  translate: translatorFrom(catalogue),
  locale: query.get('locale') ?? 'en-US',
  tab: async () => ({ id: 1, url: 'https://www.binance.com/en/futures/BTCUSDT' }),
  grantedOrigins: async () => [],
  requestOrigin: async () => false,
  syncSites: async () => undefined,
  readTicket: async () => unreachable,
  assess: async () => unreachable,
  reportPage: async () => unreachable,
  copyText: async () => undefined,
  version: '0.0.0',
  readSettings: async () => ({
    ok: true,
    value: {
      loaded: {
        settings: { ...defaultSettings, general: { ...defaultSettings.general, theme } },
        pending: [],
        repairs:
          scenario === 'repairs'
            ? [
                {
                  path: 'venues.binance.leverageCap',
                  was: '“twenty”',
                  now: '',
                  when: '2026-11-21T10:00:00.000Z',
                },
              ]
            : [],
        state: { kind: 'stored' },
      },
      defaults: settingsDefaults,
      rules: [],
    },
  }),
  dismissRepairs: async () => undefined,
  startTeaching: async () => unreachable,
  close: () => undefined,
  reloadTab: async () => undefined,
  openSettings: async () => undefined,
  openPage: async () => undefined,
  ...tabs()[scenario],
};

document.documentElement.dir = query.get('dir') === 'rtl' ? 'rtl' : 'ltr';
const root = document.getElementById('root');
if (root !== null) render(<Popup desk={desk} />, root);

import type { Look } from './visual-site.ts';

/** A surface in a named state, as `test/visual` shows it. */
export interface Scene extends Look {
  /** Also the name of its pictures. */
  readonly name: string;
  readonly address: string;
  /** What has to be there before it counts as drawn. */
  readonly ready: string;
}

const popup = (
  scenario: string,
  more: Partial<Look> & { readonly query?: string; readonly as?: string } = {},
): Scene => {
  const { query = '', as = scenario, ...look } = more;
  return {
    name: `popup-${as}`,
    address: `popup.html?scenario=${scenario}${query}`,
    ready: '#root > *',
    width: 372,
    height: 900,
    ...look,
  };
};

const hold = (
  scenario: string,
  more: Partial<Look> & { readonly query?: string; readonly as?: string } = {},
): Scene => {
  const { query = '', as = scenario, ...look } = more;
  return {
    name: `hold-${as}`,
    address: `guard.html?surface=hold&scenario=${scenario}${query}`,
    ready: '[data-surface="hold"]',
    width: 1280,
    height: 800,
    ...look,
  };
};

const options = (
  place: string,
  as: string,
  more: Partial<Look> & { readonly scenario?: string } = {},
): Scene => {
  const { scenario = 'used', ...look } = more;
  return {
    name: `options-${as}`,
    address: `options.html?scenario=${scenario}#${place}`,
    ready: 'h1',
    width: 1100,
    height: 900,
    ...look,
  };
};

const page = (name: 'simulator' | 'glossary', as: string, query: string, width: number): Scene => ({
  name: `${name}-${as}`,
  address: `${name}.html?${query}`,
  ready: name === 'simulator' ? '.sim-at' : '[data-term]',
  width,
  height: 900,
});

/** The practice ticket with its guard. */
const practice = (as: string, width: number, height: number): Scene => ({
  name: `welcome-${as}`,
  address: 'welcome.html?scenario=first#practice',
  // Placed: it is drawn before.
  ready: '[data-surface="strip"][data-level="danger"][style*="left"]',
  width,
  height,
});

/** Every scene that is looked at in both themes. */
export const scenes: readonly Scene[] = [
  {
    name: 'strips',
    address: 'guard.html?surface=strips&width=560',
    ready: '[data-surface="strip"]',
    width: 600,
    height: 960,
  },
  {
    name: 'strips-390',
    address: 'guard.html?surface=strips&width=378',
    ready: '[data-surface="strip"]',
    width: 390,
    height: 960,
  },
  {
    name: 'panel-danger',
    address: 'guard.html?surface=panel&scenario=danger',
    ready: '[data-surface="strip"]',
    width: 460,
    height: 900,
  },
  hold('ok'),
  hold('notice'),
  hold('warning'),
  hold('danger'),
  hold('unknownMode'),
  hold('unknownWallet'),
  hold('longNumbers', { width: 390, height: 844, as: 'longNumbers-390' }),
  hold('otherPositions'),
  hold('danger', { as: 'danger-200', zoom: 2 }),
  hold('danger', { as: 'unchecked', query: '&unchecked' }),
  hold('danger', { as: 'mistyped-390', query: '&mistyped', width: 390, height: 844 }),
  {
    name: 'teach',
    address: 'guard.html?surface=teach&steps=at-size',
    ready: '.rf-teach',
    width: 900,
    height: 600,
  },
  { name: 'teach-390', address: 'guard.html?surface=teach', ready: '.rf-teach', width: 390, height: 700 },
  popup('ok'),
  popup('warning'),
  popup('danger'),
  popup('unknownMode'),
  popup('noLiquidation'),
  popup('longNumbers'),
  popup('otherPositions'),
  popup('bothSides'),
  popup('estimate'),
  popup('waiting'),
  popup('closing'),
  popup('noTicket'),
  popup('noTicketAnyMore'),
  popup('covered'),
  popup('notGranted'),
  popup('unchecked'),
  popup('danger', { as: 'danger-arabic', query: '&locale=ar-EG' }),
  popup('danger', { as: 'danger-rtl', query: '&dir=rtl' }),
  popup('danger', { as: 'danger-200', zoom: 2, width: 744 }),
  popup('twelvePositions', { width: 360 }),
  popup('inverse', { width: 360 }),
  popup('hedged', { width: 360 }),
  page('simulator', 'own', 'scenario=own', 1240),
  page('simulator', 'EX-2b', 'scenario=EX-2b', 1240),
  page('simulator', 'EX-4c-360', 'scenario=EX-4c', 360),
  page('simulator', 'rtl', 'scenario=tab&dir=rtl', 1240),
  page('glossary', 'wide', '', 900),
  page('glossary', '360', '', 360),
  { name: 'log-week', address: 'log.html?scenario=week', ready: 'h1', width: 1100, height: 900 },
  { name: 'log-empty', address: 'log.html?scenario=empty', ready: 'h1', width: 1100, height: 700 },
  { name: 'log-390', address: 'log.html?scenario=week', ready: 'h1', width: 390, height: 844 },
  { name: 'log-900', address: 'log.html?scenario=week', ready: 'h1', width: 900, height: 1000 },
  { name: 'welcome-mode', address: 'welcome.html?scenario=first', ready: 'h1', width: 1100, height: 800 },
  { name: 'welcome-390', address: 'welcome.html?scenario=first', ready: 'h1', width: 390, height: 844 },
  {
    name: 'welcome-exchanges',
    address: 'welcome.html?scenario=used#exchanges',
    ready: 'h1',
    width: 1100,
    height: 800,
  },
  practice('practice', 1100, 900),
  practice('practice-390', 390, 844),
  options('exchanges', 'exchanges'),
  options('exchanges', 'exchanges-390', { width: 390, height: 844 }),
  options('general', 'pending-390', { scenario: 'pending', width: 390, height: 844 }),
  options('general', 'pending', { scenario: 'pending' }),
  options('general', 'general'),
  options('venue=binance', 'venue'),
  options('venue=binance', 'venue-390', { width: 390, height: 844 }),
];

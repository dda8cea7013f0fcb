import catalogue from '../../_locales/en/messages.json';
import { readingId } from '../../src/domain/ticket-reading.ts';
import type { GateNews } from '../../src/guard/gate-news.ts';
import holdStyles from '../../src/guard/hold.css?inline';
import { Hold } from '../../src/guard/hold.tsx';
import type { Surroundings } from '../../src/guard/place-strip.ts';
import stripStyles from '../../src/guard/strip.css?inline';
import { Strip } from '../../src/guard/strip.tsx';
import { type StripState, stripState } from '../../src/guard/strip-state.ts';
import { SurfaceHost } from '../../src/guard/surface-host.ts';
import { translatorFrom } from '../../src/messages/translator-from.ts';
import kitStyles from '../../src/ui/kit/kit.css?inline';
import tokenStyles from '../../src/ui/kit/tokens.css?inline';
import { wordingFor } from '../../src/ui/kit/wording.ts';
import { fakeReading } from '../guard/fake-ticket.ts';
import { assessments, type ScenarioName } from './scenarios/assessments.ts';
import { showPicker } from './scenarios/picker.tsx';

/**
 * Strip or hold on a hand-made assessment in a plain tab. `?surface=strips` stacks the strip in every state,
 * `?surface=panel|hold&scenario=danger` shows one; `theme`, `locale` and `width` as wanted.
 */
const query = new URLSearchParams(location.search);
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
document.documentElement.style.colorScheme = theme;
const wording = wordingFor(translatorFrom(catalogue), query.get('locale') ?? 'en-US', 'USDT');
const scenario = (query.get('scenario') ?? 'danger') as ScenarioName;
const { signal } = new AbortController();
const begun = performance.now();
/** Stands still after half a second: countdowns look the same however slow the machine, and strips that lie over each other say nothing of it. */
const now = () => Math.min(performance.now(), begun + 500);

const host = new SurfaceHost({
  page: document,
  styles: tokenStyles + kitStyles + stripStyles + holdStyles,
  mayReturn: () => true,
  restored: () => undefined,
});
host.start(signal);

const health = { scope: 'ticket', readBy: 'recipe', readAt: '', failedChecks: [] } as const;
const width = Number(query.get('width') ?? 440);

function showStrip(state: StripState, top: number, news?: GateNews, isOpen = false): void {
  const surroundings = (): Surroundings => ({
    view: { width: innerWidth, height: innerHeight },
    ticket: { left: Math.max(6, innerWidth - width - 6), top: top - 108, width, height: 100 },
    never: [],
    keepFree: [],
  });
  const strip = new Strip({ root: host.root, now, surroundings, canOrder: () => true, busyUnder: () => 0 });
  strip.theme(theme);
  const ticket = { reading: 'reading' in state ? state.reading : fakeReading(), health };
  strip.update(state, ticket, wording, query.has('changed'));
  if (news !== undefined) strip.say(news);
  strip.renew();
  if (isOpen) strip.act('panel');
  strip.place();
  setInterval(() => strip.renew(), 1_000);
}

function checked(name: ScenarioName, side?: 'long' | 'short'): StripState {
  const reading = fakeReading(side === undefined ? {} : { side });
  const sides =
    side === undefined
      ? { long: assessments[name], short: assessments[name] }
      : { [side]: assessments[name] };
  return stripState(
    { reading, health },
    { kind: 'checked', assessment: { readingId: readingId(reading), sides } },
  );
}

if (query.get('surface') === 'teach') {
  showPicker(theme, query.get('steps')?.split(',') ?? []);
} else if (query.get('surface') === 'hold') {
  const hold = new Hold({
    root: host.root,
    site: 'www.binance.com',
    wordingFor: () => wording,
    opened: () => undefined,
    closed: () => undefined,
  });
  hold.theme(theme);
  const assessed = assessments[scenario];
  const reading = fakeReading();
  const { hold: asked } = assessed.verdict;
  hold.open({
    ticket: { readingId: readingId(reading), side: 'long' },
    reading,
    hold: asked === 'none' ? 'acknowledge' : asked,
    judged: query.has('unchecked') ? undefined : { side: 'long', assessed },
  });
  if (query.has('mistyped')) hold.act('override');
} else if (query.get('surface') === 'panel') {
  showStrip(checked(scenario, 'long'), innerHeight - 60, undefined, true);
} else {
  const reading = fakeReading({ size: '0' });
  const states: readonly (readonly [StripState, GateNews?])[] = [
    [{ kind: 'waiting', reading }],
    [{ kind: 'asking', reading }],
    [checked('ok', 'long')],
    [checked('notice', 'long')],
    [checked('noLiquidation', 'long')],
    [checked('warning', 'long')],
    [checked('danger', 'long')],
    [checked('danger')],
    [checked('atLeast', 'short')],
    [checked('longNumbers')],
    [checked('unknownMode', 'long')],
    [checked('unknownWallet')],
    [{ kind: 'failed', reading }],
    [{ kind: 'several' }],
    [{ kind: 'way-out', reading }],
    [checked('danger', 'long'), { kind: 'press-again', why: 'overridden', side: 'long' }],
    [checked('ok', 'long'), { kind: 'press-again', why: 'checked', side: 'short' }],
    [
      { kind: 'failed', reading },
      { kind: 'press-again', why: 'not-checked', side: undefined },
    ],
    [checked('danger', 'long'), { kind: 'script-stopped' }],
    [{ kind: 'no-ticket', isPageChanged: query.has('changed') }],
  ];
  states.forEach(([state, news], index) => {
    showStrip(state, 12 + index * 46, news);
  });
}

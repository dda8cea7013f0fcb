import catalogue from '../../../_locales/en/messages.json';
import { isUnknown } from '../../../src/domain/known.ts';
import { ModeMemory } from '../../../src/guard/mode-memory.ts';
import { startGuard } from '../../../src/guard/start-guard.ts';
import { steadyReader } from '../../../src/guard/steady-reader.ts';
import { translatorFrom } from '../../../src/messages/translator-from.ts';
import { languages } from '../../../src/reader/labels/languages.ts';
import { observeTicket } from '../../../src/reader/observe.ts';
import { createTicketReader } from '../../../src/reader/ticket-reader.ts';
import { recipes } from '../../../src/venues/recipes.ts';
import { fakeAssessment } from '../../guard/fake-ticket.ts';

/** The guard on a saved page with a judge that wants every order held and typed: what passes, passes by itself. */
const held: string[] = [];
const before: string[] = [];
const after: string[] = [];

const events = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keyup', 'submit'];
const count = (into: string[]) => {
  for (const type of events) window.addEventListener(type, (event) => into.push(event.type), true);
};
count(before);

const reader = steadyReader(
  createTicketReader({
    document,
    location: () => location.href,
    recipes,
    languages: Object.values(languages),
  }),
);
startGuard(
  {
    window,
    reader,
    modes: new ModeMemory(),
    observe: (changed, signal) => observeTicket(reader, changed, signal),
    ask: async (reading) => ({
      ok: true,
      value: { assessment: fakeAssessment(reading, 'type-amount'), policy: { whenUnchecked: 'hold-once' } },
    }),
    notePress: async (_, isHeld) => {
      if (isHeld) held.push('held');
      return true;
    },
    noteOutcome: async () => true,
    snooze: async () => ({ ok: false, failure: 'refused', detail: '' }),
    openRule: () => undefined,
    openSettings: () => undefined,
    place: { read: async () => ({ spot: null, isCollapsed: true }), keep: () => undefined },
    alive: () => true,
    translate: translatorFrom(catalogue),
    locale: 'en-US',
    styles: '',
  },
  new AbortController(),
);
count(after);

// A saved page has nobody to answer: links and forms would only lead away.
for (const type of ['click', 'submit']) {
  window.addEventListener(type, (event) => event.preventDefault());
}

/** The element of a selector whose parts lead through shadow roots and frames, parted by `>>>`. */
function find(selector: string, root: ParentNode = document): Element | null {
  const [outer = '', ...inner] = selector.split('>>>').map((part) => part.trim());
  const element = root.querySelector(outer);
  if (element === null || inner.length === 0) return element;
  const next = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument ?? null;
  return next && find(inner.join('>>>'), next);
}

let listed: readonly Element[] = [];

/** Where a real pointer has to press to hit the element and nothing that lies over it; `null` where it cannot. */
function pointOf(element: Element): { readonly x: number; readonly y: number } | null {
  if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return null;
  element.scrollIntoView({ block: 'center', inline: 'center' });
  let { left, top, width, height } = element.getBoundingClientRect();
  if (width < 2 || height < 2) return null;
  const root = element.getRootNode() as Document | ShadowRoot;
  const at = root.elementFromPoint(left + width / 2, top + height / 2);
  if (at === null || !(element.contains(at) || at.contains(element))) return null;
  for (let frame = element.ownerDocument.defaultView?.frameElement; frame; ) {
    const outer = frame.getBoundingClientRect();
    left += outer.left + frame.clientLeft;
    top += outer.top + frame.clientTop;
    frame = frame.ownerDocument.defaultView?.frameElement;
  }
  return { x: left + width / 2, y: top + height / 2 };
}

const wayOutWords =
  /close|cancel|reduce|tp\s*\/?\s*sl|take profit|stop|flash|平仓|平倉|撤|取消|止盈|止损|決済|청산|취소|закр|отмен|schließ|stornier|fermer|annul|cerrar|cancelar|chiudi|annulla|fechar|zamkn|anuluj|kapat|iptal|đóng|hủy|tutup|batal|إغلاق|إلغاء/i;

const buttonLike =
  'button, [role="button"], [role="tab"], [role="checkbox"], [role="switch"], input[type="checkbox"], a, summary';

Object.assign(globalThis, {
  ways: {
    pointOn: (selector: string) => {
      const element = find(selector);
      return element === null ? null : pointOf(element);
    },
    /** What can be pressed and is no order button: every way out, and some of the rest. */
    list: (others: number) => {
      const submits = reader.submitControls();
      const isSubmit = (one: Element) =>
        submits.some((submit) => submit.contains(one) || one.contains(submit));
      const all = [...document.querySelectorAll(buttonLike)].filter((one) => !isSubmit(one));
      const text = (one: Element) =>
        `${one.textContent} ${one.getAttribute('aria-label') ?? ''} ${one.getAttribute('title') ?? ''}`;
      const isOut = (one: Element) => wayOutWords.test(text(one)) && text(one).length < 80;
      const out = all.filter(isOut);
      // An order button stands outside of a ticket where that cannot be made out.
      const isStray = (one: Element) => reader.readAtPress([one], 'pointer') !== null;
      const rest = all.filter((one) => !out.includes(one) && !isStray(one));
      listed = [...out, ...rest.slice(0, others)];
      return listed.map((one) => ({ isOut: out.includes(one), text: text(one).trim().slice(0, 40) }));
    },
    pointAt: (index: number) => {
      const element = listed[index];
      return element === undefined || !element.isConnected ? null : pointOf(element);
    },
    /** Makes the ticket reduce only, as its own box says it; `true` when it now reads so. */
    tickReduce: () => {
      const box = reader.placesOf(['reduceOnly']).get('reduceOnly');
      if (box === undefined) return false;
      if (box instanceof HTMLInputElement) {
        box.checked = true;
      } else {
        box.setAttribute(box.hasAttribute('aria-pressed') ? 'aria-pressed' : 'aria-checked', 'true');
        if (box.hasAttribute('data-state')) box.setAttribute('data-state', 'checked');
      }
      return reader.submitControls().some((_, index) => isReducing(index));
    },
    submits: () => reader.submitControls().map((_, index) => isReducing(index)),
    pointOfSubmit: (index: number) => {
      const element = reader.submitControls()[index];
      return element === undefined ? null : pointOf(element);
    },
    /** What happened since it was last asked: holds, and events the page did not get. */
    outcome: () => {
      const result = { held: held.length, sent: before.length, lost: before.length - after.length };
      for (const list of [held, before, after]) list.length = 0;
      return result;
    },
  },
});

function isReducing(index: number): boolean {
  const submit = reader.submitControls()[index];
  const state = submit === undefined ? null : reader.readAtPress([submit], 'pointer');
  return state !== null && !isUnknown(state.reading.effect) && state.reading.effect.value !== 'open';
}

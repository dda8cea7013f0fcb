import { describe, expect, it, vi } from 'vitest';
import {
  type FakeTicket,
  fakeAssessment,
  fakeFinding,
  fakeReading,
  fakeUnread,
  fakeVerdict,
} from '../../test/guard/fake-ticket.ts';
import type { Side } from '../domain/account.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Hold, Verdict } from '../domain/verdict.ts';
import { AskedOnce } from './asked-once.ts';
import { Gate, type HoldRequest } from './gate.ts';
import type { GateNews } from './gate-news.ts';
import { PassDesk } from './pass.ts';
import { pressEvents } from './press-event.ts';

type ButtonName = 'buy' | 'sell';

interface Sent {
  readonly type: string;
  readonly isTrusted?: boolean;
  readonly on?: ButtonName | 'elsewhere' | 'field' | 'form';
  readonly [more: string]: unknown;
}

const nodes = {
  buy: { nodeName: 'BUTTON' },
  sell: { nodeName: 'BUTTON' },
  field: { nodeName: 'INPUT' },
  form: { nodeName: 'FORM' },
  elsewhere: { nodeName: 'P' },
};

/** A page with a ticket and the gate before it. Events are plain objects: no test can make a trusted one. */
class Scene {
  ticket: FakeTicket = {};
  verdicts: readonly [Hold | Verdict, (Hold | Verdict)?] | undefined = ['acknowledge'];
  /** What the worker answers when it is asked; `undefined`: nothing in time. */
  answer: (() => Promise<Assessment | undefined>) | undefined;
  policy: 'notice' | 'hold-once' = 'hold-once';
  time = 0;
  isAlive = true;
  /** The page cannot be read any more. */
  isUnreadable = false;
  readonly holds: HoldRequest[] = [];
  readonly news: GateNews[] = [];
  /** Orders the page was let send. */
  readonly told: (string | undefined)[] = [];
  /** Events the page's own handlers saw. */
  readonly seen: string[] = [];
  readonly prevented: string[] = [];
  /** How the ticket was read. */
  readonly reads: string[] = [];
  readonly passes = new PassDesk();
  readonly asked = new AskedOnce();
  #listener: ((event: Event) => void) | undefined;
  #timers: { readonly work: () => void; readonly at: number }[] = [];

  readonly #nodes: typeof nodes;

  constructor(own: Partial<typeof nodes> = {}) {
    this.#nodes = { ...nodes, ...own };
    const gate = new Gate({
      readAtPress: (path, kind, isBegun) => {
        this.reads.push(isBegun ? 'as it begins' : 'anew');
        return this.#readAtPress(path as readonly unknown[], kind);
      },
      unreadPress: (path) => ((path as readonly unknown[]).includes(this.#nodes.buy) ? fakeUnread() : null),
      current: (id) => {
        if (this.verdicts === undefined) return undefined;
        const assessment = fakeAssessment(fakeReading(this.ticket), ...this.verdicts);
        return assessment.readingId === id ? assessment : undefined;
      },
      judge: async () => this.answer?.(),
      policy: () => this.policy,
      passes: this.passes,
      asked: this.asked,
      now: () => this.time,
      openHold: (request) => this.holds.push(request),
      sent: ({ sizeBase, side }) =>
        this.told.push(`${side.known ? side.value : '?'} ${sizeBase.known ? sizeBase.value : '?'}`),
      say: (news) => this.news.push(news),
      alive: () => this.isAlive,
      later: (work, ms) => this.#timers.push({ work, at: this.time + ms }),
    });
    const target = {
      addEventListener: (
        type: string,
        listener: (event: Event) => void,
        options: AddEventListenerOptions,
      ) => {
        expect(options.capture).toBe(true);
        expect(pressEvents).toContain(type);
        this.#listener = listener;
      },
    };
    gate.listen(target as unknown as EventTarget, new AbortController().signal);
  }

  #readAtPress(path: readonly unknown[], kind: string) {
    if (this.isUnreadable) throw new Error('querySelectorAll is not a function');
    const isOn = (name: keyof typeof nodes) => path.includes(this.#nodes[name]);
    const side: Side | undefined = isOn('buy') ? 'long' : isOn('sell') ? 'short' : undefined;
    const isSubmit = side !== undefined || (kind === 'key' && isOn('field')) || kind === 'submit';
    return isSubmit ? fakeReading(side === undefined ? this.ticket : { ...this.ticket, side }) : null;
  }

  /** Sends one event through the gate to the page; `true` when the page saw it. */
  send({ type, isTrusted = true, on = 'buy', ...more }: Sent): boolean {
    let stopped = false;
    this.#listener?.({
      type,
      isTrusted,
      submitter: null,
      ...more,
      composedPath: () => [this.#nodes[on], { nodeName: '#document' }],
      preventDefault: () => this.prevented.push(type),
      stopImmediatePropagation: () => {
        stopped = true;
      },
    } as unknown as Event);
    if (!stopped) this.seen.push(type);
    return !stopped;
  }

  /** A whole click with the mouse; timers run where the browser would have run them. */
  click(on: ButtonName = 'buy'): void {
    for (const type of ['pointerdown', 'mousedown']) this.send({ type, on, button: 0 });
    this.wait(80);
    for (const type of ['pointerup', 'mouseup', 'click']) this.send({ type, on, button: 0 });
    this.wait(1);
  }

  enter(on: Sent['on'] = 'field', then: readonly Sent[] = []): void {
    if (this.send({ type: 'keydown', key: 'Enter', on })) for (const event of then) this.send(event);
    this.wait(40);
    this.send({ type: 'keyup', key: 'Enter', on });
    this.wait(1);
  }

  wait(ms: number): void {
    this.time += ms;
    const due = this.#timers.filter(({ at }) => at <= this.time);
    this.#timers = this.#timers.filter(({ at }) => at > this.time);
    for (const { work } of due) work();
  }

  /** The trader overrides the last hold. */
  override(): void {
    const request = this.holds.at(-1);
    if (request === undefined) throw new Error('no hold to override');
    this.asked.note(request.judged?.assessed.verdict.findings, request.reading);
    this.passes.grant(request.ticket, this.time, request.judged === undefined ? 'none' : request.hold);
  }

  get clicks(): number {
    return this.seen.filter((type) => type === 'click').length;
  }
}

const wholeClick = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];

describe('a press on a held ticket', () => {
  it('is kept from the page, every event of it, and opens the hold at its click', () => {
    const scene = new Scene();
    scene.send({ type: 'pointerdown', button: 0 });
    scene.send({ type: 'mousedown', button: 0 });
    expect(scene.holds).toHaveLength(0);
    for (const type of ['pointerup', 'mouseup', 'click']) scene.send({ type, button: 0 });
    expect(scene.seen).toEqual([]);
    expect(scene.prevented).toEqual(wholeClick);
    expect(scene.holds).toHaveLength(1);
    expect(scene.holds[0]).toMatchObject({ hold: 'acknowledge', ticket: { side: 'long' } });
  });

  it('by touch is kept from the page without taking its click away', () => {
    const scene = new Scene();
    for (const type of [
      'pointerdown',
      'touchstart',
      'pointerup',
      'touchend',
      'mousedown',
      'mouseup',
      'click',
    ]) {
      scene.send({ type });
    }
    expect(scene.seen).toEqual([]);
    expect(scene.prevented).not.toContain('touchend');
    expect(scene.holds).toHaveLength(1);
  });

  it('that slides off the button is cancelled: no hold, and the page saw nothing', () => {
    const scene = new Scene();
    scene.send({ type: 'pointerdown', button: 0 });
    scene.send({ type: 'pointerup', button: 0, on: 'elsewhere' });
    scene.wait(1_000);
    expect(scene.holds).toHaveLength(0);
    expect(scene.seen).toEqual([]);
  });

  it('opens the hold when the page swapped the button and no click comes', () => {
    const scene = new Scene();
    scene.send({ type: 'pointerdown', button: 0 });
    scene.send({ type: 'pointerup', button: 0 });
    scene.wait(100);
    expect(scene.holds).toHaveLength(1);
  });

  it('does not open for the right button, and the page does not see it either', () => {
    const scene = new Scene();
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) scene.send({ type, button: 2 });
    scene.wait(1_000);
    expect(scene.holds).toHaveLength(0);
    expect(scene.seen).toEqual([]);
  });

  it.each(['Enter', ' '])('by the key %j on the button opens it at once', (key) => {
    const scene = new Scene();
    scene.send({ type: 'keydown', key });
    expect(scene.holds).toHaveLength(1);
    scene.send({ type: 'keyup', key });
    expect(scene.seen).toEqual([]);
  });

  it('by Enter with modifiers is held as well', () => {
    const scene = new Scene();
    scene.send({ type: 'keydown', key: 'Enter', ctrlKey: true, on: 'field' });
    expect(scene.holds).toHaveLength(1);
  });

  it('leaves other keys, and Space in a field, alone', () => {
    const scene = new Scene();
    const field = { nodeName: 'INPUT', type: 'text' };
    scene.send({ type: 'keydown', key: 'a', on: 'field' });
    scene.send({ type: 'keydown', key: ' ', on: field as unknown as 'field' });
    scene.send({ type: 'keydown', key: 'Enter', isComposing: true, on: 'field' });
    expect(scene.seen).toHaveLength(3);
    expect(scene.holds).toHaveLength(0);
  });

  it('is held for a trusted click that had no pointer, as assistive software sends it', () => {
    const scene = new Scene();
    scene.send({ type: 'click', detail: 0 });
    expect(scene.seen).toEqual([]);
    expect(scene.holds).toHaveLength(1);
  });

  it('does not touch presses elsewhere', () => {
    const scene = new Scene();
    for (const type of wholeClick) scene.send({ type, on: 'elsewhere' });
    expect(scene.seen).toEqual(wholeClick);
  });
});

describe('a press that needs no hold', () => {
  it.each(['reduce', 'close'] as const)(
    'passes at once when the order is known to %s, whatever the verdict',
    (effect) => {
      const scene = new Scene();
      scene.ticket = { effect };
      scene.verdicts = ['type-amount'];
      scene.click();
      scene.verdicts = undefined;
      scene.click('sell');
      expect(scene.seen).toEqual([...wholeClick, ...wholeClick]);
      expect(scene.holds).toHaveLength(0);
    },
  );

  it('passes on a current verdict without a hold', () => {
    const scene = new Scene();
    scene.verdicts = ['none'];
    scene.click();
    expect(scene.seen).toEqual(wholeClick);
    expect(scene.news).toEqual([]);
    // What was read a moment before does for the pointer that goes down, and for no event that may send the order.
    expect(scene.reads).toEqual(['as it begins', 'anew', 'anew']);
  });

  it('is decided by the side of its own button', () => {
    const scene = new Scene();
    scene.verdicts = ['acknowledge', 'none'];
    scene.click('sell');
    expect(scene.clicks).toBe(1);
    scene.click('buy');
    expect(scene.clicks).toBe(1);
    expect(scene.holds).toHaveLength(1);
  });

  it('with an open side is decided by the stricter of both', () => {
    const scene = new Scene();
    scene.verdicts = ['none', 'type-amount'];
    scene.enter();
    expect(scene.holds[0]).toMatchObject({
      hold: 'type-amount',
      judged: { side: 'short' },
      ticket: { side: undefined },
    });
  });

  it('is held after all when the ticket changes between press and release', () => {
    const scene = new Scene();
    scene.verdicts = ['none'];
    scene.send({ type: 'pointerdown', button: 0 });
    scene.ticket = { size: '9' };
    scene.verdicts = ['acknowledge'];
    expect(scene.send({ type: 'click', button: 0 })).toBe(false);
    expect(scene.holds).toHaveLength(1);
  });

  it('is held when let go, before a page that sends at that moment', () => {
    const scene = new Scene();
    scene.verdicts = ['none'];
    scene.send({ type: 'pointerdown', button: 0 });
    scene.send({ type: 'mousedown', button: 0 });
    scene.ticket = { size: '9' };
    scene.verdicts = ['acknowledge'];
    for (const type of ['pointerup', 'mouseup', 'click']) scene.send({ type, button: 0 });
    expect(scene.seen).toEqual(['pointerdown', 'mousedown']);
    expect(scene.holds).toHaveLength(1);
  });

  it('is held when let go, where the page swaps the button and no click comes', () => {
    const scene = new Scene();
    scene.verdicts = ['none'];
    scene.send({ type: 'pointerdown', button: 0 });
    scene.ticket = { size: '9' };
    scene.verdicts = ['acknowledge'];
    scene.send({ type: 'pointerup', button: 0 });
    expect(scene.holds).toHaveLength(0);
    scene.wait(100);
    expect(scene.holds).toHaveLength(1);
  });

  it('is not held where it slides off a ticket that changed meanwhile', () => {
    const scene = new Scene();
    scene.verdicts = ['none'];
    scene.send({ type: 'pointerdown', button: 0 });
    scene.ticket = { size: '9' };
    scene.verdicts = ['acknowledge'];
    scene.send({ type: 'pointerup', button: 0, on: 'elsewhere' });
    scene.wait(100);
    expect(scene.holds).toHaveLength(0);
  });
});

describe('a pass', () => {
  function passed(own: ConstructorParameters<typeof Scene>[0] = {}): Scene {
    const scene = new Scene(own);
    scene.click();
    scene.override();
    return scene;
  }

  it('lets the next press of this ticket through whole, once', () => {
    const scene = passed();
    scene.click();
    expect(scene.seen).toEqual(wholeClick);
    expect(scene.news.at(-1)).toEqual({ kind: 'pass-used' });
    scene.click();
    expect(scene.clicks).toBe(1);
    expect(scene.holds).toHaveLength(2);
  });

  it('covers the submission its click causes, at once or a moment later', () => {
    const scene = passed();
    scene.send({ type: 'pointerdown', button: 0 });
    scene.send({ type: 'click', button: 0 });
    expect(scene.send({ type: 'submit', on: 'form' })).toBe(true);
    const later = passed();
    later.click();
    later.wait(300);
    expect(later.send({ type: 'submit', on: 'form' })).toBe(true);
    expect(later.send({ type: 'submit', on: 'form' })).toBe(false);
  });

  it('does not cover a submission long after its click', () => {
    const scene = passed();
    scene.click();
    scene.wait(1_500);
    expect(scene.send({ type: 'submit', on: 'form' })).toBe(false);
    expect(scene.holds).toHaveLength(1);
  });

  it('lapses after twenty seconds', () => {
    const scene = passed();
    scene.wait(20_001);
    scene.click();
    expect(scene.clicks).toBe(0);
  });

  it('is for this ticket and this side only', () => {
    const scene = passed();
    scene.ticket = { size: '0.2' };
    scene.click();
    expect(scene.clicks).toBe(0);
    const other = passed();
    other.click('sell');
    expect(other.clicks).toBe(0);
  });

  it('dies when the ticket was changed and changed back', () => {
    const scene = passed();
    scene.passes.drop();
    scene.click();
    expect(scene.clicks).toBe(0);
  });

  it('given for Enter covers the click and submission the browser makes of it', () => {
    const scene = new Scene();
    scene.enter();
    scene.override();
    scene.enter('field', [
      { type: 'click', on: 'buy', detail: 0 },
      { type: 'submit', on: 'form' },
    ]);
    expect(scene.seen).toEqual(['keydown', 'click', 'submit', 'keyup']);
    scene.enter('field');
    expect(scene.holds).toHaveLength(2);
  });

  it('is not spent by a press that slid off', () => {
    const scene = passed();
    scene.send({ type: 'pointerdown', button: 0 });
    scene.send({ type: 'pointerup', button: 0, on: 'elsewhere' });
    scene.wait(1_000);
    scene.click();
    expect(scene.clicks).toBe(1);
  });

  it('brings no second click in the same press', () => {
    const scene = passed();
    scene.send({ type: 'keydown', key: 'Enter' });
    expect(scene.send({ type: 'click', detail: 0 })).toBe(true);
    expect(scene.send({ type: 'keydown', key: 'Enter', repeat: true })).toBe(false);
    expect(scene.send({ type: 'click', detail: 0 })).toBe(false);
  });

  it('is spent by one Enter in a field, which a page may take for the order without a click', () => {
    const scene = new Scene();
    scene.enter();
    scene.override();
    scene.enter();
    expect(scene.seen).toEqual(['keydown', 'keyup']);
    expect(scene.news.at(-1)).toEqual({ kind: 'pass-used' });
    scene.enter();
    expect(scene.seen).toEqual(['keydown', 'keyup']);
    expect(scene.holds).toHaveLength(2);
    scene.click();
    expect(scene.clicks).toBe(0);
  });

  it('is not spent by the end of the key that overrode the hold, which goes to the page', () => {
    const scene = passed();
    scene.send({ type: 'keyup', key: 'Enter' });
    scene.wait(1);
    expect(scene.news).toEqual([]);
    scene.enter('buy', [{ type: 'click', detail: 0 }]);
    expect(scene.clicks).toBe(1);
  });

  it('is spent by it though the key never comes up here, and once while it is held down', () => {
    const scene = new Scene();
    scene.enter();
    scene.override();
    const down = { type: 'keydown', key: 'Enter', on: 'field' } as const;
    expect(scene.send(down)).toBe(true);
    for (const type of ['keydown', 'keypress'])
      expect(scene.send({ ...down, type, repeat: true })).toBe(false);
    scene.wait(2_000);
    expect(scene.send(down)).toBe(false);
  });

  it('covers the click that a control of the page makes of its own key, and no second one', () => {
    const scene = passed({ buy: { nodeName: 'DIV' } });
    scene.send({ type: 'keydown', key: 'Enter' });
    expect(scene.send({ type: 'click', isTrusted: false })).toBe(true);
    expect(scene.send({ type: 'click', isTrusted: false })).toBe(false);
    scene.wait(1);
    expect(scene.told).toEqual(['long 0.1']);
  });
});

describe('what scripts of the page do', () => {
  const scripted = { isTrusted: false } as const;

  it.each(wholeClick)('an untrusted %s on a held ticket is stopped and opens nothing', (type) => {
    const scene = new Scene();
    expect(scene.send({ type, ...scripted })).toBe(false);
    expect(scene.holds).toHaveLength(0);
    expect(scene.news).toEqual([{ kind: 'script-stopped' }]);
  });

  it('does not use a pass, and leaves it good for the trader', () => {
    const scene = new Scene();
    scene.click();
    scene.override();
    scene.send({ type: 'click', ...scripted });
    scene.send({ type: 'keydown', key: 'Enter', ...scripted });
    scene.send({ type: 'submit', on: 'form' });
    expect(scene.seen).toEqual([]);
    scene.click();
    expect(scene.clicks).toBe(1);
  });

  it('is stopped while nothing is known, without asking or opening anything', () => {
    const scene = new Scene();
    scene.verdicts = undefined;
    scene.answer = vi.fn(async () => undefined);
    scene.send({ type: 'click', ...scripted });
    expect(scene.seen).toEqual([]);
    expect(scene.answer).not.toHaveBeenCalled();
  });

  it('is left alone where nothing is held, and for ways out', () => {
    const scene = new Scene();
    scene.verdicts = ['none'];
    expect(scene.send({ type: 'click', ...scripted })).toBe(true);
    scene.verdicts = ['type-amount'];
    scene.ticket = { effect: 'close' };
    expect(scene.send({ type: 'click', ...scripted })).toBe(true);
  });

  it('a submission nobody pressed for is a script, trusted event or not', () => {
    const scene = new Scene();
    expect(scene.send({ type: 'submit', on: 'form' })).toBe(false);
    expect(scene.holds).toHaveLength(0);
  });

  it('in direct answer to a press with a pass belongs to that press and uses it up', () => {
    const scene = new Scene();
    scene.enter();
    scene.override();
    scene.send({ type: 'keydown', key: 'Enter', on: 'field' });
    expect(scene.send({ type: 'click', on: 'buy', ...scripted })).toBe(true);
    expect(scene.send({ type: 'click', on: 'buy', ...scripted })).toBe(false);
  });

  it('a moment after such a press does not', () => {
    const scene = new Scene();
    scene.enter();
    scene.override();
    scene.send({ type: 'keydown', key: 'Enter', on: 'field' });
    scene.wait(5);
    expect(scene.send({ type: 'click', on: 'buy', ...scripted })).toBe(false);
  });
});

describe('a press before any verdict', () => {
  async function pressed(scene: Scene): Promise<void> {
    scene.verdicts = undefined;
    scene.click();
    await vi
      .waitFor(() => expect(scene.news.length + scene.holds.length).toBeGreaterThan(1))
      .catch(() => undefined);
  }

  it('is blocked and asked about; without a hold it gets a pass for the next', async () => {
    const scene = new Scene();
    scene.answer = async () => fakeAssessment(fakeReading(), 'none');
    await pressed(scene);
    expect(scene.seen).toEqual([]);
    expect(scene.news).toEqual([{ kind: 'checking' }, { kind: 'press-again', why: 'checked', side: 'long' }]);
    scene.click();
    expect(scene.clicks).toBe(1);
  });

  it('opens the hold when the answer asks for one', async () => {
    const scene = new Scene();
    scene.answer = async () => fakeAssessment(fakeReading(), 'type-amount');
    await pressed(scene);
    expect(scene.holds).toMatchObject([{ hold: 'type-amount' }]);
  });

  it('waits for the release when the answer comes first', async () => {
    const scene = new Scene();
    scene.verdicts = undefined;
    scene.answer = async () => fakeAssessment(fakeReading(), 'acknowledge');
    scene.send({ type: 'pointerdown', button: 0 });
    await new Promise((resolve) => setTimeout(resolve));
    expect(scene.holds).toHaveLength(0);
    scene.send({ type: 'click', button: 0 });
    expect(scene.holds).toHaveLength(1);
  });

  it('without an answer holds once a symbol, said to be unchecked', async () => {
    const scene = new Scene();
    scene.answer = async () => undefined;
    await pressed(scene);
    expect(scene.holds).toMatchObject([{ hold: 'acknowledge', judged: undefined }]);
    scene.override();
    scene.click();
    expect(scene.clicks).toBe(1);
    await pressed(scene);
    expect(scene.holds).toHaveLength(1);
    expect(scene.news.at(-1)).toMatchObject({ kind: 'press-again', why: 'not-checked' });
    scene.ticket = { symbol: 'ETHUSDT' };
    scene.click();
    await vi.waitFor(() => expect(scene.holds).toHaveLength(2));
  });

  it('without an answer only says so where the trader wants no more', async () => {
    const scene = new Scene();
    scene.policy = 'notice';
    scene.answer = async () => undefined;
    await pressed(scene);
    expect(scene.holds).toHaveLength(0);
    expect(scene.news.at(-1)).toMatchObject({ kind: 'press-again', why: 'not-checked' });
    scene.click();
    expect(scene.clicks).toBe(1);
  });

  it('only the last of several presses is answered', async () => {
    const scene = new Scene();
    scene.verdicts = undefined;
    const answers: ((answer: Assessment) => void)[] = [];
    scene.answer = () => new Promise((resolve) => answers.push(resolve));
    scene.click('buy');
    scene.click('sell');
    for (const answer of answers) answer(fakeAssessment(fakeReading(), 'acknowledge'));
    await vi.waitFor(() => expect(scene.holds).toMatchObject([{ ticket: { side: 'short' } }]));
  });
});

describe('a pass that stands for less than is asked by now', () => {
  it('given because nobody could check, ends with a verdict that holds', async () => {
    const scene = new Scene();
    scene.verdicts = undefined;
    scene.policy = 'notice';
    scene.answer = async () => undefined;
    scene.click();
    await vi.waitFor(() => expect(scene.news.at(-1)).toMatchObject({ kind: 'press-again' }));
    scene.verdicts = ['type-amount'];
    scene.click();
    expect(scene.clicks).toBe(0);
    expect(scene.holds).toMatchObject([{ hold: 'type-amount' }]);
  });

  it('given for an unchecked order that was held, does too', async () => {
    const scene = new Scene();
    scene.verdicts = undefined;
    scene.answer = async () => undefined;
    scene.click();
    await vi.waitFor(() => expect(scene.holds).toMatchObject([{ judged: undefined }]));
    scene.override();
    scene.verdicts = ['acknowledge'];
    scene.click();
    expect(scene.clicks).toBe(0);
    expect(scene.holds).toHaveLength(2);
  });

  it('given for one press, ends where the amount is to be typed, and not the other way round', () => {
    const scene = new Scene();
    scene.click();
    scene.override();
    scene.verdicts = ['type-amount'];
    scene.click();
    expect(scene.clicks).toBe(0);
    scene.override();
    scene.verdicts = ['acknowledge'];
    scene.click();
    expect(scene.clicks).toBe(1);
  });
});

describe('a ticket without a size', () => {
  it.each(['', '0', '0.00'])(
    'orders nothing with %j: it is not held, not asked about and not told of',
    (size) => {
      const scene = new Scene();
      scene.ticket = { size };
      scene.click();
      scene.verdicts = undefined;
      scene.click('sell');
      expect(scene.seen).toEqual([...wholeClick, ...wholeClick]);
      expect([scene.holds, scene.news, scene.told]).toEqual([[], [], []]);
    },
  );

  it('is held where the page gives it a cost: its size was not read', () => {
    const scene = new Scene();
    scene.ticket = { size: '', cost: '300' };
    scene.click();
    expect(scene.clicks).toBe(0);
    scene.ticket = { size: '', cost: '0.00' };
    scene.click();
    expect(scene.clicks).toBe(1);
  });

  it('is held where the order may take its size from elsewhere', () => {
    const scene = new Scene();
    scene.ticket = { size: '', orderType: 'other' };
    scene.click();
    expect(scene.clicks).toBe(0);
  });
});

describe('a page that cannot be read at the press', () => {
  it.each(['hold-once', 'notice'] as const)(
    'follows the choice of %s on what was an order button',
    async (policy) => {
      const scene = new Scene();
      scene.policy = policy;
      scene.answer = async () => undefined;
      scene.isUnreadable = true;
      scene.click();
      expect(scene.clicks).toBe(0);
      expect(scene.news[0]).toEqual({ kind: 'read-failed' });
      if (policy === 'notice') {
        await vi.waitFor(() =>
          expect(scene.news).toContainEqual({ kind: 'press-again', why: 'not-checked', side: undefined }),
        );
      } else {
        await vi.waitFor(() =>
          expect(scene.holds).toMatchObject([{ hold: 'acknowledge', judged: undefined }]),
        );
        scene.override();
      }
      scene.click();
      expect(scene.clicks).toBe(1);
    },
  );

  it('leaves presses elsewhere alone', () => {
    const scene = new Scene();
    scene.isUnreadable = true;
    for (const type of wholeClick) scene.send({ type, on: 'elsewhere' });
    expect(scene.seen).toEqual(wholeClick);
  });

  it('stops what a script presses there', () => {
    const scene = new Scene();
    scene.isUnreadable = true;
    expect(scene.send({ type: 'click', isTrusted: false })).toBe(false);
  });
});

describe('an answer that comes after the page stood still', () => {
  it('is none: the market has moved on', async () => {
    const scene = new Scene();
    scene.verdicts = undefined;
    let answer: (assessment: Assessment) => void = () => undefined;
    scene.answer = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    scene.click();
    scene.wait(3_600_000);
    answer(fakeAssessment(fakeReading(), 'none'));
    await vi.waitFor(() => expect(scene.holds).toMatchObject([{ judged: undefined }]));
  });
});

describe('what could not be read', () => {
  const unread = (...ids: string[]) =>
    fakeVerdict(
      'acknowledge',
      ids.map((id) => fakeFinding(id, 'acknowledge', 'unknown')),
    );

  it.each(['margin-mode-unread', 'ticket-unread', 'cross-idle-exposed'])(
    '%s is asked once a symbol in a page life',
    (id) => {
      const scene = new Scene();
      scene.verdicts = [unread(id)];
      scene.click();
      scene.override();
      scene.ticket = { size: '0.3' };
      scene.click();
      expect(scene.clicks).toBe(1);
      scene.ticket = { symbol: 'ETHUSDT' };
      scene.click();
      expect(scene.holds).toHaveLength(2);
    },
  );

  it('does not excuse anything else', () => {
    const scene = new Scene();
    scene.verdicts = [unread('ticket-unread')];
    scene.click();
    scene.override();
    scene.verdicts = [unread('ticket-unread', 'loss-over-limit')];
    scene.ticket = { size: '5' };
    scene.click();
    expect(scene.holds).toHaveLength(2);
  });
});

describe('idle money that cannot be told', () => {
  const idle = (level: 'unknown' | 'danger') =>
    fakeVerdict('acknowledge', [fakeFinding('cross-idle-exposed', 'acknowledge', level)]);

  it.each([
    ['unknown', 'danger'],
    ['danger', 'unknown'],
    ['danger', 'danger'],
  ] as const)('asked about as %s, does not excuse it as %s', (first, second) => {
    const scene = new Scene();
    scene.verdicts = [idle(first)];
    scene.click();
    scene.override();
    scene.verdicts = [idle(second)];
    scene.ticket = { size: '0.3' };
    scene.click();
    expect(scene.holds).toHaveLength(2);
  });
});

describe('an older copy whose extension is gone', () => {
  it('touches nothing any more', () => {
    const scene = new Scene();
    scene.isAlive = false;
    scene.click();
    expect(scene.seen).toEqual(wholeClick);
  });
});

describe('what is told of orders the page was let send', () => {
  it('is not an Enter in a field alone, which may send or not; its click or submission is', () => {
    const scene = new Scene();
    scene.verdicts = ['none'];
    scene.enter();
    expect(scene.seen).toEqual(['keydown', 'keyup']);
    expect(scene.told).toEqual([]);
    scene.enter('field', [{ type: 'submit', on: 'form', submitter: nodes.buy }]);
    expect(scene.told).toEqual(['long 0.1']);
  });

  it('is told before the next press is handled, though no timer ran in between', () => {
    const scene = new Scene();
    scene.verdicts = ['none'];
    for (const type of wholeClick) scene.send({ type, button: 0 });
    expect(scene.told).toEqual([]);
    scene.verdicts = ['acknowledge'];
    scene.send({ type: 'pointerdown', on: 'sell', button: 0 });
    expect(scene.told).toEqual(['long 0.1']);
    scene.wait(1);
    expect(scene.told).toEqual(['long 0.1']);
  });

  it('is a key on an order button that the browser does not press by itself, once', () => {
    const scene = new Scene({ buy: { nodeName: 'DIV' } });
    scene.verdicts = ['none'];
    scene.enter('buy', [{ type: 'click', isTrusted: false }]);
    expect(scene.told).toEqual(['long 0.1']);
    scene.send({ type: 'keydown', key: 'Enter' });
    scene.send({ type: 'keydown', key: 'Enter', repeat: true });
    scene.wait(1);
    expect(scene.told).toEqual(['long 0.1', 'long 0.1']);
    scene.ticket = { effect: 'close' };
    scene.enter('buy');
    expect(scene.told).toHaveLength(2);
    const native = new Scene();
    native.verdicts = ['none'];
    native.enter('buy');
    expect(native.told).toEqual([]);
  });

  it('is one for a press with a pass, of its side, and none for what was held', () => {
    const scene = new Scene();
    scene.click();
    expect(scene.told).toEqual([]);
    scene.override();
    scene.click();
    expect(scene.clicks).toBe(1);
    expect(scene.told).toEqual(['long 0.1']);
  });

  it('is one for a click and the submission it causes, and comes after the page had them', () => {
    const scene = new Scene();
    scene.verdicts = ['none'];
    for (const type of wholeClick) scene.send({ type, button: 0 });
    scene.send({ type: 'submit', on: 'form' });
    expect(scene.told).toEqual([]);
    scene.wait(1);
    expect(scene.told).toEqual(['long 0.1']);
    scene.wait(1_000);
    scene.click('sell');
    expect(scene.told).toEqual(['long 0.1', 'short 0.1']);
  });

  it('is nothing for a way out', () => {
    const scene = new Scene();
    scene.ticket = { effect: 'close' };
    scene.click();
    expect(scene.clicks).toBe(1);
    expect(scene.told).toEqual([]);
  });
});

// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeReading } from '../../test/guard/fake-ticket.ts';
import type { TicketReader } from '../reader/ticket-reader.ts';
import { steadyReader } from './steady-reader.ts';

const state = {
  reading: fakeReading(),
  health: { scope: 'ticket', readBy: 'recipe', readAt: '2026-11-21T12:00:00.000Z', failedChecks: [] },
} as const;

let isBroken = false;

function element(selector: string): Element {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

/** A reader of the ticket below, until the page is built so that reading it fails. */
function reader(): TicketReader {
  const unlessBroken = <T>(value: () => T) => {
    if (isBroken) throw new TypeError('querySelectorAll is not a function');
    return value();
  };
  return {
    read: () => unlessBroken(() => state),
    look: () => unlessBroken(() => ({ state, scope: document.querySelector('#ticket') })),
    readAtPress: () => unlessBroken(() => state),
    scope: () => unlessBroken(() => document.querySelector('#ticket')),
    submitControls: () => unlessBroken(() => [...document.querySelectorAll('#buy')]),
    placesOf: () => unlessBroken(() => new Map([['size', element('#size')]])),
  };
}

/** As an event's path has it. */
function pathOf(selector: string): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element(selector); at !== null; at = at.parentElement) path.push(at);
  return path;
}

beforeEach(() => {
  isBroken = false;
  document.body.innerHTML =
    '<form><div id="ticket"><input id="size" type="text"><input id="only" type="checkbox"><button id="mode">Cross</button><button id="buy"><b>Buy</b></button></div></form><a id="away" href="#">Away</a>';
});

describe('a reader on a page that can be read', () => {
  it('says what it reads', () => {
    const steady = steadyReader(reader());
    expect(steady.read()).toBe(state);
    expect(steady.scope()).toBe(element('#ticket'));
    expect(steady.submitControls()).toEqual([element('#buy')]);
    expect(steady.placesOf(['size']).size).toBe(1);
  });
});

describe('a reader on a page that cannot be read any more', () => {
  function broken() {
    const steady = steadyReader(reader());
    steady.read();
    steady.scope();
    steady.submitControls();
    isBroken = true;
    return steady;
  }

  it('knows nothing of the ticket but whose it is', () => {
    const { reading, health } = broken().read();
    expect(health.scope).toBe('ticket');
    expect(reading.venue).toMatchObject({ known: true, value: 'binance' });
    for (const name of ['symbol', 'size', 'marginMode', 'effect', 'positions'] as const) {
      expect(reading[name]).toMatchObject({ known: false, why: 'unparsable' });
    }
  });

  it('keeps the ticket’s own elements, and marks nothing', () => {
    const steady = broken();
    expect(steady.scope()).toBe(element('#ticket'));
    expect(steady.submitControls()).toEqual([element('#buy')]);
    expect(steady.placesOf(['size']).size).toBe(0);
  });

  it('throws at a press, which somebody has to say', () => {
    expect(() => broken().readAtPress(pathOf('#buy'), 'pointer')).toThrow();
  });

  it.each([
    ['#buy b', 'pointer', true],
    ['#buy', 'key', true],
    ['#size', 'key', true],
    ['form', 'submit', true],
    ['#size', 'pointer', false],
    ['#only', 'key', false],
    ['#mode', 'key', false],
    ['#mode', 'pointer', false],
    ['#away', 'pointer', false],
    ['#away', 'submit', false],
  ] as const)('takes a press on %s by %s for an order: %s', (selector, kind, isOrder) => {
    expect(broken().unreadPress(pathOf(selector), kind) !== null).toBe(isOrder);
  });

  it('takes no press for an order where there was no ticket', () => {
    const steady = steadyReader(reader());
    isBroken = true;
    expect(steady.unreadPress(pathOf('#buy'), 'pointer')).toBeNull();
    expect(steady.unreadPress(pathOf('form'), 'submit')).toBeNull();
  });
});

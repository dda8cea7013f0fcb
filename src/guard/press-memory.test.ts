// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeReading } from '../../test/guard/fake-ticket.ts';
import type { TicketState } from '../domain/health.ts';
import { PressMemory } from './press-memory.ts';

const state: TicketState = {
  reading: fakeReading(),
  health: { scope: 'ticket', readBy: 'recipe', readAt: '2026-11-21T12:00:00.000Z', failedChecks: [] },
};

function desk() {
  const timers: { work: () => void; at: number }[] = [];
  const it = { time: 0, reads: 0, isUnchanged: false, isBroken: false, changed: () => {} };
  const memory = new PressMemory({
    read: () => {
      it.reads += 1;
      if (it.isBroken) throw new Error('built to fail');
      return state;
    },
    ticket: () => null,
    watch: {
      begin: (_, changed) => {
        it.isUnchanged = true;
        it.changed = () => {
          it.isUnchanged = false;
          changed();
        };
      },
      stop: () => {
        it.isUnchanged = false;
      },
      get isUnchanged() {
        return it.isUnchanged;
      },
    },
    now: () => it.time,
    later: (work, ms) => {
      const timer = { work, at: it.time + ms };
      timers.push(timer);
      return () => {
        if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
      };
    },
  });
  const pass = (ms: number) => {
    const until = it.time + ms;
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      timers.splice(timers.indexOf(next), 1);
      it.time = next.at;
      next.work();
    }
    it.time = until;
  };
  return { it, memory, pass, timers };
}

const path = (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return [found, document.body, document];
};

describe('what a press would send, known before it comes', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<button id="buy">Buy</button><button id="sell">Sell</button><p id="chart"></p><label><input id="size"></label><input id="go" type="submit">';
  });

  it('is not read while the pointer is left where somebody types', () => {
    const { it, memory, pass } = desk();
    memory.over(path('#size'));
    pass(2_000);
    expect(it.reads).toBe(0);
    memory.over(path('#go'));
    pass(100);
    expect(it.reads).toBe(1);
  });

  it('is read once the pointer rests on a button, and only for that button', () => {
    const { it, memory, pass } = desk();
    memory.over(path('#buy'));
    expect(memory.at(path('#buy'))).toBeUndefined();
    pass(50);
    expect(memory.at(path('#buy'))?.state).toBe(state);
    expect(memory.at(path('#sell'))).toBeUndefined();
    expect(it.reads).toBe(1);
  });

  it('is not read where the pointer only passes, and not for what is no button', () => {
    const { it, memory, pass } = desk();
    memory.over(path('#buy'));
    pass(20);
    memory.over(path('#chart'));
    pass(5_000);
    expect(it.reads).toBe(0);
  });

  it('counts no more once the page changed, and is read anew soon after', () => {
    const { it, memory, pass } = desk();
    memory.over(path('#buy'));
    pass(50);
    it.isUnchanged = false;
    expect(memory.at(path('#buy'))).toBeUndefined();
    pass(690);
    expect(it.reads).toBe(2);
    it.changed();
    pass(99);
    expect(it.reads).toBe(2);
    pass(1);
    expect(it.reads).toBe(3);
    expect(memory.at(path('#buy'))?.state).toBe(state);
  });

  it('is never older than a second', () => {
    const { it, memory, pass } = desk();
    memory.over(path('#buy'));
    pass(50);
    it.time += 1_000;
    expect(memory.at(path('#buy'))).toBeUndefined();
  });

  it('is read again and again while the pointer stays, and no more when it is gone or its button is', () => {
    const { it, memory, pass, timers } = desk();
    memory.over(path('#buy'));
    pass(3_000);
    expect(it.reads).toBe(5);
    expect(memory.at(path('#buy'))?.state).toBe(state);
    memory.over([]);
    expect([timers.length, it.isUnchanged, memory.at(path('#buy'))]).toEqual([0, false, undefined]);
    memory.over(path('#sell'));
    pass(50);
    document.querySelector('#sell')?.remove();
    pass(3_000);
    expect([it.reads, timers.length]).toEqual([6, 0]);
  });

  it('is left to the press itself where the page cannot be read', () => {
    const { it, memory, pass } = desk();
    it.isBroken = true;
    memory.over(path('#buy'));
    pass(50);
    expect(it.reads).toBe(1);
    expect(memory.at(path('#buy'))).toBeUndefined();
  });
});

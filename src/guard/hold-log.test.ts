import { describe, expect, it } from 'vitest';
import { fakeReading } from '../../test/guard/fake-ticket.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { readingId } from '../domain/ticket-reading.ts';
import { HoldLog } from './hold-log.ts';
import { ModeMemory } from './mode-memory.ts';

/** @param lost how many of the first messages the worker loses */
function logged(lost = 0) {
  const notes: string[] = [];
  const ids: string[] = [];
  const waits: { ms: number; go: () => void }[] = [];
  let time = 0;
  let told = 0;
  const isHeard = () => {
    told += 1;
    return told > lost;
  };
  const log = new HoldLog({
    note: async ({ side }, held, entryId) => {
      if (!ids.includes(entryId)) ids.push(entryId);
      notes.push(`${held ? 'held' : 'sent'} ${side.known ? side.value : '?'}`);
      return isHeard();
    },
    settle: async (entryId, outcome) => {
      notes.push(`${ids.indexOf(entryId)} ${outcome}`);
      return isHeard();
    },
    now: () => time,
    later: (go, ms) => waits.push({ ms, go }),
  });
  const goOn = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    return waits.splice(0).map(({ ms, go }) => {
      go();
      return ms;
    });
  };
  const wait = (ms: number) => {
    time += ms;
  };
  return { log, notes, ids, wait, goOn };
}

const held = fakeReading({ side: 'long' });
const stands = readingId(fakeReading());

describe('the log of a hold', () => {
  it('is told again what a worker lost, of a press the same and of a hold the last word', async () => {
    const { log, notes, ids, goOn } = logged(3);
    log.opened(held, 'long', stands);
    log.closed('left');
    log.ticketIs(fakeReading({ size: '0.3' }));
    expect(notes.splice(0)).toEqual(['held long', '0 left', '0 changed']);
    expect(await goOn()).toEqual([300, 300, 300]);
    expect(await goOn()).toEqual([]);
    expect(notes).toEqual(['held long', '0 changed', '0 changed']);
    expect(ids).toHaveLength(1);
  });

  it('gives up on a worker that loses everything, and says an order was told of then', async () => {
    const { log, notes, goOn } = logged(99);
    let isDone = false;
    void log.sent(held).then(() => {
      isDone = true;
    });
    expect([await goOn(), await goOn(), await goOn()]).toEqual([[300], [1000], [3000]]);
    expect(isDone).toBe(false);
    expect(await goOn()).toEqual([]);
    expect(isDone).toBe(true);
    expect(notes).toEqual(['sent long', 'sent long', 'sent long', 'sent long']);
  });

  it('is told of the press, and that it was overridden, once', () => {
    const { log, notes, ids } = logged();
    log.opened(held, 'long', stands);
    log.closed('overridden');
    log.closed('left');
    log.ticketIs(fakeReading({ size: '0.2' }));
    log.sent(held);
    expect(notes).toEqual(['held long', '0 overridden', 'sent long']);
    for (const id of ids) {
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
    expect(new Set(ids).size).toBe(2);
  });

  it('is told that the trader went back, and then that he changed the ticket', () => {
    const { log, notes } = logged();
    log.opened(held, 'long', stands);
    log.ticketIs(fakeReading({ size: '0.3' }));
    log.closed('left');
    log.ticketIs(fakeReading());
    expect(notes).toEqual(['held long', '0 left']);
    log.ticketIs(fakeReading({ size: '0.05' }));
    log.ticketIs(fakeReading({ size: '0.04' }));
    expect(notes).toEqual(['held long', '0 left', '0 changed']);
  });

  it('is told of a change that the next hold is the first to see', () => {
    const { log, notes } = logged();
    log.opened(held, 'long', stands);
    log.closed('left');
    log.opened(held, 'long', stands);
    log.closed('left');
    log.opened(fakeReading({ size: '0.05' }), 'long', readingId(fakeReading({ size: '0.05' })));
    log.closed('left');
    log.ticketIs(fakeReading({ size: '0.05' }));
    expect(notes).toEqual(['held long', '0 left', 'held long', '1 left', '1 changed', 'held long', '2 left']);
  });

  it('does not take another order minutes later for a change of this one', () => {
    const { log, notes, wait } = logged();
    log.opened(held, 'long', stands);
    log.closed('left');
    wait(300_001);
    log.ticketIs(fakeReading({ size: '0.05' }));
    expect(notes).toEqual(['held long', '0 left']);
  });

  it('names the side the hold was about where the press named none', () => {
    const { log, notes } = logged();
    log.opened(fakeReading(), 'short', stands);
    expect(notes).toEqual(['held short']);
  });
});

describe('the mode a ticket had before', () => {
  const known = (value: 'cross' | 'isolated') =>
    ({ known: true, value, from: { how: 'label', anchor: '' } }) as const;
  const cross = fakeReading();
  const isolated = { ...cross, marginMode: known('isolated') };

  it('is none until it changes, and each symbol’s own', () => {
    const memory = new ModeMemory();
    memory.note(cross);
    memory.note(cross);
    expect(memory.earlier(cross)).toBeNull();
    memory.note({ ...cross, marginMode: unknown('ambiguous', 'marginMode') });
    memory.note(isolated);
    expect(memory.earlier(isolated)).toBe('cross');
    expect(memory.earlier(fakeReading({ symbol: 'ETHUSDT' }))).toBeNull();
    memory.note(cross);
    expect(memory.earlier(cross)).toBe('isolated');
  });

  it('keeps the leverage it had then, as it last stood', () => {
    const memory = new ModeMemory();
    const at = (leverage: string) =>
      ({ known: true, value: decimal(leverage), from: { how: 'label', anchor: '' } }) as const;
    memory.note({ ...cross, leverage: at('5') });
    expect(memory.earlierLeverage(cross)).toBeNull();
    memory.note({ ...cross, leverage: at('10') });
    memory.note({ ...cross, leverage: unknown('hidden', 'leverage') });
    memory.note({ ...isolated, leverage: at('10') });
    memory.note({ ...isolated, leverage: at('50') });
    expect(memory.earlierLeverage(isolated)).toBe('10');
    expect(memory.earlierLeverage(fakeReading({ symbol: 'ETHUSDT' }))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { fakeReading } from '../../test/guard/fake-ticket.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { readingId } from '../domain/ticket-reading.ts';
import { HoldLog } from './hold-log.ts';
import { ModeMemory } from './mode-memory.ts';

function logged() {
  const notes: string[] = [];
  const ids: string[] = [];
  let time = 0;
  const log = new HoldLog({
    note: async ({ side }, held, entryId) => {
      ids.push(entryId);
      notes.push(`${held ? 'held' : 'sent'} ${side.known ? side.value : '?'}`);
    },
    settle: (entryId, outcome) => notes.push(`${ids.indexOf(entryId)} ${outcome}`),
    now: () => time,
  });
  const wait = (ms: number) => {
    time += ms;
  };
  return { log, notes, ids, wait };
}

const held = fakeReading({ side: 'long' });
const stands = readingId(fakeReading());

describe('the log of a hold', () => {
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

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import type { PressRecord } from '../domain/press-record.ts';
import {
  addEntry,
  addPress,
  asLogWriter,
  deleteLog,
  readLog,
  readPresses,
  settleEntry,
} from './log-store.ts';

const stored = new Map<string, unknown>();
const broken = { read: false, write: false };

vi.mock('../platform/storage.ts', () => ({
  readStored: async (key: string) => {
    if (broken.read) throw new Error('The disk is gone.');
    return structuredClone(stored.get(key));
  },
  writeStored: async (key: string, value: unknown) => {
    if (broken.write) throw new Error('QUOTA_BYTES quota exceeded');
    stored.set(key, structuredClone(value));
  },
  removeStored: async (keys: readonly string[]) => {
    if (broken.write) throw new Error('The disk is gone.');
    for (const key of keys) stored.delete(key);
  },
}));

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function entry(number: number): LogEntry {
  return {
    id: idOf(number),
    at: new Date(Date.UTC(2026, 10, 23, 8, 0, number)).toISOString(),
    venue: 'binance',
    symbol: 'BTCUSDT',
    side: 'long',
    marginMode: 'cross',
    leverage: decimal('20'),
    size: decimal('0.1'),
    price: decimal('60000'),
    currency: 'USDT',
    level: 'danger',
    hold: 'type-amount',
    findings: [{ id: 'cross-idle-exposed', level: 'danger', value: '0.9', threshold: '0.5' }],
    worstLoss: decimal('2000'),
    idleAtRisk: decimal('1800'),
    liquidationPrice: null,
    outcome: 'open',
  };
}

const press: PressRecord = {
  at: '2026-11-23T08:00:00.000Z',
  venue: 'binance',
  symbol: 'BTCUSDT',
  side: 'long',
  size: decimal('0.1'),
  addsToLoser: false,
  held: true,
};

beforeEach(() => {
  stored.clear();
  broken.read = false;
  broken.write = false;
});

describe('the log of holds', () => {
  it('starts empty', async () => {
    expect(await readLog()).toEqual({ entries: [], gone: 0, unreadable: 0, state: { kind: 'stored' } });
  });

  it('shows the newest first and what became of each', async () => {
    for (const number of [1, 2]) expect(await addEntry(entry(number))).toEqual({ outcome: 'saved' });
    expect(await settleEntry(idOf(1), 'overridden')).toEqual({ outcome: 'saved' });
    const { entries } = await readLog();
    expect(entries.map(({ id, outcome }) => [id, outcome])).toEqual([
      [idOf(2), 'open'],
      [idOf(1), 'overridden'],
    ]);
  });

  it('keeps one hold once, and an outcome without its hold changes nothing', async () => {
    await addEntry(entry(1));
    await settleEntry(idOf(1), 'changed');
    await addEntry(entry(1));
    expect(await settleEntry(idOf(9), 'left')).toEqual({ outcome: 'no-entry' });
    expect((await readLog()).entries.map(({ outcome }) => outcome)).toEqual(['changed']);
  });

  it('keeps 500 and says how many went', async () => {
    stored.set('log', {
      version: 1,
      gone: 3,
      items: Array.from({ length: 500 }, (_, number) => entry(number)),
    });
    await addEntry(entry(500));
    const { entries, gone } = await readLog();
    expect(entries).toHaveLength(500);
    expect(entries[0]?.id).toBe(idOf(500));
    expect(entries.at(-1)?.id).toBe(idOf(1));
    expect(gone).toBe(4);
  });

  it('leaves out what cannot be read and counts it', async () => {
    stored.set('log', { version: 1, gone: 'x', items: [entry(1), { ...entry(2), worstLoss: 12 }, null] });
    const log = await readLog();
    expect(log.entries).toHaveLength(1);
    expect(log.unreadable).toBe(2);
    for (const junk of ['x', null, 7, [], {}]) {
      stored.set('log', junk);
      expect((await readLog()).entries).toEqual([]);
    }
  });

  it('of a newer version is shown and left alone', async () => {
    const newer = { version: 9, gone: 0, items: [entry(1)] };
    stored.set('log', newer);
    expect((await readLog()).state).toEqual({ kind: 'newer-version' });
    expect(await addEntry(entry(2))).toMatchObject({ outcome: 'not-saved', why: 'newer-version' });
    expect(stored.get('log')).toEqual(newer);
  });

  it('says when storage fails, and never throws', async () => {
    broken.write = true;
    expect(await addEntry(entry(1))).toEqual({
      outcome: 'not-saved',
      why: 'storage-failed',
      detail: 'QUOTA_BYTES quota exceeded',
    });
    expect(await deleteLog()).toMatchObject({ outcome: 'not-saved' });
    broken.read = true;
    expect(await readLog()).toMatchObject({ entries: [], state: { kind: 'storage-failed' } });
    expect(await readPresses()).toEqual([]);
  });

  it('has one writer: an outcome told at once finds the hold told before it', async () => {
    let last: Promise<unknown> = Promise.resolve();
    vi.stubGlobal('navigator', {
      locks: {
        request: (_name: string, work: () => Promise<unknown>) => {
          last = last.catch(() => undefined).then(work);
          return last;
        },
      },
    });
    const slow = asLogWriter(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return addEntry(entry(1));
    });
    const outcome = asLogWriter(() => settleEntry(idOf(1), 'left'));
    await slow;
    expect(await outcome).toEqual({ outcome: 'saved' });
    vi.unstubAllGlobals();
  });
});

describe('the presses', () => {
  it('are kept in order, at most 300', async () => {
    for (let number = 0; number < 3; number += 1) await addPress({ ...press, symbol: `S${number}` });
    expect((await readPresses()).map(({ symbol }) => symbol)).toEqual(['S0', 'S1', 'S2']);
    stored.set('presses', { version: 1, gone: 0, items: Array.from({ length: 300 }, () => press) });
    await addPress({ ...press, symbol: 'NEW' });
    const presses = await readPresses();
    expect(presses).toHaveLength(300);
    expect(presses.at(-1)?.symbol).toBe('NEW');
  });

  it('count once where they were told of twice; those without an id each', async () => {
    for (const id of [idOf(1), idOf(2), idOf(1)]) await addPress({ id, ...press });
    await addPress(press);
    await addPress(press);
    expect((await readPresses()).map(({ id }) => id)).toEqual([idOf(1), idOf(2), undefined, undefined]);
  });

  it('go with the log', async () => {
    await addPress(press);
    await addEntry(entry(1));
    expect(await deleteLog()).toEqual({ outcome: 'saved' });
    expect(await readPresses()).toEqual([]);
    expect((await readLog()).entries).toEqual([]);
  });
});

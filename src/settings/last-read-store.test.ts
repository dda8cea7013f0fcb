import { beforeEach, expect, it, vi } from 'vitest';
import { unknown } from '../domain/known.ts';
import { lastReadNames } from '../domain/last-read.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import { loadLastReads, noteRead } from './last-read-store.ts';

const stored = new Map<string, unknown>();
let writes = 0;
vi.mock('../platform/storage.ts', () => ({
  readStored: async (key: string) => structuredClone(stored.get(key)),
  writeStored: async (key: string, value: unknown) => {
    writes += 1;
    stored.set(key, structuredClone(value));
  },
}));

const from = { how: 'label', anchor: 'Size' } as const;
function reading(known: Readonly<Record<string, unknown>>): TicketReading {
  const fields = lastReadNames.map((name) => [
    name,
    name in known ? { known: true, value: known[name], from, complete: true } : unknown('not-on-page', name),
  ]);
  return {
    venue: { known: true, value: 'okx', from },
    ...Object.fromEntries(fields),
  } as unknown as TicketReading;
}

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 8, 0, second));

beforeEach(() => {
  stored.clear();
  writes = 0;
});

it('keeps for each field when it was last known, and no value of it', async () => {
  await noteRead(reading({ size: '0.1234', symbol: 'BTC-USDT-SWAP' }), at(0));
  await noteRead(reading({ symbol: 'BTC-USDT-SWAP' }), at(90));
  expect(await loadLastReads()).toEqual({
    okx: {
      at: '2026-11-23T08:01:30.000Z',
      by: 'labels',
      fields: { size: '2026-11-23T08:00:00.000Z', symbol: '2026-11-23T08:01:30.000Z' },
    },
  });
  expect(JSON.stringify([...stored])).not.toContain('0.1234');
  expect(JSON.stringify([...stored])).not.toContain('BTC');
});

it('writes once a minute, and at once for a field that is new', async () => {
  for (let second = 0; second < 59; second += 1) await noteRead(reading({ size: '1' }), at(second));
  expect(writes).toBe(1);
  await noteRead(reading({ size: '1', leverage: '10' }), at(59));
  expect(writes).toBe(2);
});

it('is not stopped for ever by a clock that was ahead', async () => {
  await noteRead(reading({ size: '1' }), new Date('2030-01-01T00:00:00.000Z'));
  await noteRead(reading({ size: '1' }), at(0));
  expect((await loadLastReads()).okx?.at).toBe('2026-11-23T08:00:00.000Z');
});

it('takes broken entries for none', async () => {
  stored.set('last-read', { okx: { at: 7 }, nowhere: {}, bybit: null });
  expect(await loadLastReads()).toEqual({});
});

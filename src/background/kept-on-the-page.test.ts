import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import { mostSnoozes, type Snooze } from '../domain/snooze.ts';
import { dockedStrip, isStripPlace } from '../domain/strip-place.ts';
import { changeSnoozes, loadSnoozes, withoutSnoozes, withSnoozesAdded } from '../settings/snooze-store.ts';
import { keepStripPlace, loadStripPlace } from '../settings/strip-place-store.ts';
import { stripSite } from './strip-site.ts';

const stored = new Map<string, unknown>();
let isBroken = false;

vi.mock('../platform/storage.ts', () => ({
  readStored: async (key: string) => {
    if (isBroken) throw new Error('The disk is gone.');
    return structuredClone(stored.get(key));
  },
  writeStored: async (key: string, value: unknown) => {
    if (isBroken) throw new Error('QUOTA_BYTES quota exceeded');
    stored.set(key, structuredClone(value));
  },
}));

beforeEach(() => {
  stored.clear();
  isBroken = false;
});

const snooze: Snooze = {
  rule: 'liquidation-near',
  venue: 'binance',
  symbol: 'BTCUSDT',
  side: 'long',
  span: '1h',
  from: '2026-11-21T11:00:00.000Z',
  until: '2026-11-21T12:00:00.000Z',
  marginMode: 'cross',
  leverage: decimal('20'),
  worstLoss: decimal('2000'),
  hold: 'acknowledge',
};

describe('kept snoozes', () => {
  it('come back whole, one for each rule, symbol, exchange and side', async () => {
    expect(await loadSnoozes()).toEqual([]);
    const later = { ...snooze, from: '2026-11-21T11:30:00.000Z', until: '2026-11-21T12:30:00.000Z' };
    for (const added of [snooze, { ...snooze, side: 'short' as const }, later]) {
      expect(await changeSnoozes((all) => withSnoozesAdded(all, [added]))).toBe(true);
    }
    expect(await loadSnoozes()).toEqual([{ ...snooze, side: 'short' }, later]);
    await changeSnoozes((all) => withoutSnoozes(all, [snooze]));
    expect(await loadSnoozes()).toHaveLength(2);
    await changeSnoozes((all) => withoutSnoozes(all, [later]));
    expect(await loadSnoozes()).toEqual([{ ...snooze, side: 'short' }]);
  });

  it('are none where storage holds something else or fails: everything is held', async () => {
    for (const broken of [null, 7, [], { version: 2, snoozes: [snooze] }, { version: 1, snoozes: 'x' }]) {
      stored.set('snoozes', broken);
      expect(await loadSnoozes()).toEqual([]);
    }
    stored.set('snoozes', { version: 1, snoozes: [{ ...snooze, until: '' }, snooze, null] });
    expect(await loadSnoozes()).toEqual([snooze]);
    isBroken = true;
    expect(await loadSnoozes()).toEqual([]);
    expect(await changeSnoozes(() => [snooze])).toBe(false);
  });

  it('are never more than anybody needs', async () => {
    const many = Array.from({ length: 80 }, (_, at) => ({ ...snooze, symbol: `S${at}` }));
    await changeSnoozes(() => many);
    const kept = await loadSnoozes();
    expect([kept.length, kept[0]?.symbol, kept.at(-1)?.symbol]).toEqual([mostSnoozes, 'S30', 'S79']);
  });
});

describe('the kept place of the strip', () => {
  const place = { spot: { x: 10_000, y: 250 }, isCollapsed: true };

  it('is each exchange’s own, and nothing is kept of a docked strip', async () => {
    expect(await loadStripPlace('binance')).toBe(dockedStrip);
    expect(await keepStripPlace('binance', place)).toBe(true);
    expect(await loadStripPlace('binance')).toEqual(place);
    expect(await loadStripPlace('bybit')).toBe(dockedStrip);
    await keepStripPlace('binance', { spot: null, isCollapsed: false });
    expect(stored.get('strip-places')).toEqual({});
  });

  it('is docked where storage fails or holds something else', async () => {
    stored.set('strip-places', { binance: { spot: { x: -1, y: 0 }, isCollapsed: false } });
    expect(await loadStripPlace('binance')).toBe(dockedStrip);
    isBroken = true;
    expect(await loadStripPlace('binance')).toBe(dockedStrip);
    expect(await keepStripPlace('binance', place)).toBe(false);
  });

  it.each([
    [{ spot: null }],
    [{ spot: { x: 0.5, y: 0 }, isCollapsed: false }],
    [{ spot: { x: 0, y: 10_001 }, isCollapsed: false }],
    [{ spot: 'x', isCollapsed: false }],
    [null],
  ])('is not %j', (value) => {
    expect(isStripPlace(value)).toBe(false);
  });

  it('goes by the exchange whose host it is, on any other site by the site', () => {
    expect(stripSite('https://www.gate.io')).toBe('gate');
    expect(stripSite('https://www.gate.com')).toBe('gate');
    expect(stripSite('https://dex.example')).toBe('https://dex.example');
  });
});

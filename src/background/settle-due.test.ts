import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askToUnguard, cancelPending } from '../settings/store.ts';
import { keepGranted } from './due-guards.ts';
import { settleDue } from './settle-due.ts';

const stored = new Map<string, unknown>();
let granted: readonly string[] = [];
let isKept = false;

vi.mock('../platform/storage.ts', () => ({
  readStored: async (key: string) => structuredClone(stored.get(key)),
  writeStored: async (key: string, value: unknown) => void stored.set(key, structuredClone(value)),
  writeStoredTogether: async (values: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(values)) stored.set(key, structuredClone(value));
  },
}));
vi.mock('../platform/clock.ts', () => ({ clockMoved: () => ({ life: 1, by: 0 }) }));
vi.mock('../platform/permissions.ts', () => ({
  grantedOrigins: async () => granted,
  removeOrigin: async (pattern: string) => {
    if (isKept) return false;
    granted = granted.filter((each) => each !== pattern);
    return true;
  },
}));

const okx = 'https://www.okx.com/*';
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T08:00:00.000Z') });
  stored.clear();
  granted = [okx, 'https://www.binance.com/*'];
  isKept = false;
});
afterEach(() => vi.useRealTimers());

it('ends a guard when it is due, though nobody asks for anything', async () => {
  await askToUnguard(okx, new Date());
  await settleDue();
  await minutes(14.9);
  expect(granted).toContain(okx);
  await minutes(0.2);
  expect(granted).toEqual(['https://www.binance.com/*']);
  expect(stored.get('settings-pending')).toEqual([]);
});

it('puts a looser setting in force when it is due', async () => {
  const change = (askedAt: string, due: string) => ({
    path: ['venues', 'binance', 'leverageCap'],
    value: '20',
    askedAt,
    due,
  });
  stored.set('settings-pending', [change('2026-11-23T07:50:00.000Z', '2026-11-23T08:05:00.000Z')]);
  await settleDue();
  await minutes(5.1);
  expect(stored.get('settings')).toMatchObject({ venues: { binance: { leverageCap: '20' } } });
});

it('looks at a wake for what came due without a worker', async () => {
  await askToUnguard(okx, new Date());
  vi.setSystemTime(new Date('2026-11-23T09:00:00.000Z'));
  await settleDue();
  expect(granted).not.toContain(okx);
});

it('leaves a guard that was taken back, and sets no timer over and over for one that the browser keeps', async () => {
  await askToUnguard(okx, new Date());
  await settleDue();
  await cancelPending(['guard', okx], new Date());
  await minutes(20);
  expect(granted).toContain(okx);
  isKept = true;
  await askToUnguard(okx, new Date());
  await settleDue();
  await minutes(20);
  expect(granted).toContain(okx);
  expect(stored.get('settings-pending')).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('leaves a guard that was taken away by the browser and given anew while its end was still to come', async () => {
  await askToUnguard(okx, new Date());
  await settleDue();
  granted = ['https://www.binance.com/*'];
  await minutes(5);
  granted = [...granted, okx];
  await keepGranted([okx]);
  await minutes(20);
  expect(granted).toContain(okx);
  expect(stored.get('settings-pending')).toEqual([]);
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import catalogue from '../../_locales/en/messages.json' with { type: 'json' };
import { translatorFrom } from '../messages/translator-from.ts';
import { defaultSettings } from './defaults.ts';
import { changeSetting, dismissRepairs, loadSettings, replaceNewerSettings } from './store.ts';

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
}));

const translate = translatorFrom(catalogue);
const change = (path: string, value: unknown) => changeSetting(path.split('/'), value, [], translate);
const monday = new Date('2026-11-23T08:00:00.000Z');

/** Web Locks as browsers have them and Node 20 has not: one holder of a name at a time, in order. */
function queueingLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, work: () => Promise<unknown>) => {
      last = last.catch(() => undefined).then(work);
      return last;
    },
  };
}

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: queueingLocks() });
  stored.clear();
  broken.read = false;
  broken.write = false;
});

describe('loading', () => {
  it('gives defaults on the first run and writes nothing', async () => {
    expect(await loadSettings()).toEqual({
      settings: defaultSettings,
      repairs: [],
      state: { kind: 'stored' },
    });
    expect(stored.size).toBe(0);
  });

  it('leaves what the trader set alone, byte for byte, however often it is loaded', async () => {
    await change('venues/binance/leverageCap', '10');
    const before = JSON.stringify([...stored]);
    await loadSettings();
    await loadSettings();
    expect(JSON.stringify([...stored])).toBe(before);
  });

  it('resets a broken value once, tells it until dismissed, and keeps the original', async () => {
    const original = { version: 1, venues: { binance: { leverageCap: 20, maxLossQuote: '150' } } };
    stored.set('settings', original);
    const notice = {
      path: 'venues.binance.leverageCap',
      was: '20',
      now: '',
      when: '2026-11-23T08:00:00.000Z',
    };
    expect((await loadSettings(monday)).repairs).toEqual([notice]);
    expect((await loadSettings()).repairs).toEqual([notice]);
    expect((await loadSettings()).settings.venues.binance?.maxLossQuote).toBe('150');
    expect(stored.get('settings-kept')).toEqual(original);
    await dismissRepairs();
    expect((await loadSettings()).repairs).toEqual([]);
  });

  it('tells one reset once when two pages load at the same time', async () => {
    stored.set('settings', { version: 1, general: { theme: 'sepia' } });
    await Promise.all([loadSettings(monday), loadSettings(monday), loadSettings(monday)]);
    expect((await loadSettings()).repairs).toHaveLength(1);
  });

  it('tells of a reset even when it cannot be written back, and then overwrites nothing', async () => {
    stored.set('settings', { version: 1, general: { theme: 'sepia' } });
    broken.write = true;
    expect((await loadSettings(monday)).repairs).toHaveLength(1);
    expect(stored.get('settings')).toEqual({ version: 1, general: { theme: 'sepia' } });
  });

  it('goes on with defaults when storage does not answer, and says so', async () => {
    broken.read = true;
    expect(await loadSettings()).toEqual({
      settings: defaultSettings,
      repairs: [],
      state: { kind: 'storage-failed', detail: 'The disk is gone.' },
    });
  });

  it('survives notices that are none', async () => {
    stored.set('settings-repairs', [
      { path: 7 },
      null,
      'x',
      { path: 'a', was: 'b', now: 'c', when: 'today' },
    ]);
    expect((await loadSettings()).repairs).toEqual([]);
    stored.set('settings-repairs', 'x');
    expect((await loadSettings()).repairs).toEqual([]);
  });
});

describe('changing', () => {
  it('stores a good value', async () => {
    expect(await change('venues/binance/leverageCap', '10')).toMatchObject({ outcome: 'saved' });
    expect((await loadSettings()).settings.venues.binance?.leverageCap).toBe('10');
  });

  it('keeps the stored value when the new one is refused', async () => {
    await change('venues/binance/leverageCap', '10');
    expect(await change('venues/binance/leverageCap', '0')).toEqual({
      outcome: 'invalid',
      problem: catalogue.settings_problem_leverageCap.message,
    });
    expect((await loadSettings()).settings.venues.binance?.leverageCap).toBe('10');
  });

  it('loses no change when several are made at once', async () => {
    await Promise.all([
      change('venues/binance/leverageCap', '10'),
      change('venues/okx/leverageCap', '5'),
      change('general/theme', 'dark'),
    ]);
    const { settings } = await loadSettings();
    expect(settings.venues.binance?.leverageCap).toBe('10');
    expect(settings.venues.okx?.leverageCap).toBe('5');
    expect(settings.general.theme).toBe('dark');
  });

  it('says what went wrong when storage is full', async () => {
    broken.write = true;
    expect(await change('general/theme', 'dark')).toEqual({
      outcome: 'not-saved',
      why: 'storage-failed',
      detail: 'QUOTA_BYTES quota exceeded',
    });
  });
});

describe('settings of a newer version', () => {
  const newer = { version: 9, general: { theme: 'dark', sound: 'bell' }, venues: {} };

  it('are used and never overwritten in silence', async () => {
    stored.set('settings', newer);
    const { settings, repairs, state } = await loadSettings();
    expect(settings.general.theme).toBe('dark');
    expect(repairs).toEqual([]);
    expect(state).toEqual({ kind: 'newer-version', version: 9 });
    expect(await change('general/theme', 'light')).toMatchObject({
      outcome: 'not-saved',
      why: 'newer-version',
    });
    expect(stored.get('settings')).toEqual(newer);
  });

  it('give way on the trader’s word, and are kept beside', async () => {
    stored.set('settings', newer);
    expect(await replaceNewerSettings()).toMatchObject({ outcome: 'saved' });
    expect(await change('general/theme', 'light')).toMatchObject({ outcome: 'saved' });
    expect(stored.get('settings-kept')).toEqual(newer);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import catalogue from '../../_locales/en/messages.json' with { type: 'json' };
import type { SettingValue } from '../domain/settings.ts';
import { translatorFrom } from '../messages/translator-from.ts';
import { defaultSettings } from './defaults.ts';
import {
  askToUnguard,
  cancelPending,
  changeSetting,
  changeSettings,
  dismissRepairs,
  loadSettings,
  replaceNewerSettings,
} from './store.ts';

const stored = new Map<string, unknown>();
const broken = { read: false, write: false };

/** How far the wall clock was moved in which life of the worker. */
const clock = { life: 1, by: 0 };
vi.mock('../platform/clock.ts', () => ({ clockMoved: () => ({ ...clock }) }));

vi.mock('../platform/storage.ts', () => ({
  readStored: async (key: string) => {
    if (broken.read) throw new Error('The disk is gone.');
    return structuredClone(stored.get(key));
  },
  writeStored: async (key: string, value: unknown) => {
    if (broken.write) throw new Error('QUOTA_BYTES quota exceeded');
    stored.set(key, structuredClone(value));
  },
  writeStoredTogether: async (values: Record<string, unknown>) => {
    if (broken.write) throw new Error('QUOTA_BYTES quota exceeded');
    for (const [key, value] of Object.entries(values)) stored.set(key, structuredClone(value));
  },
}));

const translate = translatorFrom(catalogue);
const change = (path: string, value: SettingValue, now: Date = monday) =>
  changeSetting(path.split('/'), value, translate, now);
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
  Object.assign(clock, { life: 1, by: 0 });
});

describe('loading', () => {
  it('gives defaults on the first run and writes nothing', async () => {
    expect(await loadSettings()).toEqual({
      settings: defaultSettings,
      pending: [],
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
      pending: [],
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

describe('loosening', () => {
  const cap = ['venues', 'binance', 'leverageCap'];
  const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);
  const capAt = async (now: Date) => (await loadSettings(now)).settings.venues.binance?.leverageCap;

  beforeEach(() => change('venues/binance/leverageCap', '10'));

  it('waits a quarter of an hour, and is in force at the first load after it', async () => {
    const asked = await change('venues/binance/leverageCap', '20');
    expect(asked).toMatchObject({ outcome: 'pending', at: '2026-11-23T08:15:00.000Z' });
    expect(await capAt(later(14.99))).toBe('10');
    expect((await loadSettings(later(1))).pending).toEqual([
      { path: cap, value: '20', askedAt: '2026-11-23T08:00:00.000Z', due: '2026-11-23T08:15:00.000Z' },
    ]);
    expect(await capAt(later(15))).toBe('20');
    expect((await loadSettings(later(16))).pending).toEqual([]);
    expect(stored.get('settings')).toMatchObject({ venues: { binance: { leverageCap: '20' } } });
  });

  describe('with the clock set', () => {
    /** Set while the worker lives: it knows by how much. */
    const setBy = (minutes: number) => {
      clock.by += minutes * 60_000;
    };
    const left = async (now: Date) => {
      const [waiting] = (await loadSettings(now)).pending;
      return waiting && (Date.parse(waiting.due) - now.getTime()) / 60_000;
    };

    beforeEach(async () => {
      await change('venues/binance/leverageCap', '20');
    });

    it('forward before its eyes ends nothing early: what was left is left', async () => {
      expect(await left(later(5))).toBe(10);
      setBy(60);
      expect(await left(later(65))).toBe(10);
      expect(await left(later(66))).toBe(9);
      expect(await capAt(later(74))).toBe('10');
      expect(await capAt(later(75))).toBe('20');
    });

    it('forward and back again comes to the same', async () => {
      setBy(60);
      expect(await left(later(65))).toBe(10);
      setBy(-60);
      expect(await left(later(6))).toBe(9);
      expect(stored.get('settings-pending')).toMatchObject([{ due: '2026-11-23T08:15:00.000Z' }]);
    });

    it('back before its eyes makes the wait no longer', async () => {
      setBy(-600);
      expect(await left(later(-595))).toBe(10);
      expect(await capAt(later(-586))).toBe('10');
      expect(await capAt(later(-585))).toBe('20');
    });

    it('counts from the change on that is asked for after it', async () => {
      await cancelPending(cap, monday);
      setBy(60);
      await change('venues/binance/leverageCap', '20', later(60));
      expect(await left(later(61))).toBe(14);
      setBy(60);
      await change('venues/binance/leverageCap', '30', later(125));
      expect(await left(later(126))).toBe(14);
    });

    it('back while nobody looked begins the wait anew, and no more than that', async () => {
      Object.assign(clock, { life: 2, by: 0 });
      expect(await left(later(-600_000))).toBe(15);
      expect(await left(later(-599_995))).toBe(10);
      expect(await capAt(later(-599_985))).toBe('20');
    });

    it('forward while nobody looked ends it: time that passed without a worker cannot be told from that', async () => {
      setBy(60);
      expect(await left(later(65))).toBe(10);
      Object.assign(clock, { life: 2, by: 0 });
      expect(await left(later(65))).toBe(10);
      expect(await capAt(later(200))).toBe('20');
    });

    it('right by a few seconds is no matter, and a time that no calendar has moves nothing', async () => {
      clock.by = 59_000;
      expect(await left(later(5))).toBe(10);
      stored.set('settings-pending', [
        { path: cap, value: '20', askedAt: '2026-13-45T08:00:00.000Z', due: '2026-13-45T08:00:00.000Z' },
      ]);
      setBy(60);
      expect((await loadSettings(monday)).state).toEqual({ kind: 'stored' });
      expect(await capAt(monday)).toBe('10');
    });
  });

  it('asked for again keeps its time; another value starts anew', async () => {
    await change('venues/binance/leverageCap', '20');
    await change('venues/binance/leverageCap', '20', later(10));
    expect(await capAt(later(15))).toBe('20');
    await change('venues/binance/leverageCap', '30', later(20));
    await change('venues/binance/leverageCap', '40', later(30));
    expect(await capAt(later(36))).toBe('20');
    expect(await capAt(later(45))).toBe('40');
  });

  it('gives way to a tightening of the same setting, which is at once', async () => {
    await change('venues/binance/leverageCap', '20');
    expect(await change('venues/binance/leverageCap', '5')).toMatchObject({ outcome: 'saved', pending: [] });
    expect(await capAt(later(60))).toBe('5');
  });

  it('gives way to a tightening of the same symbol in another spelling', async () => {
    const mode = (symbol: string) => `venues/binance/intendedModeBySymbol/${symbol}`;
    await change(mode('BTCUSDT'), 'isolated');
    expect((await change(mode('BTC-USDT'), 'cross')).outcome).toBe('pending');
    await change(mode('BTCUSDT'), 'isolated');
    const { settings, pending } = await loadSettings(later(15));
    expect(pending).toEqual([]);
    expect(settings.venues.binance?.intendedModeBySymbol).toEqual({ BTCUSDT: 'isolated' });
  });

  it('is taken back', async () => {
    await change('venues/binance/leverageCap', '20');
    expect(await cancelPending(cap, monday)).toMatchObject({ outcome: 'saved', pending: [] });
    expect(await capAt(later(60))).toBe('10');
  });

  it('waits as long as the trader chose, and a shorter wait waits too', async () => {
    await change('general/loosenAfterMinutes', '60');
    expect(await change('general/loosenAfterMinutes', '15')).toMatchObject({
      outcome: 'pending',
      at: '2026-11-23T09:00:00.000Z',
    });
    await change('venues/binance/leverageCap', '20');
    expect(await capAt(later(59))).toBe('10');
    expect(await capAt(later(60))).toBe('20');
  });

  it('of a guard waits too and changes no setting by itself', async () => {
    const before = (await loadSettings(monday)).settings;
    const asked = await askToUnguard('https://www.okx.com/*', monday);
    expect(asked).toMatchObject({ outcome: 'pending', at: '2026-11-23T08:15:00.000Z' });
    const loaded = await loadSettings(later(20));
    expect(loaded.settings).toEqual(before);
    expect(loaded.pending).toMatchObject([{ path: ['guard', 'https://www.okx.com/*'] }]);
  });

  it('of several settings at once: what tightens is in force, what loosens waits', async () => {
    const outcome = await changeSettings(
      [
        { path: ['venues', 'binance', 'maxLossQuote'], value: '150' },
        { path: cap, value: null },
        { path: ['general', 'rules', 'no-stop-loss', 'enabled'], value: false },
        { path: ['venues', 'binance', 'bananas'], value: '1' },
      ],
      translate,
      monday,
    );
    if (outcome.outcome !== 'pending') throw new Error(outcome.outcome);
    expect(outcome.settings.venues.binance).toMatchObject({ maxLossQuote: '150', leverageCap: '10' });
    expect(outcome.pending.map(({ path }) => path.at(-1))).toEqual(['leverageCap', 'enabled']);
    const { settings } = await loadSettings(later(15));
    expect(settings.venues.binance?.leverageCap).toBeNull();
    expect(settings.general.rules['no-stop-loss']).toEqual({ enabled: false });
  });

  it('moves the starts of a rule’s levels together, in whatever order they come', async () => {
    const band = (level: string) => ['general', 'rules', 'cross-idle-exposed', 'bands', level];
    await changeSettings(
      ['notice', 'warning', 'danger'].map((level) => ({ path: band(level), value: '0.6' })),
      translate,
      monday,
    );
    const { settings } = await loadSettings(later(15));
    expect(settings.general.rules['cross-idle-exposed']?.bands).toEqual({
      notice: '0.6',
      warning: '0.6',
      danger: '0.6',
    });
  });

  it('that no longer fits when its time comes is told, not lost in silence', async () => {
    stored.set('settings-pending', [
      {
        path: ['general', 'rules', 'cross-idle-exposed', 'bands', 'notice'],
        value: '0.9',
        askedAt: '2026-11-23T07:00:00.000Z',
        due: '2026-11-23T07:15:00.000Z',
      },
    ]);
    const { repairs, pending } = await loadSettings(monday);
    expect(repairs).toMatchObject([{ path: 'general.rules.cross-idle-exposed.bands.notice', was: '“0.9”' }]);
    expect(pending).toEqual([]);
    expect((await loadSettings(monday)).repairs).toHaveLength(1);
  });

  it('is not helped by a broken list: what is no waiting change is left out', async () => {
    stored.set('settings-pending', [{ path: cap, value: '99', askedAt: 'x', due: 'y' }, null, 7]);
    expect(await loadSettings(monday)).toMatchObject({ pending: [] });
    expect(await capAt(later(60))).toBe('10');
  });

  it('applies once when several pages load at the same moment', async () => {
    await change('venues/binance/leverageCap', '20');
    await Promise.all([loadSettings(later(15)), loadSettings(later(15)), loadSettings(later(15))]);
    expect(await capAt(later(15))).toBe('20');
    expect(stored.get('settings-pending')).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings, VenueSettings } from '../domain/settings.ts';
import { currentVersion, defaultSettings, defaultVenueSettings } from './defaults.ts';
import { migrations } from './migrations/migrate.ts';
import { parseSettings } from './parse-settings.ts';
import { readStoredSettings } from './read-stored.ts';

interface Fixture {
  readonly about: string;
  readonly stored: unknown;
  readonly expected: {
    readonly general: Settings['general'];
    readonly venues: Readonly<Record<string, Partial<VenueSettings>>>;
  };
  readonly repairs: readonly (readonly [path: string, was: string, now: string])[];
  readonly newer?: number;
}

const folder = new URL('../../test/fixtures/settings/', import.meta.url);
const fixtures = readdirSync(folder).map(
  (name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Fixture] as const,
);

const byPath = (a: readonly string[], b: readonly string[]) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1);

describe('stored settings of every version', () => {
  it.each(fixtures)('%s', (_name, { stored, expected, repairs, newer }) => {
    const read = readStoredSettings(stored);
    const venues = Object.entries(expected.venues).map(([id, own]) => [
      id,
      { ...defaultVenueSettings, ...own },
    ]);
    expect(read.settings).toEqual({
      version: currentVersion,
      general: expected.general,
      venues: Object.fromEntries(venues),
    });
    expect(read.repairs.map(({ path, was, now }) => [path, was, now]).sort(byPath)).toEqual(
      [...repairs].sort(byPath),
    );
    expect(read.state).toEqual(
      newer === undefined ? { kind: 'stored' } : { kind: 'newer-version', version: newer },
    );
    expect(Object.getPrototypeOf(read.settings.venues)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('has a step for every version, and an old-settings fixture for every step', () => {
    expect(migrations).toHaveLength(currentVersion);
    for (let version = 0; version < currentVersion; version += 1) {
      const prefix = `${String(version).padStart(3, '0')}-`;
      expect(fixtures.some(([name]) => name.startsWith(prefix))).toBe(true);
    }
  });

  it('takes nothing stored for a first run: defaults and no news', () => {
    expect(readStoredSettings(undefined)).toEqual({
      settings: defaultSettings,
      repairs: [],
      state: { kind: 'stored' },
    });
  });

  it.each([[null], [[]], [['a']], ['settings'], [7], [true]])(
    'resets %j as a whole and says so',
    (stored) => {
      const { settings, repairs } = readStoredSettings(stored);
      expect(settings).toEqual(defaultSettings);
      expect(repairs).toMatchObject([{ path: 'settings', now: '' }]);
    },
  );

  it('shortens what it shows of a huge value and limits the number of notices', () => {
    const huge = 'x'.repeat(1_000_000);
    const one = readStoredSettings({ version: 1, general: { theme: huge } });
    expect(one.repairs[0]?.was.length).toBeLessThan(60);
    const many = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, i) => [`key${i}${huge.slice(0, 90)}`, i]),
    );
    const { repairs } = readStoredSettings({ version: 1, venues: many });
    expect(repairs).toHaveLength(50);
    expect(repairs.at(-1)).toEqual({ path: 'settings', was: '… +4951', now: '' });
    expect(Math.max(...repairs.map(({ path }) => path.length))).toBeLessThan(80);
  });
});

/** JSON that comes near the settings' own shape, so that the inner readers are reached. */
const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('isolated', 'cross', null, true, '0.1', '-0.1', '1e9', '', '20', 'NaN', '0x10', '٣'),
);
const record = (keys: readonly string[], value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.oneof(fc.constantFrom(...keys, '__proto__', 'constructor'), fc.string()), value);
const venueLike = record(
  [...Object.keys(defaultVenueSettings)],
  fc.oneof(anyValue, record(['BTCUSDT'], anyValue)),
);
const settingsLike = record(
  ['version', 'general', 'venues'],
  fc.oneof(
    anyValue,
    fc.integer({ min: -2, max: 4 }),
    record(
      ['theme', 'rules'],
      fc.oneof(anyValue, record(['no-stop-loss'], record(['enabled', 'bands'], anyValue))),
    ),
    record(['binance', 'okx', 'nowhere'], fc.oneof(anyValue, venueLike)),
  ),
);

describe('whatever lies in storage', () => {
  it('never throws, always yields settings that hold, and yields the same ones when read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), settingsLike), (stored) => {
        const { settings, repairs } = readStoredSettings(stored);
        const again = parseSettings(JSON.parse(JSON.stringify(settings)));
        expect(again.repairs).toEqual([]);
        expect(again.settings).toEqual(settings);
        expect(repairs.length).toBeLessThanOrEqual(51);
        const longest = repairs.flatMap(({ path, was, now }) => [path, was, now]).map(({ length }) => length);
        expect(Math.max(0, ...longest)).toBeLessThan(200);
      }),
      { numRuns: 400 },
    );
  }, 30_000);

  it('keeps every good value beside any broken one', () => {
    fc.assert(
      fc.property(venueLike, (broken) => {
        const stored = { version: 1, venues: { binance: { ...broken, maxLossQuote: '150' }, okx: broken } };
        expect(readStoredSettings(stored).settings.venues.binance?.maxLossQuote).toBe('150');
      }),
    );
  });
});

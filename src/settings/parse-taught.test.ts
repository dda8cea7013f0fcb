import { describe, expect, it } from 'vitest';
import { mostTaughtSites, type TaughtField, type TaughtName } from '../domain/taught.ts';
import { parseTaught, withField, withImported, withoutField } from './parse-taught.ts';
import { readTaughtFile, taughtFileText } from './taught-file.ts';

const field = (name: TaughtName, words = 'kiasi'): TaughtField => ({
  name,
  kind: 'input',
  where: 'page',
  mark: null,
  words: { text: words, offset: 1, own: true },
  place: { path: '', before: 0, behind: 0, layout: '' },
  lead: '',
  meanings: {},
  unit: '',
  overruled: [],
  taughtAt: '2026-11-21T09:00:00.000Z',
});
const site = 'https://perps.example.org';
const sites = { [site]: [field('size'), field('price', 'bei')] };

describe('what lies in the store', () => {
  it('is nothing where nothing was ever written', () => {
    expect(parseTaught(undefined)).toEqual({ sites: {}, repairs: [], newer: false });
  });

  it('is kept as it is', () => {
    expect(parseTaught({ version: 1, sites })).toEqual({ sites, repairs: [], newer: false });
  });

  it('keeps what is good of it and says what is not', () => {
    const raw = {
      version: 1,
      sites: {
        ...sites,
        [site]: [field('size'), { name: 'price' }],
        'no site': [field('size')],
        'https://b.example': 7,
      },
    };
    const { sites: kept, repairs } = parseTaught(JSON.parse(JSON.stringify(raw)));
    expect(kept).toEqual({ [site]: [field('size')] });
    expect(repairs.map(({ path }) => path)).toEqual([
      `taught.${site}.price`,
      'taught.no site',
      'taught.https://b.example',
    ]);
  });

  it.each([[null], [7], ['x'], [[]], [{}], [{ version: 1, sites: [] }]])('is nothing to go by: %j', (raw) => {
    expect(parseTaught(raw).sites).toEqual({});
    expect(parseTaught(raw).repairs).toHaveLength(1);
  });

  it('is bounded', () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`https://s${at}.example`, [field('size')]]),
    );
    const parsed = parseTaught({ version: 1, sites: many });
    expect(Object.keys(parsed.sites)).toHaveLength(mostTaughtSites);
    expect(parsed.repairs.length).toBeLessThanOrEqual(50);
  });

  it('is used and not reported where a newer version wrote it', () => {
    const parsed = parseTaught({ version: 9, sites: { ...sites, 'https://c.example': [{ shape: 'new' }] } });
    expect(parsed).toEqual({ sites, repairs: [], newer: true });
  });

  it('does not come in through a prototype', () => {
    const raw = JSON.parse(`{"version":1,"sites":{"__proto__":[${JSON.stringify(field('size'))}]}}`);
    expect(parseTaught(raw).sites).toEqual({});
    expect(({} as Record<string, unknown>)['0']).toBeUndefined();
  });
});

describe('a change', () => {
  it('puts a field in the place of the older one', () => {
    const changed = withField(sites, site, field('size', 'ukubwa'));
    expect(changed[site]?.map(({ name, words }) => [name, words?.text])).toEqual([
      ['price', 'bei'],
      ['size', 'ukubwa'],
    ]);
  });

  it('forgets one field, then the site', () => {
    const one = withoutField(sites, site, 'size');
    expect(one[site]?.map(({ name }) => name)).toEqual(['price']);
    expect(withoutField(one, site, 'price')).toEqual({});
    expect(withoutField(sites, site, null)).toEqual({});
    expect(withoutField(sites, 'https://else.example', null)).toEqual(sites);
  });

  it('takes over what comes in and keeps the rest', () => {
    const merged = withImported(sites, {
      [site]: [field('price', 'gharama')],
      'https://b.example': [field('size')],
    });
    expect(Object.keys(merged)).toEqual([site, 'https://b.example']);
    expect(merged[site]?.map(({ words }) => words?.text)).toEqual(['kiasi', 'gharama']);
  });
});

describe('a file', () => {
  it('makes the round trip', () => {
    expect(readTaughtFile(taughtFileText(sites))).toEqual({ kind: 'fields', sites, leftOut: 0 });
  });

  it('says what of it is left out', () => {
    const text = taughtFileText({ ...sites, 'not a site': [field('size')] });
    expect(readTaughtFile(text)).toEqual({ kind: 'fields', sites, leftOut: 1 });
  });

  it.each([
    ['', 'not-ours'],
    ['{', 'not-ours'],
    ['[]', 'not-ours'],
    ['{"version":1,"sites":{}}', 'not-ours'],
    ['{"ringfence":"settings","version":1,"sites":{}}', 'not-ours'],
    ['{"ringfence":"taught-fields","version":1,"sites":{}}', 'not-ours'],
    ['{"ringfence":"taught-fields","version":2,"sites":{}}', 'newer'],
    [' '.repeat(1_000_001), 'too-big'],
  ])('is none of ours: %.40s', (text, kind) => {
    expect(readTaughtFile(text)).toEqual({ kind });
  });
});

import { describe, expect, it } from 'vitest';
import { isOrigin, isTaughtField, originOf, type TaughtField } from './taught.ts';

const field: TaughtField = {
  name: 'size',
  kind: 'input',
  where: 'page',
  mark: { tag: 'input', attributes: [{ name: 'data-testid', value: 'size', match: 'is' }], up: 0 },
  words: { text: 'kiasi', offset: 1, own: true },
  place: { path: 'main:1/div:2/input:1', before: 1, behind: 0, layout: '' },
  lead: '',
  meanings: { pekee: 'isolated' },
  unit: '',
  overruled: [{ how: 'label', anchor: 'Size' }],
  taughtAt: '2026-11-21T09:00:00.000Z',
};

describe('a taught field from outside', () => {
  it('is one after a JSON round trip', () => {
    expect(isTaughtField(JSON.parse(JSON.stringify(field)))).toBe(true);
    expect(isTaughtField({ ...field, mark: null, words: null })).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', [field]],
    ['another name', { ...field, name: 'constructor' }],
    ['a member nobody knows', { ...field, script: 'x' }],
    ['a member missing', { ...field, place: undefined }],
    ['a selector for a tag', { ...field, mark: { ...field.mark, tag: 'input:has(*)' } }],
    [
      'an attribute that leaves its brackets',
      { ...field, mark: { ...field.mark, attributes: [{ name: 'id"]', value: 'x', match: 'is' }] } },
    ],
    ['a mark of no attribute', { ...field, mark: { ...field.mark, attributes: [] } }],
    ['a path that is a selector', { ...field, place: { ...field.place, path: 'div:has(input)' } }],
    ['a text without end', { ...field, lead: 'x'.repeat(1_000) }],
    ['an offset far away', { ...field, words: { text: 'x', offset: 10_000, own: false } }],
    ['an offset in parts', { ...field, words: { text: 'x', offset: 0.5, own: false } }],
    ['a meaning nobody knows', { ...field, meanings: { pekee: 'free' } }],
    ['another taught field as overruled', { ...field, overruled: [{ how: 'taught', anchor: 'x' }] }],
    ['no time', { ...field, taughtAt: 'yesterday' }],
  ])('is none: %s', (_, value) => {
    expect(isTaughtField(value)).toBe(false);
  });

  it('never throws', () => {
    for (const value of [undefined, 0, '', {}, { mark: 1 }, { ...field, meanings: [] }]) {
      expect(isTaughtField(value)).toBe(false);
    }
  });
});

describe('the origin of a site', () => {
  it('is scheme, host and port', () => {
    expect(originOf('https://Perps.Example.org:8443/trade?x=1#y')).toBe('https://perps.example.org:8443');
    expect(originOf('http://127.0.0.1/')).toBe('http://127.0.0.1');
    expect(originOf('chrome-extension://abc/page.html')).toBeUndefined();
    expect(originOf('')).toBeUndefined();
  });

  it('is no key of a prototype, and no address with a path', () => {
    for (const key of ['__proto__', 'constructor', 'https://a.example/x', 'ftp://a.example', 'https://']) {
      expect(isOrigin(key), key).toBe(false);
    }
    expect(isOrigin('https://a.example')).toBe(true);
    expect(isOrigin('http://127.0.0.1:5173')).toBe(true);
  });
});

import type { TaughtField, TaughtName, TaughtSites } from '../../../src/domain/taught.ts';

/** A taught field that a page of this shape would give. */
export function taughtField(name: TaughtName, words: string, change: Partial<TaughtField> = {}): TaughtField {
  return {
    name,
    kind: 'text',
    where: 'ticket',
    mark: null,
    words: { text: words, offset: 1, own: true },
    place: { path: 'div:1/span:2', before: 0, behind: 2, layout: '' },
    lead: '',
    meanings: {},
    unit: '',
    overruled: [],
    taughtAt: '2026-11-21T09:00:00.000Z',
    ...change,
  };
}

export const taughtSites: TaughtSites = {
  'https://www.binance.com': [
    taughtField('marginMode', 'margin mode', { meanings: { pekee: 'isolated' } }),
    taughtField('available', 'avbl'),
  ],
  'https://perps.example.org': [taughtField('size', 'kiasi', { kind: 'input' })],
};

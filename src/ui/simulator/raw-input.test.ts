import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberAt, pathOf, pathText, type RawInput, symbolsOf, withMember } from './raw-input.ts';

const raw: RawInput = {
  contract: 1,
  account: { positions: [{ symbol: 'A.B[0]', size: '1' }, { symbol: 'ETH' }] },
  instruments: { 'A.B[0]': { kind: 'linear' }, A: { B: 'no' } },
  order: { symbol: 'ETH' },
  note: 'mine',
};

describe('the raw input', () => {
  it('reads and changes a member without touching the rest', () => {
    const path = ['account', 'positions', 0, 'size'];
    expect(memberAt(raw, path)).toBe('1');
    const changed = withMember(raw, path, '2');
    expect(memberAt(changed, path)).toBe('2');
    expect(memberAt(raw, path)).toBe('1');
    expect(changed.instruments).toBe(raw.instruments);
    expect(Object.keys(changed)).toEqual(Object.keys(raw));
  });

  it('takes members and positions out, and makes the objects on the way', () => {
    expect(
      memberAt(withMember(raw, ['account', 'positions', 0], undefined), ['account', 'positions']),
    ).toEqual([{ symbol: 'ETH' }]);
    expect(withMember(raw, ['order'], undefined)).not.toHaveProperty('order');
    expect(memberAt(withMember(raw, ['assumptions', 'maxLoss'], '5'), ['assumptions'])).toEqual({
      maxLoss: '5',
    });
  });

  it('finds the member a complaint names, even under a symbol with dots and brackets', () => {
    for (const path of [
      ['instruments', 'A.B[0]', 'kind'],
      ['account', 'positions', 1, 'symbol'],
      ['instruments', 'A', 'B'],
      ['order', 'price'],
    ]) {
      expect(pathOf(pathText(path), raw)).toEqual(path);
    }
  });

  it('names each symbol once, the order first', () => {
    expect(symbolsOf(raw)).toEqual(['ETH', 'A.B[0]']);
    expect(symbolsOf({ account: { positions: [null, 7, { symbol: 3 }] } })).toEqual([]);
  });

  it('never loses a member it was not told about, whatever JSON it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (members, name) => {
        const changed = withMember(members, ['order', 'price'], '1');
        for (const [key, value] of Object.entries(members))
          if (key !== 'order') expect(changed[key]).toBe(value);
        const without = withMember(members, [name], undefined);
        expect(Object.keys(without)).toEqual(Object.keys(members).filter((key) => key !== name));
      }),
    );
  });
});

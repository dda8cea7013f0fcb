import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionOf } from './caption.ts';
import { normaliseLabel } from './normalise-label.ts';

describe('normaliseLabel', () => {
  it.each([
    ['Reduce-Only', 'reduce only'],
    ['  Liq. Price ', 'liq price'],
    ['Avbl:', 'avbl'],
    ['可用：', '可用'],
    ['ＰＲＩＣＥ', 'price'],
    ['KALDIRAÇ', 'kaldiraç'],
    ['Kaldıraç', 'kaldiraç'],
    ['İzole', 'izole'],
    ['Order size≈', 'order size'],
    ['Buy / Long', 'buy/long'],
    ['TP/SL *', 'tp/sl'],
    ['\u200fالسعر', 'السعر'],
  ])('%j is %j', (text, normal) => {
    expect(normaliseLabel(text)).toBe(normal);
  });

  it('leaves a normal form as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const once = normaliseLabel(normaliseLabel(text));
        expect(normaliseLabel(once)).toBe(once);
      }),
    );
  });
});

describe('captionOf', () => {
  it.each([
    ['Size', 'size', '', ''],
    ['Amount (Contracts)', 'size', 'Contracts', ''],
    ['Price（USDT）', 'price', 'USDT', ''],
    ['Leverage (10)', 'leverage', '', '10'],
    ['Leverage 10x', 'leverage', '', '10x'],
    ['Available: 1,204.55 USDT', 'available', '', '1,204.55 USDT'],
    ['Available-- USDT', 'available', '', '-- USDT'],
    ['Avbl (USDT): 12', 'available', 'USDT', '12'],
    ['Cross 20x', 'cross', '', '20x'],
    ['Positions(2)', 'positions', '', '2'],
    ['Positions (2)', 'positions', '', '2'],
    ['Mark $64,151.1', 'markPrice', '', '$64,151.1'],
  ])('%j', (text, meaning, unit, tail) => {
    const caption = captionOf(text);
    expect(caption?.meanings).toContain(meaning);
    expect([caption?.unit, caption?.tail]).toEqual([unit, tail]);
  });

  it.each([
    '',
    '10x',
    '64,151.1',
    'Cross margin shares your balance',
    'Max leverage: 100x',
    'Available soon',
  ])('%j is none', (text) => {
    expect(captionOf(text)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => void captionOf(text)));
  });
});

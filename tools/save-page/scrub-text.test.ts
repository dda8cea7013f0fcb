import { describe, expect, it } from 'vitest';
import { scrubber } from './scrub-text.ts';

/** Always the digit 7, so that the result can be written by hand. */
const sevens = () => 0.7;
const known = new Set(['available', 'usdt', 'cross', 'unit', 'amount', 'order']);
const knows = (word: string) => known.has(word.toLowerCase());
const every = () => true;
const make = (keeps: readonly string[] = []) => scrubber(sevens, keeps, knows);

describe('scrubbing a text', () => {
  it.each([
    ['1,204.55 USDT', '7,777.77 USDT'],
    ['0.004', '0.007'],
    ['0.00', '0.00'],
    ['--', '--'],
    ['1 204,55', '7 777,77'],
    ['١٬٢٠٤', '٧٬٧٧٧'],
    ['１２３', '７７７'],
    ['99887766x', '77777777x'],
    ['9988x', '7777x'],
    ['123456.78 %', '777777.77 %'],
    ['JANE77x', 'JANE77x'],
    ['77xjane', '77xjane'],
    ['id-99886', 'id-77777'],
  ])('keeps the form of %s', (text, scrubbed) => {
    expect(make().text(text, every)).toBe(scrubbed);
  });

  it.each(['20x', '10.5 %', 'Cross 20X', 'Cross (12)'])('leaves leverage, shares and counts: %s', (text) => {
    expect(make().text(text, every)).toBe(text);
  });

  it('gives the same figure the same digits, however it is grouped', () => {
    let next = 0;
    const one = scrubber(() => (next++ % 9) / 9, [], every);
    const first = one.text('1,204.55', every);
    expect(one.text('1204.55', every)).toBe(first.replace(',', ''));
    expect(one.text('1204.56', every)).not.toBe(first.replace(',', ''));
  });

  it('gives a digit that stands alone another one each time, so that split figures show no pattern', () => {
    let next = 0;
    const one = scrubber(() => (next++ % 9) / 9, [], every);
    expect([1, 2, 3].map(() => one.text('4', every))).toEqual(['1', '2', '3']);
  });

  it('takes out emails, addresses and long ids, the same for the same', () => {
    const one = make();
    expect(one.text('jane@mail.example', every)).toBe('id-1');
    expect(one.text('0x12ab…34cd and jane@mail.example', every)).toBe('id-2 and id-1');
    expect(one.text('uid 5b1f0c9e8d7a6b5c4d3e', every)).toBe('uid id-3');
    expect(one.name('7d9e1c22-03fa-4b1c-9a55-0123456789ab')).toBe('id-4');
  });

  it.each([
    ['Jane Doe', 'xxxx xxx'],
    ['JANEDOE77', 'XXXXXXX77'],
    ['Available 5 USDT', 'Available 7 USDT'],
    ['Müller', 'xxxxxx'],
    ['Ⓙⓐⓝⓔ 🦄 ②', '□□□□ □ □'],
    ['4h 21m', '7h 77m'],
    ['2.37B', '7.77B'],
  ])('crosses out what no order screen has: %s', (text, scrubbed) => {
    expect(make().text(text, knows)).toBe(scrubbed);
  });

  it('leaves what was asked for as it is', () => {
    expect(make(['1000BONKUSDT', '71,441.7']).text('1000BONKUSDT at 71,441.7 of 98', every)).toBe(
      '1000BONKUSDT at 71,441.7 of 77',
    );
  });

  it('leaves it where it stands by itself only', () => {
    const one = make(['S', '441.7']);
    expect(one.text('Sanders S', knows)).toBe('xxxxxxx S');
    expect(one.text('1,441.75', knows)).toBe('7,777.77');
  });
});

describe('scrubbing an id or a class', () => {
  it.each([
    ['unitAmount-225', 'unitAmount-225'],
    ['order-20260912345', 'order-77777777777'],
    ['order-48213', 'order-77777'],
    ['order-18.734', 'order-77.777'],
    ['handle_tabs__m1N2o', 'handle_tabs__id-1'],
    ['LeverageEdit_leverageText__v7W8x', 'LeverageEdit_leverageText__id-1'],
    ['p7 amount2', 'p7 amount2'],
  ])('leaves short numbers and changes others: %s', (value, scrubbed) => {
    expect(make().name(value)).toBe(scrubbed);
  });

  it('puts a name in place of letters mixed with digits, the same for the same', () => {
    const one = make();
    expect(one.name('css-1a2b3c jane77')).toBe('css-id-1 id-2');
    expect(one.name('jane77')).toBe('id-2');
  });
});

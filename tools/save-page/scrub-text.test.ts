import { describe, expect, it } from 'vitest';
import { scrubber } from './scrub-text.ts';

/** Always the digit 7, so that the result can be written by hand. */
const sevens = () => 0.7;
const known = new Set(['available', 'usdt', 'cross']);
const make = (keeps: readonly string[] = []) =>
  scrubber(sevens, keeps, (word) => known.has(word.toLowerCase()));

describe('scrubbing a text', () => {
  it.each([
    ['1,204.55 USDT', '7,777.77 USDT'],
    ['0.004', '0.007'],
    ['0.00', '0.00'],
    ['--', '--'],
    ['1 204,55', '7 777,77'],
    ['١٬٢٠٤', '٧٬٧٧٧'],
    ['１２３', '７７７'],
  ])('keeps the form of %s', (text, scrubbed) => {
    expect(make().text(text, true)).toBe(scrubbed);
  });

  it.each(['20x', '10.5 %', 'Cross 20X', 'Cross (12)'])('leaves leverage, shares and counts: %s', (text) => {
    expect(make().text(text, true)).toBe(text);
  });

  it('gives the same figure the same digits, however it is grouped', () => {
    let next = 0;
    const one = scrubber(
      () => (next++ % 9) / 9,
      [],
      () => true,
    );
    const first = one.text('1,204.55', true);
    expect(one.text('1204.55', true)).toBe(first.replace(',', ''));
    expect(one.text('1204.56', true)).not.toBe(first.replace(',', ''));
  });

  it('takes out emails, addresses and long ids, the same for the same', () => {
    const one = make();
    expect(one.text('jane@mail.example', true)).toBe('id-1');
    expect(one.text('0x12ab…34cd and jane@mail.example', true)).toBe('id-2 and id-1');
    expect(one.text('uid 5b1f0c9e8d7a6b5c4d3e', true)).toBe('uid id-3');
    expect(one.attribute('7d9e1c22-03fa-4b1c-9a55-0123456789ab')).toBe('id-4');
  });

  it('crosses out words that no order screen has', () => {
    expect(make().text('Jane Doe', false)).toBe('xxxx xxx');
    expect(make().text('Available 5 USDT', false)).toBe('Available 7 USDT');
    expect(make().text('Müller', false)).toBe('xxxxxx');
  });

  it('leaves what was asked for as it is', () => {
    expect(make(['1000BONKUSDT', '71,441.7']).text('1000BONKUSDT at 71,441.7 of 9', true)).toBe(
      '1000BONKUSDT at 71,441.7 of 7',
    );
  });

  it('leaves the short numbers of ids and changes the long ones', () => {
    expect(make().attribute('unitAmount-225')).toBe('unitAmount-225');
    expect(make().attribute('order-20260912345')).toBe('order-77777777777');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDecimal, decimal } from '../../domain/decimal-string.ts';
import { numberForTyping, typedNumber } from './typed-number.ts';

const locales = ['en-US', 'de-DE', 'fr-FR', 'de-CH', 'pt-BR', 'hi-IN', 'ar-EG', 'ja-JP', 'es-ES', 'pl-PL'];

describe('a number typed by a person', () => {
  it.each([
    ['150', 'en-US', '150'],
    [' 1 500.50 ', 'en-US', '1500.5'],
    ['1,500.50', 'en-US', '1500.5'],
    ['1.500,50', 'de-DE', '1500.5'],
    ['1.500', 'de-DE', '1500'],
    ['1,500', 'en-US', '1500'],
    ['0.5', 'de-DE', '0.5'],
    ['0,5', 'de-DE', '0.5'],
    ['0,5', 'en-US', '0.5'],
    ['0.500', 'de-DE', '0.5'],
    ['.5', 'en-US', '0.5'],
    ['-0.01', 'en-US', '-0.01'],
    ['−0,01', 'fr-FR', '-0.01'],
    ['1\u202f234,5', 'fr-FR', '1234.5'],
    ['1’234.5', 'de-CH', '1234.5'],
    ['5 %', 'en-US', '5', '%'],
    ['10x', 'en-US', '10', 'x'],
  ])('%j in %s is %s', (text, locale, value, unit = '') => {
    expect(typedNumber(text, locale, unit)).toBe(value);
  });

  it.each([
    ['', 'en-US'],
    ['ten', 'en-US'],
    ['1e3', 'en-US'],
    ['0x10', 'en-US'],
    ['1.2.3', 'en-US'],
    ['1,50,000.5.5', 'en-US'],
    ['1,23,4', 'en-US'],
    ['12-3', 'en-US'],
    ['5 %', 'en-US'],
    ['Infinity', 'en-US'],
    ['9'.repeat(60), 'en-US'],
  ])('%j is not one', (text, locale) => {
    expect(typedNumber(text, locale)).toBeUndefined();
  });

  it('reads back what it put into the field, in every locale', () => {
    const decimals = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat({ max: 999_999 }))
      .map(([minus, whole, part]) =>
        canonicalDecimal(decimal(`${minus ? '-' : ''}${whole}.${String(part).padStart(6, '0')}`)),
      );
    fc.assert(
      fc.property(decimals, fc.constantFrom(...locales), (value, locale) => {
        expect(typedNumber(numberForTyping(value, locale), locale)).toBe(value);
      }),
    );
  });

  it('never throws and never invents a number', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...locales), (text, locale) => {
        const value = typedNumber(text, locale);
        expect(value === undefined || /\d/.test(text)).toBe(true);
      }),
    );
  });
});

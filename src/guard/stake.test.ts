import { describe, expect, it } from 'vitest';
import catalogue from '../../_locales/en/messages.json';
import { decimal } from '../domain/decimal-string.ts';
import { translatorFrom } from '../messages/translator-from.ts';
import { wordingFor } from '../ui/kit/wording.ts';
import { isStakeTyped, stakeText } from './stake.ts';

function wording(locale: string, currency = 'USDT') {
  return wordingFor(translatorFrom(catalogue), locale, currency);
}

const typed = (text: string, amount: string, locale: string, currency?: string) =>
  isStakeTyped(text, decimal(amount), wording(locale, currency));

describe('typing the amount at stake', () => {
  it.each([
    ['2000', 'en-US'],
    ['2,000', 'en-US'],
    ['$2,000', 'en-US'],
    [' 2000.00 ', 'en-US'],
    ['2.000', 'de-DE'],
    ['2000', 'de-DE'],
    ['2 000', 'fr-FR'],
    ['2,000', 'hi-IN'],
  ])('takes %j in %s for 2,000', (text, locale) => {
    expect(typed(text, '2000', locale)).toBe(true);
  });

  it.each([
    ['2', 'en-US'],
    ['2.000', 'en-US'],
    ['2,000', 'de-DE'],
    ['20,00', 'en-US'],
    ['1999.99', 'en-US'],
    ['2001', 'en-US'],
    ['-2000', 'en-US'],
    ['', 'en-US'],
    ['yes', 'en-US'],
    ['2e3', 'en-US'],
  ])('does not take %j in %s', (text, locale) => {
    expect(typed(text, '2000', locale)).toBe(false);
  });

  it('asks for the amount as it is shown, rounded up', () => {
    expect(stakeText(decimal('1983.931'), wording('en-US'))).toBe('1,983.94');
    expect(typed('1983.94', '1983.931', 'en-US')).toBe(true);
    expect(typed('1983.93', '1983.931', 'en-US')).toBe(false);
    expect(typed('1983,94', '1983.931', 'de-DE')).toBe(true);
  });

  it('asks for large amounts in groups of the locale and in its own digits', () => {
    expect(typed('1,23,456', '123456', 'hi-IN')).toBe(true);
    expect(typed('123456', '123456', 'hi-IN')).toBe(true);
    expect(typed(stakeText(decimal('1983.931'), wording('ar-EG')), '1983.931', 'ar-EG')).toBe(true);
  });

  it('asks for coins to eight digits', () => {
    expect(typed('0.12345679', '0.123456781', 'en-US', 'BTC')).toBe(true);
    expect(typed('0.1234567', '0.123456781', 'en-US', 'BTC')).toBe(false);
  });
});

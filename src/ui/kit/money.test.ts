import { describe, expect, it } from 'vitest';
import catalogue from '../../../_locales/en/messages.json';
import { decimal } from '../../domain/decimal-string.ts';
import { unknown } from '../../domain/known.ts';
import { translatorFrom } from '../../messages/translator-from.ts';
import { figureText } from './money.tsx';
import { unknownText } from './unknown-text.ts';
import { wordingFor } from './wording.ts';

const wording = wordingFor(translatorFrom(catalogue), 'en-US', 'USDT');

describe('figures on the screens', () => {
  it('shows no more digits of an estimate than it deserves, and never cuts the whole part', () => {
    const estimate = (value: string) => figureText(decimal(value), 'estimate', wording);
    expect(estimate('40160.6425')).toBe('40,161');
    expect(estimate('1234.567')).toBe('1,234.6');
    expect(estimate('0.000012345678')).toBe('0.000012346');
    expect(estimate('0.5')).toBe('0.5');
    expect(estimate('12345678.9')).toBe('12,345,679');
    expect(estimate('0')).toBe('0');
  });

  it('keeps every digit of a price', () => {
    expect(figureText(decimal('60000.25'), 'price', wording)).toBe('60,000.25');
  });

  it('writes a fall and a rise with their signs', () => {
    expect(figureText(decimal('0.0954'), 'percent-down', wording)).toBe('−9.5%');
    expect(figureText(decimal('0.0954'), 'percent-up', wording)).toBe('+9.5%');
  });

  it('says "at least" of a lower bound and a dash of an unknown', () => {
    expect(figureText(decimal('2000'), 'loss', wording, true)).toBe('at least $2,000');
    expect(figureText(unknown('missing-input', 'crossBalance'), 'loss', wording)).toBe('–');
  });

  it('names what is missing in the words of the ticket, each once', () => {
    const missing = unknown('missing-input', 'crossBalance', [
      'crossBalance',
      'walletBalance',
      'instruments.BTCUSDT.tiers',
    ]);
    expect(unknownText(missing, wording)).toBe('needs wallet balance, margin brackets');
  });
});

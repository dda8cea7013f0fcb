import { describe, expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import { figureFormat } from './figures.ts';

describe('figures for people', () => {
  const us = figureFormat('en-US', 'USDT');

  it('rounds losses up and room down, to the cent', () => {
    expect(us.loss(decimal('150.821'))).toBe('$150.83');
    expect(us.room(decimal('150.829'))).toBe('$150.82');
    expect(us.loss(decimal('0.0001'))).toBe('$0.01');
    expect(us.room(decimal('0.009'))).toBe('$0');
  });

  it('drops the cents of a whole amount and keeps every digit of a long one', () => {
    expect(us.loss(decimal('2000.00'))).toBe('$2,000');
    expect(us.loss(decimal('123456789012345678901.01'))).toBe('$123,456,789,012,345,678,901.01');
  });

  it('writes a coin with its name and up to eight digits', () => {
    expect(figureFormat('en-US', 'BTC').loss(decimal('0.123456781'))).toBe('0.12345679 BTC');
  });

  it('follows the locale', () => {
    expect(figureFormat('de-DE', 'USDC').loss(decimal('1234.5'))).toBe('1.234,50\u00a0$');
    expect(figureFormat('de-DE', 'USDC').percent(decimal('0.0954'))).toBe('9,5\u00a0%');
  });

  it('never shows a multiple as more than it is', () => {
    expect(us.times(decimal('6.67'))).toBe('6.6');
    expect(us.times(decimal('2.99'))).toBe('2.9');
  });
});

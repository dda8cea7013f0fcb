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

  it('keeps the digits that count of a price below a dollar', () => {
    expect(us.estimate(decimal('40161.239'))).toBe('40,161.24');
    expect(us.estimate(decimal('0.064712345'))).toBe('0.064712');
    expect(us.estimate(decimal('0.000011648191'))).toBe('0.000011648');
    expect(us.price(decimal('0.0000000432154'))).toBe('0.000000043215');
    expect(us.price(decimal('60000.12'))).toBe('60,000.12');
  });

  it('never shows a way that is left as longer than it is', () => {
    expect(us.distance(decimal('0.0796'))).toBe('7.9%');
    expect(us.distance(decimal('0.00038'))).toBe('0.03%');
    expect(us.distance(decimal('0'))).toBe('0%');
  });

  it('has no nothing below nothing', () => {
    expect(us.loss(decimal('-0.00001'))).toBe('$0');
    expect(us.loss(decimal('-0.5'))).toBe('-$0.50');
    expect(figureFormat('en-US', 'BTC').loss(decimal('-0.000000001'))).toBe('0 BTC');
    expect(us.percent(decimal('-0.00001'))).toBe('0%');
    expect(us.price(decimal('-0.00001'), 2)).toBe('0');
  });

  it('never shows a multiple as more than it is', () => {
    expect(us.times(decimal('6.67'))).toBe('6.6');
    expect(us.times(decimal('2.99'))).toBe('2.9');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  type DecimalString,
  decimal,
  divideDecimals,
  isDecimalString,
  multiplyDecimals,
  subtractDecimals,
} from './decimal-string.ts';

const d = decimal;
const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([units, places]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
    const cut = digits.length - places;
    const text = `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ''}`;
    return d(text);
  });

describe('decimal strings', () => {
  it.each(['1', '-1', '0', '0.10', '007.5', '123456789012345678901234567890.123'])('accepts %s', (text) => {
    expect(isDecimalString(text)).toBe(true);
  });

  it.each(['', '.5', '1.', '1e5', '+1', '1,000', ' 1', '١', 'NaN', '--', '1.2.3', '1\n'])(
    'refuses %j',
    (text) => {
      expect(isDecimalString(text)).toBe(false);
    },
  );

  it('adds and subtracts across different places without a float seam', () => {
    expect(addDecimals(d('0.1'), d('0.2'))).toBe('0.3');
    expect(subtractDecimals(d('1000'), d('0.000001'))).toBe('999.999999');
    expect(subtractDecimals(d('0.3'), d('0.3'))).toBe('0');
  });

  it('multiplies exactly', () => {
    expect(multiplyDecimals(d('0.05'), d('200'))).toBe('10');
    expect(multiplyDecimals(d('-1.5'), d('1.5'))).toBe('-2.25');
  });

  it('divides toward zero and knows no division by zero', () => {
    expect(divideDecimals(d('2'), d('3'), 4)).toBe('0.6666');
    expect(divideDecimals(d('-2'), d('3'), 4)).toBe('-0.6666');
    expect(divideDecimals(d('1'), d('0.000'), 4)).toBeUndefined();
  });

  it('spells one number one way', () => {
    expect(canonicalDecimal(d('010.50'))).toBe('10.5');
    expect(canonicalDecimal(d('-0.00'))).toBe('0');
  });

  it('holds the laws of arithmetic for any two numbers', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(addDecimals(a, b)).toBe(addDecimals(b, a));
        expect(compareDecimals(subtractDecimals(addDecimals(a, b), b), a)).toBe(0);
        expect(Math.sign(compareDecimals(a, b))).toBe(-Math.sign(compareDecimals(b, a)) || 0);
        const quotient = divideDecimals(multiplyDecimals(a, b), b, 0);
        if (quotient !== undefined) {
          const whole = divideDecimals(a, '1' as DecimalString, 0);
          expect(quotient).toBe(whole);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

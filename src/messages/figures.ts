import type { DecimalString } from '../domain/decimal-string.ts';

/**
 * How figures are spelled for people: the locale's marks, the currency's sign, losses rounded up and room rounded down.
 * Decimal strings go in as they are; nothing passes through a float.
 */
export interface FigureFormat {
  /** An amount that can be lost or is needed: rounded up. */
  loss(amount: DecimalString): string;
  /** An amount that is left or free: rounded down. */
  room(amount: DecimalString): string;
  /** A price with up to `places` digits after the point (8 unless said), never more than it has. */
  price(price: DecimalString, places?: number): string;
  /** A fraction as a percentage with one digit: `0.0954` is `9.5 %` in the locale's form. */
  percent(fraction: DecimalString): string;
  /** A multiple with one digit: `6.67` is `6.6`; rounded down, so that no threshold looks passed that was not. */
  times(ratio: DecimalString): string;
}

/** Currencies that stand for a dollar and are written with its sign. */
const dollars = new Set(['USD', 'USDT', 'USDC', 'FDUSD', 'BUSD', 'DAI', 'USDE', 'USD1']);

type Digits = Intl.StringNumericLiteral;

/** @param currency settle currency as the venue names it; `''` when unknown, then amounts stand without a unit. */
export function figureFormat(locale: string, currency: string): FigureFormat {
  const isDollar = dollars.has(currency.toUpperCase());
  const money = (roundingMode: 'ceil' | 'floor') =>
    isDollar
      ? new Intl.NumberFormat(locale, {
          style: 'currency',
          currency: 'USD',
          currencyDisplay: 'narrowSymbol',
          trailingZeroDisplay: 'stripIfInteger',
          roundingMode,
        })
      : new Intl.NumberFormat(locale, { maximumFractionDigits: 8, roundingMode });
  const up = money('ceil');
  const down = money('floor');
  const suffix = isDollar || currency === '' ? '' : ` ${currency}`;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const times = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, roundingMode: 'floor' });
  return {
    loss: (amount) => up.format(amount as Digits) + suffix,
    room: (amount) => down.format(amount as Digits) + suffix,
    price: (price, places = 8) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: places }).format(price as Digits),
    percent: (fraction) => percent.format(fraction as Digits),
    times: (ratio) => times.format(ratio as Digits),
  };
}

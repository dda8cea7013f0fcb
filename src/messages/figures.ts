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

/** Building a formatter costs more than using it a thousand times; they are immutable, so they are kept. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const kept = formatters.get(key);
  if (kept !== undefined) return kept;
  const built = new Intl.NumberFormat(locale, options);
  formatters.set(key, built);
  return built;
}

/** @param currency settle currency as the venue names it; `''` when unknown, then amounts stand without a unit. */
export function figureFormat(locale: string, currency: string): FigureFormat {
  const isDollar = dollars.has(currency.toUpperCase());
  const money = (roundingMode: 'ceil' | 'floor'): Intl.NumberFormatOptions =>
    isDollar
      ? {
          style: 'currency',
          currency: 'USD',
          currencyDisplay: 'narrowSymbol',
          trailingZeroDisplay: 'stripIfInteger',
          roundingMode,
        }
      : { maximumFractionDigits: 8, roundingMode };
  const write = (value: DecimalString, options: Intl.NumberFormatOptions) =>
    formatter(locale, options).format(value as Digits);
  const suffix = isDollar || currency === '' ? '' : ` ${currency}`;
  return {
    loss: (amount) => write(amount, money('ceil')) + suffix,
    room: (amount) => write(amount, money('floor')) + suffix,
    price: (price, places = 8) => write(price, { maximumFractionDigits: places }),
    percent: (fraction) => write(fraction, { style: 'percent', maximumFractionDigits: 1 }),
    times: (ratio) => write(ratio, { maximumFractionDigits: 1, roundingMode: 'floor' }),
  };
}

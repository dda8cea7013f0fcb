import { compareDecimals, type DecimalString, decimal } from '../domain/decimal-string.ts';

/**
 * How figures are spelled for people: the locale's marks, the currency's sign, losses rounded up and room rounded down.
 * Decimal strings go in as they are; nothing passes through a float.
 */
export interface FigureFormat {
  /** An amount that can be lost or is needed: rounded up. */
  loss(amount: DecimalString): string;
  /** An amount that is left or free: rounded down. */
  room(amount: DecimalString): string;
  /** A price with up to `places` digits after the point, never more than it has; unless said 8, or five that count. */
  price(price: DecimalString, places?: number): string;
  /** A price that is an estimate: cents, and below ten five digits that count, so that a small one is not cut to 0. */
  estimate(price: DecimalString): string;
  /** A fraction as a percentage with one digit: `0.0954` is `9.5 %` in the locale's form. */
  percent(fraction: DecimalString): string;
  /** The same of a way that is left, so rounded down: `0.0796` is `7.9 %`. Below 0.1 % one digit that counts. */
  distance(fraction: DecimalString): string;
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

/** Digits after the point that leave five significant ones; none when the whole part alone has them. */
export function significantPlaces(value: DecimalString): number {
  const [, whole = '', leadingZeros = ''] = /^-?0*(\d*?)(?:\.(0*)\d*)?$/.exec(value) ?? [];
  return whole === '' ? Math.min(20, leadingZeros.length + 5) : Math.max(0, 5 - whole.length);
}

const tenthOfPercent = decimal('0.001');

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
    formatter(locale, { signDisplay: 'negative', ...options }).format(value as Digits);
  const suffix = isDollar || currency === '' ? '' : ` ${currency}`;
  return {
    loss: (amount) => write(amount, money('ceil')) + suffix,
    room: (amount) => write(amount, money('floor')) + suffix,
    price: (price, places = Math.max(8, significantPlaces(price))) =>
      write(price, { maximumFractionDigits: places }),
    estimate: (price) => {
      const places = significantPlaces(price);
      return write(price, { maximumFractionDigits: places < 4 ? 2 : places });
    },
    percent: (fraction) => write(fraction, { style: 'percent', maximumFractionDigits: 1 }),
    distance: (fraction) =>
      write(fraction, {
        style: 'percent',
        roundingMode: 'floor',
        ...(compareDecimals(fraction, tenthOfPercent) < 0
          ? { maximumSignificantDigits: 1 }
          : { maximumFractionDigits: 1 }),
      }),
    times: (ratio) => write(ratio, { maximumFractionDigits: 1, roundingMode: 'floor' }),
  };
}

import type { SizeRate } from '../../domain/instrument.ts';
import { type Decimal, parse } from '../decimal.ts';

/** Deribit's maintenance rate, base + perUnit x size in coins, before the size is known. */
export interface SizeRule {
  readonly kind: 'size-linear';
  readonly base: Decimal;
  /** Fraction for each coin. */
  readonly perUnit: Decimal;
}

/** Maintenance margin = value x (base + perUnit x value), both in the coin: an inverse contract is worth its size. */
export interface QuadraticCurve {
  readonly kind: 'quadratic';
  readonly base: Decimal;
  readonly perUnit: Decimal;
}

export function sizeRule({ base, perUnit }: SizeRate): SizeRule {
  return { kind: 'size-linear', base: parse(base), perUnit: parse(perUnit) };
}

import { compareDecimals, type DecimalString } from '../domain/decimal-string.ts';
import type { BandLevel, Bands } from './rule.ts';

export interface BandMet {
  readonly level: BandLevel;
  readonly threshold: DecimalString;
}

const worstFirst: readonly BandLevel[] = ['danger', 'warning', 'notice'];

/**
 * The worst band the value has reached; `undefined` below the first. A band includes its own start value and has no
 * end, so a value past every band is in the worst one.
 */
export function bandOf(value: DecimalString, bands: Bands, worse: 'higher' | 'lower'): BandMet | undefined {
  for (const level of worstFirst) {
    const threshold = bands[level];
    if (threshold === undefined) continue;
    const order = compareDecimals(value, threshold);
    if (worse === 'higher' ? order >= 0 : order <= 0) return { level, threshold };
  }
  return undefined;
}

/** One step milder; below a notice there is nothing. */
export function milder(level: BandLevel): BandLevel | undefined {
  return level === 'danger' ? 'warning' : level === 'warning' ? 'notice' : undefined;
}

import { compareDecimals, decimal } from '../domain/decimal-string.ts';
import type { Liquidation } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';

const zero = decimal('0');

/** Liquidated at the present mark already: its price is then where it would live again, which is no price to name. */
export function isDue(liquidation: Extract<Liquidation, { kind: 'price' }>): boolean {
  return !isUnknown(liquidation.distance) && compareDecimals(liquidation.distance, zero) === 0;
}

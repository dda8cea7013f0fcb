import type { ContractKind } from '../../domain/instrument.ts';
import type { Decimal } from '../decimal.ts';

/**
 * Average entry price after adding to a position on the same side.
 *
 * linear: (q1 p1 + q2 p2) / (q1 + q2); inverse, where the coin value adds up: (q1 + q2) / (q1 / p1 + q2 / p2).
 * @example averageEntry('linear', 0.1, 60000, 0.3, 64000) = 63000
 * @example averageEntry('inverse', 100, 50000, 100, 25000) = 33333.33333333333333333333333333333333333
 */
export function averageEntry(
  kind: ContractKind,
  size: Decimal,
  entry: Decimal,
  addedSize: Decimal,
  addedPrice: Decimal,
): Decimal {
  const size2 = size.plus(addedSize);
  return kind === 'linear'
    ? size.times(entry).plus(addedSize.times(addedPrice)).div(size2)
    : size2.div(size.div(entry).plus(addedSize.div(addedPrice)));
}

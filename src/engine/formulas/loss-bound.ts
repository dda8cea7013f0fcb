import type { Side } from '../../domain/account.ts';
import type { ContractKind } from '../../domain/instrument.ts';
import type { Decimal } from '../decimal.ts';
import { notional } from './notional.ts';

/**
 * The most a position can lose because a price cannot pass 0 or infinity, in the settle currency; `null` is unbounded.
 *
 * A linear long loses its notional when the coin goes to zero, an inverse short its coin value when the price runs away.
 * @example lossBound('linear', 'long', 0.1, 60000) = 6000
 * @example lossBound('inverse', 'short', 60000, 30000) = 2
 * @example lossBound('linear', 'short', 0.1, 60000) = null
 * @example lossBound('inverse', 'long', 60000, 30000) = null
 */
export function lossBound(kind: ContractKind, side: Side, size: Decimal, entry: Decimal): Decimal | null {
  const bounded = kind === 'linear' ? side === 'long' : side === 'short';
  return bounded ? notional(kind, size, entry) : null;
}

import type { Side } from '../../domain/account.ts';
import type { OrderExposure } from '../../domain/exposure.ts';

/**
 * The side of what is open on the order's symbol once it is filled: an order that only takes away from a position leaves
 * one of the other side, and it is that one which is liquidated by a fall or a rise.
 */
export function positionSide({ positions, symbol, side }: OrderExposure): Side {
  const after = positions.filter((position) => position.symbol === symbol);
  return after.length === 1 ? (after[0]?.side ?? side) : side;
}

import type { Position } from './account.ts';
import { compareDecimals, decimal } from './decimal-string.ts';
import type { Order } from './order.ts';
import type { PositionRow } from './ticket-reading.ts';

/**
 * Whether an order adds to a position of its own side that stands in loss: by the page's own figure where it prints one,
 * else by entry against mark. `undefined`: there is such a position, and nothing says how it stands.
 */
export function addsToLoser(
  order: Pick<Order, 'symbol' | 'side'>,
  positions: readonly (Position & Pick<PositionRow, 'unrealisedPnl'>)[],
): boolean | undefined {
  const own = positions.filter(({ symbol, side }) => symbol === order.symbol && side === order.side);
  const losing = own.map(isLosing);
  if (losing.includes(true)) return true;
  return losing.includes(undefined) ? undefined : false;
}

function isLosing(position: Position & Pick<PositionRow, 'unrealisedPnl'>): boolean | undefined {
  const { side, entryPrice, markPrice, unrealisedPnl } = position;
  if (unrealisedPnl !== undefined) return compareDecimals(unrealisedPnl, decimal('0')) < 0;
  if (entryPrice === undefined || markPrice === undefined) return undefined;
  const step = compareDecimals(markPrice, entryPrice);
  return side === 'long' ? step < 0 : step > 0;
}

import { compareDecimals, type DecimalString, decimal } from '../domain/decimal-string.ts';
import type { PressRecord } from '../domain/press-record.ts';
import type { VenueId } from '../domain/venue.ts';
import type { History } from '../rules/rule.ts';

/** How many sizes make a habit, and how long adding to a loss is counted. */
const sizesKept = 10;
const countedMs = 24 * 3_600_000;

/**
 * What the trader did before with one contract. Only orders that went out count: a press that was held and then let
 * through is a record of each.
 * @param presses oldest first
 */
export function habitsOf(
  presses: readonly PressRecord[],
  venue: VenueId,
  symbol: string | undefined,
  now: Date,
): History {
  const sent = presses.filter((press) => !press.held && press.venue === venue && press.symbol === symbol);
  const sizes = sent.map(({ size }) => size).filter((size): size is DecimalString => size !== null);
  const isRecent = ({ at }: PressRecord) => {
    const ago = now.getTime() - Date.parse(at);
    return ago >= 0 && ago < countedMs;
  };
  return {
    recentSizes: sizes
      .filter((size) => compareDecimals(size, decimal('0')) > 0)
      .slice(-sizesKept)
      .reverse(),
    timesAddedToLoser: sent.filter((press) => press.addsToLoser && isRecent(press)).length,
  };
}

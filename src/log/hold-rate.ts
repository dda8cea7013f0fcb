import type { HoldRate, HoldRates, PressRecord } from '../domain/press-record.ts';
import type { VenueId } from '../domain/venue.ts';

/** A held order that goes out within this time is the same confirm: the hold's pass lapses long before. */
const sameConfirmMs = 120_000;

/**
 * The share of confirms that were held, over all and by exchange. A press that was let through for an order that had
 * just been held (same exchange, symbol, side and size) is not a second confirm.
 * @param presses oldest first
 */
export function holdRates(presses: readonly PressRecord[]): HoldRates {
  const venues: Partial<Record<VenueId, HoldRate>> = {};
  let all: HoldRate = { presses: 0, held: 0 };
  const before: PressRecord[] = [];
  for (const press of presses) {
    if (!before.some((earlier) => wentOutAfter(earlier, press))) {
      all = counted(all, press);
      venues[press.venue] = counted(venues[press.venue] ?? { presses: 0, held: 0 }, press);
    }
    before.push(press);
  }
  return { all, venues };
}

function wentOutAfter(earlier: PressRecord, press: PressRecord): boolean {
  const pause = Date.parse(press.at) - Date.parse(earlier.at);
  return (
    earlier.held &&
    !press.held &&
    earlier.venue === press.venue &&
    earlier.symbol === press.symbol &&
    earlier.side === press.side &&
    earlier.size === press.size &&
    pause >= 0 &&
    pause <= sameConfirmMs
  );
}

function counted(rate: HoldRate, press: PressRecord): HoldRate {
  return { presses: rate.presses + 1, held: rate.held + (press.held ? 1 : 0) };
}

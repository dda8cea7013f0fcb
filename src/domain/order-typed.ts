import { isUnknown } from './known.ts';
import type { TicketReading } from './ticket-reading.ts';

/** Orders that are known to only reduce or close. Anything that cannot be shown to is treated as opening. */
export function isWayOut({ effect }: TicketReading): boolean {
  return !isUnknown(effect) && effect.value !== 'open';
}

/** A ticket without a size: nothing to judge yet. */
export function hasNoSize({ size }: TicketReading): boolean {
  if (isUnknown(size)) return size.why === 'missing-input';
  return isZero(size.value);
}

/** Of a decimal string as it may be typed: also `0.`, `.00` and nothing at all. */
export function isZero(value: string): boolean {
  return /^-?0*(?:\.0*)?$/.test(value);
}

import type { MarginMode } from '../domain/account.ts';
import type { Unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';

/** At which price a venue values initial margin in a mode: that of the order (later the entry), or the mark. */
export function initialMarginAt(rules: VenueRules, mode: MarginMode | Unknown): 'order' | 'mark' {
  return mode === 'cross' ? (rules.crossInitialMarginAt ?? rules.initialMarginAt) : rules.initialMarginAt;
}

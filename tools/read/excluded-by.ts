import type { VenueId } from '../../src/domain/venue.ts';
import { matchPage } from '../../src/reader/locate/match-page.ts';
import { recipes } from '../../src/venues/recipes.ts';

const blank = { querySelector: () => null };

/** The venue whose recipe says of this address that it holds no ticket. */
export function excludedBy(address: string): VenueId | undefined {
  const excludes = recipes.find((recipe) => matchPage(address, blank, [recipe]) === null);
  return excludes?.venue;
}

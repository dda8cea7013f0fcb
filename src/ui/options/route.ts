import { isVenueId, type VenueId } from '../../domain/venue.ts';

export type Route =
  | { readonly page: 'exchanges' | 'other' }
  /** `rule`: one of its rules is to be looked at. */
  | { readonly page: 'general'; readonly rule?: string }
  | { readonly page: 'venue'; readonly venue: VenueId };

/**
 * The place an address names: `#venue=binance`, `#general`, `#rule/no-stop-loss`, `#other`; anything else is the list of
 * exchanges.
 */
export function routeOf(hash: string): Route {
  const name = hash.replace(/^#/, '');
  if (name === 'general' || name === 'other') return { page: name };
  const rule = /^rule\/([a-z0-9-]+)$/.exec(name)?.[1];
  if (rule !== undefined) return { page: 'general', rule };
  const venue = /^venue=(.+)$/.exec(name)?.[1];
  return isVenueId(venue) ? { page: 'venue', venue } : { page: 'exchanges' };
}

export function hashOf(route: Route): string {
  return route.page === 'venue' ? `#venue=${route.venue}` : `#${route.page}`;
}

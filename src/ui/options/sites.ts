import { originPatternCovers, originPatternOf } from '../../domain/origin-pattern.ts';
import { type VenueId, venueIds } from '../../domain/venue.ts';
import { venueHosts } from '../../venues/hosts.ts';

/** Whether a host may be read right now, through a permission of its own or a wider one. */
export function isGranted(pattern: string, granted: readonly string[]): boolean {
  return granted.some((origin) => originPatternCovers(origin, pattern));
}

/** True when one of the exchange's hosts may be read. */
export function isGuarded(venue: VenueId, granted: readonly string[]): boolean {
  return venueHosts[venue].some((pattern) => isGranted(pattern, granted));
}

/** True when a site's origin belongs to one of the exchange's hosts. */
export function isSiteOf(venue: VenueId, origin: string): boolean {
  return venueHosts[venue].some((pattern) => originPatternCovers(pattern, `${origin}/`));
}

/** True when it belongs to no exchange with hosts of its own. */
export function isSiteOfNone(origin: string): boolean {
  return !venueIds.some((venue) => isSiteOf(venue, origin));
}

/** Granted patterns that are not the host of a known exchange, such as Orderly-powered sites. */
export function otherOrigins(granted: readonly string[]): readonly string[] {
  const known = new Set(venueIds.flatMap((id) => venueHosts[id]));
  return granted.filter((pattern) => !known.has(pattern));
}

/**
 * The pattern for a site typed by hand: an address or a bare host. Only https, or this machine itself: nothing else can
 * be granted. `undefined` when it is no web address.
 */
export function typedSite(text: string): string | undefined {
  const trimmed = text.trim();
  const address = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  const local = hostname === 'localhost' || hostname === '127.0.0.1';
  if (!local && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname)) return undefined;
  if (protocol !== 'https:' && !(protocol === 'http:' && local)) return undefined;
  return originPatternOf(`${local ? 'http:' : 'https:'}//${hostname}/`);
}

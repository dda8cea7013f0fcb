import { originPatternCovers } from '../domain/origin-pattern.ts';
import { venueIds } from '../domain/venue.ts';
import { venueHosts } from '../venues/hosts.ts';

/** What a strip's place is kept under: the exchange whose host this is, else the site itself. */
export function stripSite(origin: string): string {
  const isHere = (pattern: string) => originPatternCovers(pattern, `${origin}/`);
  return venueIds.find((venue) => venueHosts[venue].some(isHere)) ?? origin;
}

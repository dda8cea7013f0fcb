import type { VenueId } from '../../src/domain/venue.ts';
import { venueIds } from '../../src/domain/venue.ts';
import { venueHosts } from '../../src/venues/hosts.ts';
import { recipes } from '../../src/venues/recipes.ts';

/** The venue that is granted, or that reads, what stands at this address already. */
export function ownerOf(address: string): VenueId | undefined {
  const { hostname, pathname, search, hash } = new URL(address);
  const granted = venueIds.find((id) =>
    venueHosts[id].some((pattern) => new URL(pattern.replace('*', '')).hostname === hostname),
  );
  if (granted !== undefined) return granted;
  const reads = recipes.find(({ pages }) =>
    pages.some(({ host, path }) =>
      host === undefined
        ? new RegExp(path, 'i').test(pathname + search + hash)
        : new RegExp(`^(?:${host})$`, 'i').test(hostname),
    ),
  );
  return reads?.venue;
}

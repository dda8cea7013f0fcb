import { dockedStrip, isStripPlace, type StripPlace } from '../domain/strip-place.ts';
import { exclusively } from '../platform/exclusive.ts';
import { readStored, writeStored } from '../platform/storage.ts';
import { isMembers } from './members.ts';

const key = 'strip-places';
/** More than anybody guards; the ones moved longest ago go first. */
const mostPlaces = 100;

function placesIn(stored: unknown): readonly (readonly [string, StripPlace])[] {
  if (!isMembers(stored)) return [];
  return Object.entries(stored).filter((entry): entry is [string, StripPlace] => isStripPlace(entry[1]));
}

/** Where the strip stands on one exchange; docked where nothing else was kept or storage fails. */
export async function loadStripPlace(site: string): Promise<StripPlace> {
  try {
    return new Map(placesIn(await readStored(key))).get(site) ?? dockedStrip;
  } catch {
    return dockedStrip;
  }
}

/** Keeps a place; nothing is kept of a docked strip. `false` when storage failed. */
export async function keepStripPlace(site: string, place: StripPlace): Promise<boolean> {
  try {
    await exclusively(key, async () => {
      const others = placesIn(await readStored(key)).filter(([name]) => name !== site);
      const isDocked = place.spot === null && !place.isCollapsed;
      const places = isDocked ? others : [...others, [site, place] as const];
      await writeStored(key, Object.fromEntries(places.slice(-mostPlaces)));
    });
    return true;
  } catch {
    return false;
  }
}

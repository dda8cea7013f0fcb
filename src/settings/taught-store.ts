import { mostTaughtSites, type TaughtSites } from '../domain/taught.ts';
import { exclusively } from '../platform/exclusive.ts';
import { readStored, writeStored } from '../platform/storage.ts';
import { parseTaught, taughtVersion } from './parse-taught.ts';
import { keepNotices } from './store.ts';

const key = 'taught';

export type TaughtOutcome =
  | { readonly outcome: 'saved'; readonly sites: TaughtSites }
  | {
      readonly outcome: 'not-saved';
      readonly why: 'newer-version' | 'storage-failed' | 'too-many';
      readonly detail: string;
    };

/**
 * Everything the trader showed, by site. Never rejects: with storage broken nothing is taught. What could not be read
 * is left out, written back once, and reported with the settings that had to be reset.
 */
export async function loadTaught(now: Date = new Date()): Promise<TaughtSites> {
  try {
    const { sites, repairs } = parseTaught(await readStored(key));
    if (repairs.length === 0) return sites;
    await exclusively(key, async () => {
      const again = parseTaught(await readStored(key));
      if (again.repairs.length === 0) return;
      await keepNotices(again.repairs, now);
      await write(again.sites);
    }).catch(() => undefined);
    return sites;
  } catch {
    return {};
  }
}

/** One change to what was taught, as one step. Entries of a newer version are left as they are. */
export async function changeTaught(change: (sites: TaughtSites) => TaughtSites): Promise<TaughtOutcome> {
  try {
    return await exclusively(key, async () => {
      const { sites, newer } = parseTaught(await readStored(key));
      if (newer) return { outcome: 'not-saved', why: 'newer-version', detail: '' } as const;
      const changed = change(sites);
      if (Object.keys(changed).length > mostTaughtSites) {
        return { outcome: 'not-saved', why: 'too-many', detail: String(mostTaughtSites) } as const;
      }
      await write(changed);
      return { outcome: 'saved', sites: changed } as const;
    });
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).slice(0, 200);
    return { outcome: 'not-saved', why: 'storage-failed', detail };
  }
}

function write(sites: TaughtSites): Promise<void> {
  return writeStored(key, { version: taughtVersion, sites });
}

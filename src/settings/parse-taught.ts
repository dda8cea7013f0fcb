import {
  isOrigin,
  isTaughtField,
  mostTaughtFields,
  mostTaughtSites,
  type TaughtField,
  type TaughtSites,
} from '../domain/taught.ts';
import { isMembers } from './members.ts';
import type { Repair } from './parse-settings.ts';
import { shown } from './shown.ts';

/** Version of the stored form that this build writes. */
export const taughtVersion = 1;

export interface ParsedTaught {
  readonly sites: TaughtSites;
  readonly repairs: readonly Repair[];
  /** Written by a newer Ringfence: used as far as understood, and left as it is. */
  readonly newer: boolean;
}

/**
 * What lies in the store or in a file as taught fields, entry by entry: a good one is kept, a broken one is left out and
 * reported, of two for one field the later one counts. Never throws, whatever JSON it is given.
 */
export function parseTaught(raw: unknown): ParsedTaught {
  if (raw === undefined) return { sites: {}, repairs: [], newer: false };
  const repairs: Repair[] = [];
  const reject = (path: string, was: unknown) => {
    if (repairs.length < 50) repairs.push({ path, was: shown(was), now: '' });
  };
  if (!isMembers(raw) || !isMembers(raw.sites)) {
    reject('taught', raw);
    return { sites: {}, repairs, newer: false };
  }
  const { version } = raw;
  const newer = typeof version === 'number' && Number.isSafeInteger(version) && version > taughtVersion;
  if (!newer && version !== taughtVersion) reject('taught.version', version);
  const sites: Record<string, readonly TaughtField[]> = {};
  for (const [origin, entries] of Object.entries(raw.sites)) {
    const path = `taught.${shown(origin, 'bare')}`;
    if (!isOrigin(origin) || !Array.isArray(entries) || Object.keys(sites).length >= mostTaughtSites) {
      reject(path, entries);
      continue;
    }
    const fields = new Map<string, TaughtField>();
    for (const entry of entries.slice(0, mostTaughtFields * 2)) {
      if (isTaughtField(entry)) fields.set(entry.name, entry);
      else reject(`${path}.${isMembers(entry) ? shown(entry.name, 'bare') : '?'}`, entry);
    }
    if (fields.size > 0) sites[origin] = [...fields.values()];
  }
  return { sites, repairs: newer ? [] : repairs, newer };
}

/** The fields of one site with one more; it takes the place of an older one of the same name. */
export function withField(sites: TaughtSites, origin: string, field: TaughtField): TaughtSites {
  const own = Object.hasOwn(sites, origin) ? (sites[origin] ?? []) : [];
  return { ...sites, [origin]: [...own.filter(({ name }) => name !== field.name), field] };
}

/** Without one field of a site, or without all of them. */
export function withoutField(sites: TaughtSites, origin: string, name: string | null): TaughtSites {
  const { [origin]: own = [], ...others } = sites;
  const left = name === null ? [] : own.filter((field) => field.name !== name);
  return left.length === 0 ? others : { ...others, [origin]: left };
}

/** Both together; where both know a field of a site, the one that comes in counts. */
export function withImported(sites: TaughtSites, incoming: TaughtSites): TaughtSites {
  let all = sites;
  for (const [origin, fields] of Object.entries(incoming)) {
    for (const field of fields) all = withField(all, origin, field);
  }
  return all;
}

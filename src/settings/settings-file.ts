import type { Settings } from '../domain/settings.ts';
import type { VenueId } from '../domain/venue.ts';
import { currentVersion, defaultSettings, defaultVenueSettings } from './defaults.ts';
import { isMembers } from './members.ts';
import type { Repair } from './parse-settings.ts';
import { readStoredSettings } from './read-stored.ts';
import { venueSettings } from './resolve.ts';

/** By this a file is known as ours. */
const kind = 'settings';
/** Every exchange and rule with every value set is a tenth of it. */
export const largestSettingsFile = 1_000_000;

/** `all`, or the one exchange a file or a reset is about. */
export type SettingsScope = 'all' | VenueId;

export type SettingsFile =
  | {
      readonly kind: 'settings';
      /** What would apply, should all of the file be taken over. */
      readonly settings: Settings;
      /** What stood in the file and is no setting. */
      readonly leftOut: readonly Repair[];
    }
  | { readonly kind: 'not-ours' | 'newer' | 'too-big' | 'other-exchange' };

/** Settings as the text of a file: all of them, or those of one exchange. */
export function settingsFileText(settings: Settings, scope: SettingsScope): string {
  const own =
    scope === 'all'
      ? settings
      : { version: settings.version, venues: { [scope]: venueSettings(settings, scope) } };
  return `${JSON.stringify({ ringfence: kind, scope, version: currentVersion, settings: own }, null, 2)}\n`;
}

/**
 * What a file would make of these settings; nothing of it is applied. A file of everything stands for everything; one of
 * an exchange changes that exchange alone, and of a file of everything an exchange's page takes its own part.
 * Never throws, whatever the text is.
 */
export function readSettingsFile(text: string, now: Settings, scope: SettingsScope): SettingsFile {
  if (text.length > largestSettingsFile) return { kind: 'too-big' };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { kind: 'not-ours' };
  }
  if (!isMembers(raw) || raw.ringfence !== kind || !isMembers(raw.settings)) return { kind: 'not-ours' };
  const { settings: given, repairs, state } = readStoredSettings(raw.settings);
  if (state.kind === 'newer-version') return { kind: 'newer' };
  if (scope === 'all') {
    const settings = raw.scope === 'all' ? given : { ...now, venues: { ...now.venues, ...given.venues } };
    return { kind: 'settings', settings, leftOut: repairs };
  }
  const own = given.venues[scope];
  if (own === undefined && raw.scope !== 'all') return { kind: 'other-exchange' };
  const venues = { ...now.venues, [scope]: own ?? defaultVenueSettings };
  const about = repairs.filter(({ path }) => path.startsWith(`venues.${scope}.`));
  return { kind: 'settings', settings: { ...now, venues }, leftOut: about };
}

/** The settings as they were at the first start: all of them, or one exchange's. */
export function settingsReset(now: Settings, scope: SettingsScope): Settings {
  if (scope === 'all') return defaultSettings;
  return { ...now, venues: { ...now.venues, [scope]: defaultVenueSettings } };
}

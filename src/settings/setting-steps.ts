import type { Settings, SettingValue, VenueSettings } from '../domain/settings.ts';
import { type VenueId, venueIds } from '../domain/venue.ts';
import { venueSettings } from './resolve.ts';
import { bandLevels } from './schema.ts';

/** One setting that differs, in the form in which it is changed. */
export interface SettingStep {
  readonly path: readonly string[];
  readonly from: SettingValue;
  readonly to: SettingValue;
}

/** Every setting in which two sets of settings differ, those of one exchange together. */
export function settingSteps(before: Settings, after: Settings): readonly SettingStep[] {
  const paths = new Map(
    [...placesOf(before), ...placesOf(after)].map((path) => [JSON.stringify(path), path]),
  );
  return [...paths.values()].flatMap((path) => {
    const from = settingAt(before, path);
    const to = settingAt(after, path);
    return from === to ? [] : [{ path, from, to }];
  });
}

/** What a setting holds, its default where it was never set; `null` where there is no such place. */
export function settingAt(settings: Settings, path: readonly string[]): SettingValue {
  const [room, first = '', second = '', third = ''] = path;
  if (room === 'venues') {
    const own = venueSettings(settings, first as VenueId);
    if (second === 'intendedModeBySymbol') return own.intendedModeBySymbol[third] ?? null;
    return own[second as Exclude<keyof VenueSettings, 'intendedModeBySymbol'>] ?? null;
  }
  if (first === 'theme') return settings.general.theme;
  if (first === 'loosenAfterMinutes') return settings.general.loosenAfterMinutes;
  const rule = settings.general.rules[second];
  if (third === 'enabled') return rule?.enabled ?? true;
  return rule?.bands?.[path[4] as (typeof bandLevels)[number]] ?? null;
}

function placesOf(settings: Settings): readonly (readonly string[])[] {
  return [
    ['general', 'theme'],
    ['general', 'loosenAfterMinutes'],
    ...Object.keys(settings.general.rules).flatMap((id) => [
      ['general', 'rules', id, 'enabled'],
      ...bandLevels.map((level) => ['general', 'rules', id, 'bands', level]),
    ]),
    ...venueIds.flatMap((venue) => (Object.hasOwn(settings.venues, venue) ? placesIn(settings, venue) : [])),
  ];
}

function placesIn(settings: Settings, venue: VenueId): readonly (readonly string[])[] {
  const { intendedModeBySymbol, ...fields } = venueSettings(settings, venue);
  return [
    ...Object.keys(fields).map((key) => ['venues', venue, key]),
    ...Object.keys(intendedModeBySymbol).map((symbol) => ['venues', venue, 'intendedModeBySymbol', symbol]),
  ];
}

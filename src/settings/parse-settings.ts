import * as v from 'valibot';
import type { MarginMode } from '../domain/account.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { RulePreference } from '../domain/preferences.ts';
import type { RepairNotice, Settings, VenueSettings } from '../domain/settings.ts';
import { isVenueId } from '../domain/venue.ts';
import { currentVersion, defaultVenueSettings } from './defaults.ts';
import { isMembers, type Members } from './members.ts';
import {
  bandLevels,
  isRuleId,
  isSymbol,
  loosenAfterField,
  marginMode,
  ruleBandField,
  ruleEnabledField,
  type SettingField,
  themeField,
  venueFields,
} from './schema.ts';
import { shown } from './shown.ts';

/** A reset before it is dated. */
export type Repair = Omit<RepairNotice, 'when'>;

/** Entries of one map that are read; more than any trader sets, fewer than a hostile file can hold. */
const mostEntries = 300;
/** Notices of one load. The last one says that there were more. */
const mostRepairs = 50;

/**
 * Settings of the current version, key by key: a good value is kept, a bad one becomes its default and is reported,
 * an absent one is the default and no news. Never throws, whatever JSON it is given.
 */
export function parseSettings(raw: unknown): { settings: Settings; repairs: readonly Repair[] } {
  const repairs: Repair[] = [];
  const root = objectAt(raw, '', repairs);
  const general = objectAt(root.general, 'general', repairs);
  const venues = objectAt(root.venues, 'venues', repairs);
  dropOthers(root, ['version', 'general', 'venues'], '', repairs);
  dropOthers(general, ['theme', 'rules', 'loosenAfterMinutes'], 'general.', repairs);
  const settings: Settings = {
    version: currentVersion,
    general: {
      theme: read(general, 'theme', themeField, 'general.', repairs),
      rules: entries(general.rules, 'general.rules', isRuleId, readRule, repairs),
      loosenAfterMinutes: read(general, 'loosenAfterMinutes', loosenAfterField, 'general.', repairs),
    },
    venues: entries(venues, 'venues', isVenueId, readVenue, repairs) as Settings['venues'],
  };
  return { settings, repairs: bounded(repairs) };
}

function readVenue(raw: unknown, path: string, repairs: Repair[]): VenueSettings | undefined {
  if (!isMembers(raw)) return rejected(raw, path, repairs);
  const at = `${path}.`;
  dropOthers(raw, Object.keys(defaultVenueSettings), at, repairs);
  const field = <K extends keyof typeof venueFields>(key: K): VenueSettings[K] =>
    read(raw, key, venueFields[key] as SettingField<VenueSettings[K]>, at, repairs);
  return {
    intendedMode: field('intendedMode'),
    intendedModeBySymbol: entries(
      raw.intendedModeBySymbol,
      `${at}intendedModeBySymbol`,
      isSymbol,
      readMode,
      repairs,
    ),
    maxLossQuote: field('maxLossQuote'),
    maxLossFraction: field('maxLossFraction'),
    leverageCap: field('leverageCap'),
    takerFee: field('takerFee'),
    makerFee: field('makerFee'),
    horizonHours: field('horizonHours'),
    slippage: field('slippage'),
    reachMove: field('reachMove'),
    autoAddMargin: field('autoAddMargin'),
    whenUnread: field('whenUnread'),
    idleShare: field('idleShare'),
    minDistance: field('minDistance'),
  };
}

function readMode(raw: unknown, path: string, repairs: Repair[]): MarginMode | undefined {
  const parsed = v.safeParse(marginMode, raw);
  return parsed.success ? parsed.output : rejected(raw, path, repairs);
}

function readRule(raw: unknown, path: string, repairs: Repair[]): RulePreference | undefined {
  if (!isMembers(raw)) return rejected(raw, path, repairs);
  const at = `${path}.`;
  dropOthers(raw, ['enabled', 'bands'], at, repairs);
  const given = objectAt(raw.bands, `${at}bands`, repairs);
  dropOthers(given, bandLevels, `${at}bands.`, repairs);
  const bands: { [L in (typeof bandLevels)[number]]?: DecimalString } = {};
  for (const level of bandLevels) {
    const start = read(given, level, ruleBandField, `${at}bands.`, repairs);
    if (start !== null) bands[level] = start;
  }
  const enabled = read(raw, 'enabled', ruleEnabledField, at, repairs);
  return Object.keys(bands).length === 0 ? { enabled } : { enabled, bands };
}

/** One member by its own schema. Only own members count, so nothing comes in through a prototype. */
function read<T>(from: Members, key: string, field: SettingField<T>, at: string, repairs: Repair[]): T {
  if (!Object.hasOwn(from, key) || from[key] === undefined) return field.fallback;
  const parsed = v.safeParse(field.schema, from[key]);
  if (parsed.success) return parsed.output;
  repairs.push({ path: at + key, was: shown(from[key]), now: setTo(field.fallback) });
  return field.fallback;
}

/** A map read entry by entry; entries that cannot be read are left out and reported. */
function entries<T>(
  raw: unknown,
  path: string,
  isKey: (key: string) => boolean,
  readEntry: (value: unknown, path: string, repairs: Repair[]) => T | undefined,
  repairs: Repair[],
): Record<string, T> {
  const from = objectAt(raw, path, repairs);
  const good: [string, T][] = [];
  for (const key of Object.keys(from)) {
    const at = `${path}.${shown(key, 'bare')}`;
    if (!isKey(key) || good.length >= mostEntries) rejected(from[key], at, repairs);
    else {
      const entry = readEntry(from[key], at, repairs);
      if (entry !== undefined) good.push([key, entry]);
    }
  }
  return Object.fromEntries(good);
}

function objectAt(raw: unknown, path: string, repairs: Repair[]): Members {
  if (isMembers(raw)) return raw;
  if (raw !== undefined) rejected(raw, path === '' ? 'settings' : path, repairs);
  return {};
}

/** Members nobody knows are not carried on; each is reported, so that a misspelt setting is not a silent one. */
function dropOthers(from: Members, known: readonly string[], at: string, repairs: Repair[]): void {
  for (const key of Object.keys(from)) {
    if (!known.includes(key)) rejected(from[key], at + shown(key, 'bare'), repairs);
  }
}

function rejected(raw: unknown, path: string, repairs: Repair[]): undefined {
  repairs.push({ path, was: shown(raw), now: '' });
  return undefined;
}

function setTo(fallback: unknown): string {
  return fallback === null ? '' : String(fallback);
}

function bounded(repairs: readonly Repair[]): readonly Repair[] {
  if (repairs.length <= mostRepairs) return repairs;
  const more = repairs.length - mostRepairs + 1;
  return [...repairs.slice(0, mostRepairs - 1), { path: 'settings', was: `… +${more}`, now: '' }];
}

import { compareDecimals, type DecimalString, decimal } from '../domain/decimal-string.ts';
import { bandMeasure, type Settings } from '../domain/settings.ts';
import type { VenueId } from '../domain/venue.ts';
import type { RuleBands } from './change.ts';
import { assumptionDefaults } from './defaults.ts';
import { intendedMode, venueSettings } from './resolve.ts';
import { bandLevels } from './schema.ts';
import { venueStarts } from './venue-starts.ts';

/**
 * Whether settings guard less than before in the one setting at `path`: more may be lost or risked before something is
 * said, or something is not said at all any more. A correction of facts (fees, horizon, slippage, auto-add) and of
 * looks is never looser; the planned move is the measure of the exposure rules, so a smaller one is.
 */
export function isLooser(
  before: Settings,
  after: Settings,
  path: readonly string[],
  rules: readonly RuleBands[],
): boolean {
  const [room, first = '', second = '', third = ''] = path;
  if (room === 'venues') return isLooserVenue(before, after, first as VenueId, second, third, rules);
  if (first === 'loosenAfterMinutes') {
    return compareDecimals(after.general.loosenAfterMinutes, before.general.loosenAfterMinutes) < 0;
  }
  if (first !== 'rules') return false;
  if (third === 'enabled') return isOn(before, second) && !isOn(after, second);
  const rule = rules.find(({ id }) => id === second);
  const level = bandLevels.find((each) => each === path[4]);
  if (rule === undefined || level === undefined) return false;
  return startsLater(
    startOf(before, rule, level),
    startOf(after, rule, level),
    bandMeasure(rule, level).worse,
  );
}

function isLooserVenue(
  before: Settings,
  after: Settings,
  venue: VenueId,
  key: string,
  symbol: string,
  rules: readonly RuleBands[],
): boolean {
  const own = venueSettings(before, venue);
  const next = venueSettings(after, venue);
  switch (key) {
    case 'intendedMode':
      return own.intendedMode === 'isolated' && next.intendedMode !== 'isolated';
    case 'intendedModeBySymbol':
      return intendedMode(own, symbol) === 'isolated' && intendedMode(next, symbol) !== 'isolated';
    case 'maxLossQuote':
    case 'maxLossFraction':
    case 'leverageCap':
      return isHigherLimit(own[key], next[key]);
    case 'reachMove': {
      const [was, is] = [own.reachMove, next.reachMove].map((move) => move ?? assumptionDefaults.reachMove);
      return was !== undefined && is !== undefined && compareDecimals(is, was) < 0;
    }
    case 'whenUnread':
      return own.whenUnread === 'hold-once' && next.whenUnread === 'notice';
    case 'idleShare':
    case 'minDistance': {
      const rule = rules.find(({ id }) => id === venueStarts[key]);
      if (rule === undefined) return isHigherLimit(own[key], next[key]);
      const was = own[key] ?? startOf(before, rule, 'warning');
      const is = next[key] ?? startOf(after, rule, 'warning');
      return startsLater(was, is, bandMeasure(rule, 'warning').worse);
    }
    default:
      return false;
  }
}

/** No limit is the highest. */
function isHigherLimit(was: DecimalString | null, is: DecimalString | null): boolean {
  if (was === null) return false;
  return is === null || compareDecimals(is, was) > 0;
}

function isOn(settings: Settings, id: string): boolean {
  return settings.general.rules[id]?.enabled ?? true;
}

function startOf(
  settings: Settings,
  rule: RuleBands,
  level: (typeof bandLevels)[number],
): DecimalString | undefined {
  return settings.general.rules[rule.id]?.bands?.[level] ?? rule.bands[level];
}

function startsLater(
  was: DecimalString | undefined,
  is: DecimalString | undefined,
  worse: RuleBands['worse'],
): boolean {
  const step = compareDecimals(is ?? zero, was ?? zero);
  return worse === 'higher' ? step > 0 : step < 0;
}

const zero = decimal('0');

import * as v from 'valibot';
import { compareDecimals } from '../domain/decimal-string.ts';
import type { RulePreference } from '../domain/preferences.ts';
import { bandMeasure, type RuleOption, type Settings, type VenueSettings } from '../domain/settings.ts';
import { isVenueId, type VenueId } from '../domain/venue.ts';
import type { MessageKey } from '../messages/message-key.ts';
import { venueSettings } from './resolve.ts';
import {
  bandLevels,
  isSymbol,
  loosenAfterField,
  marginMode,
  ruleBandField,
  ruleEnabledField,
  symbolKey,
  themeField,
  venueFields,
} from './schema.ts';

/** What a change needs to know of a rule. */
export type RuleBands = Omit<RuleOption, 'title'>;

export type Changed =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problem: MessageKey };

/**
 * Settings with one value changed, or the sentence that says what the value may be. Paths:
 * `general.theme`, `general.loosenAfterMinutes`, `general.rules.ID.enabled`, `general.rules.ID.bands.LEVEL`,
 * `venues.VENUE.FIELD` and `venues.VENUE.intendedModeBySymbol.SYMBOL`. `null` takes a value back to "not set".
 */
export function withChange(
  settings: Settings,
  path: readonly string[],
  value: unknown,
  rules: readonly RuleBands[],
): Changed {
  const [room, first, second, third, fourth] = path;
  if (room === 'general' && first === 'theme' && path.length === 2) return withTheme(settings, value);
  if (room === 'general' && first === 'loosenAfterMinutes' && path.length === 2) {
    return withLoosenAfter(settings, value);
  }
  if (room === 'general' && first === 'rules' && second !== undefined) {
    const rule = rules.find(({ id }) => id === second);
    if (rule !== undefined && third === 'enabled' && path.length === 4) {
      return withRuleEnabled(settings, rule, value);
    }
    if (rule !== undefined && third === 'bands' && fourth !== undefined && path.length === 5) {
      return withRuleBand(settings, rule, fourth, value);
    }
  }
  if (room === 'venues' && isVenueId(first) && second !== undefined) {
    if (path.length === 3) return withVenueField(settings, first, second, value);
    if (path.length === 4 && second === 'intendedModeBySymbol' && third !== undefined) {
      return withSymbolMode(settings, first, third, value);
    }
  }
  return { ok: false, problem: 'settings_problem_unknown' };
}

function withTheme(settings: Settings, value: unknown): Changed {
  const theme = v.safeParse(themeField.schema, value);
  if (!theme.success) return { ok: false, problem: themeField.problem };
  return { ok: true, settings: { ...settings, general: { ...settings.general, theme: theme.output } } };
}

/** `null` takes it back to the shortest. */
function withLoosenAfter(settings: Settings, value: unknown): Changed {
  const minutes = v.safeParse(loosenAfterField.schema, value ?? loosenAfterField.fallback);
  if (!minutes.success) return { ok: false, problem: loosenAfterField.problem };
  const general = { ...settings.general, loosenAfterMinutes: minutes.output };
  return { ok: true, settings: { ...settings, general } };
}

function withVenueField(settings: Settings, venue: VenueId, key: string, value: unknown): Changed {
  if (!Object.hasOwn(venueFields, key)) return { ok: false, problem: 'settings_problem_unknown' };
  const field = venueFields[key as keyof typeof venueFields];
  const parsed = v.safeParse<v.GenericSchema<unknown, unknown>>(field.schema, value);
  if (!parsed.success) return { ok: false, problem: field.problem };
  return withVenue(settings, venue, { ...venueSettings(settings, venue), [key]: parsed.output });
}

/** One spelling a symbol: a new `BTC-USDT` takes the place of `BTCUSDT`. */
function withSymbolMode(settings: Settings, venue: VenueId, typed: string, value: unknown): Changed {
  const symbol = typed.trim();
  if (!isSymbol(symbol)) return { ok: false, problem: 'settings_problem_symbol' };
  const mode = v.safeParse(v.nullable(marginMode), value);
  if (!mode.success) return { ok: false, problem: 'settings_problem_mode' };
  const own = venueSettings(settings, venue);
  const others = Object.entries(own.intendedModeBySymbol).filter(
    ([name]) => symbolKey(name) !== symbolKey(symbol),
  );
  const all = mode.output === null ? others : [...others, [symbol, mode.output] as const];
  return withVenue(settings, venue, { ...own, intendedModeBySymbol: Object.fromEntries(all) });
}

function withVenue(settings: Settings, venue: VenueId, next: VenueSettings): Changed {
  return { ok: true, settings: { ...settings, venues: { ...settings.venues, [venue]: next } } };
}

function ruleOf(settings: Settings, id: string): RulePreference {
  const { rules } = settings.general;
  return (Object.hasOwn(rules, id) && rules[id]) || { enabled: true };
}

function withRule(settings: Settings, id: string, next: RulePreference): Changed {
  const rules = { ...settings.general.rules, [id]: next };
  return { ok: true, settings: { ...settings, general: { ...settings.general, rules } } };
}

function withRuleEnabled(settings: Settings, rule: RuleBands, value: unknown): Changed {
  const enabled = v.safeParse(ruleEnabledField.schema, value);
  if (!enabled.success) return { ok: false, problem: ruleEnabledField.problem };
  return withRule(settings, rule.id, { ...ruleOf(settings, rule.id), enabled: enabled.output });
}

function withRuleBand(settings: Settings, rule: RuleBands, level: string, value: unknown): Changed {
  const band = bandLevels.find((name) => name === level);
  if (band === undefined || rule.bands[band] === undefined) {
    return { ok: false, problem: 'settings_problem_unknown' };
  }
  const start = v.safeParse(ruleBandField.schema, value);
  if (!start.success) return { ok: false, problem: ruleBandField.problem };
  const { [band]: _, ...others } = ruleOf(settings, rule.id).bands ?? {};
  const bands = start.output === null ? others : { ...others, [band]: start.output };
  if (!inOrder(rule, { ...rule.bands, ...bands })) {
    return { ok: false, problem: 'settings_problem_bandOrder' };
  }
  const { enabled } = ruleOf(settings, rule.id);
  return withRule(settings, rule.id, Object.keys(bands).length === 0 ? { enabled } : { enabled, bands });
}

/**
 * A stricter level may not start before a milder one of the same measure: then the milder could never be seen.
 */
function inOrder(rule: RuleBands, bands: RuleOption['bands']): boolean {
  const starts = bandLevels.flatMap((level) => {
    const start = bands[level];
    return start === undefined ? [] : [{ start, ...bandMeasure(rule, level) }];
  });
  return starts.every(({ start, unit, worse }, index) => {
    const before = starts.slice(0, index).findLast((milder) => milder.unit === unit);
    if (before === undefined) return true;
    const step = compareDecimals(start, before.start);
    return worse === 'higher' ? step >= 0 : step <= 0;
  });
}

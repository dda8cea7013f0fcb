import type { MarginMode } from '../domain/account.ts';
import { compareDecimals, type DecimalString } from '../domain/decimal-string.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { Settings, VenueSettings } from '../domain/settings.ts';
import type { VenueId } from '../domain/venue.ts';
import { rules as shippedRules } from '../rules/index.ts';
import { assumptionDefaults, defaultVenueSettings } from './defaults.ts';
import { symbolKey } from './schema.ts';
import { venueStarts } from './venue-starts.ts';

/**
 * What holds for one ticket: the exchange's settings, the symbol's own intended mode before the exchange's, and the
 * product's assumptions where the trader set none. Limits that nobody set stay `null`.
 * @param symbol as the page writes it; `undefined` when it could not be read, then no exception applies
 */
export function preferencesFor(settings: Settings, venue: VenueId, symbol: string | undefined): Preferences {
  const own = venueSettings(settings, venue);
  return {
    intendedMode: intendedMode(own, symbol),
    maxLossQuote: own.maxLossQuote,
    maxLossFraction: own.maxLossFraction,
    leverageCap: own.leverageCap,
    takerFee: own.takerFee,
    makerFee: own.makerFee,
    horizonHours: own.horizonHours ?? assumptionDefaults.horizonHours,
    slippage: own.slippage ?? assumptionDefaults.slippage,
    reachMove: own.reachMove ?? assumptionDefaults.reachMove,
    autoAddMargin: own.autoAddMargin,
    whenUnread: own.whenUnread,
    rules: rulesAt(settings, own),
  };
}

/** Settings of one exchange; the defaults where the trader set nothing there. */
export function venueSettings(settings: Settings, venue: VenueId): VenueSettings {
  return (Object.hasOwn(settings.venues, venue) && settings.venues[venue]) || defaultVenueSettings;
}

/** The mode meant for a symbol, however it is spelled; the exchange's where it has none of its own. */
export function intendedMode(own: VenueSettings, symbol: string | undefined): MarginMode | null {
  if (symbol === undefined) return own.intendedMode;
  const key = symbolKey(symbol);
  const exception = Object.entries(own.intendedModeBySymbol).find(([name]) => symbolKey(name) === key);
  return exception?.[1] ?? own.intendedMode;
}

/**
 * The rules' preferences, with the starts this exchange has of its own. Its warning starts there; a notice never starts
 * later than it and a danger never earlier, whatever those are.
 */
function rulesAt(settings: Settings, own: VenueSettings): Preferences['rules'] {
  const { rules } = settings.general;
  const starts = Object.entries(venueStarts).flatMap(([key, id]) => {
    const warning = own[key as keyof typeof venueStarts];
    const rule = shippedRules.find((each) => each.id === id);
    if (warning === null || rule === undefined) return [];
    const { enabled = true, bands = {} } = rules[id] ?? {};
    const { notice = warning, danger = warning } = { ...rule.bands, ...bands };
    const before = rule.worse === 'higher' ? smaller : larger;
    const after = rule.worse === 'higher' ? larger : smaller;
    return [
      [id, { enabled, bands: { notice: before(notice, warning), warning, danger: after(danger, warning) } }],
    ] as const;
  });
  return { ...rules, ...Object.fromEntries(starts) };
}

function smaller(a: DecimalString, b: DecimalString): DecimalString {
  return compareDecimals(a, b) <= 0 ? a : b;
}

function larger(a: DecimalString, b: DecimalString): DecimalString {
  return compareDecimals(a, b) >= 0 ? a : b;
}

import type { MarginMode } from '../domain/account.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { Settings, VenueSettings } from '../domain/settings.ts';
import type { VenueId } from '../domain/venue.ts';
import { assumptionDefaults, defaultVenueSettings } from './defaults.ts';
import { symbolKey } from './schema.ts';

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
    rules: settings.general.rules,
  };
}

/** Settings of one exchange; the defaults where the trader set nothing there. */
export function venueSettings(settings: Settings, venue: VenueId): VenueSettings {
  return (Object.hasOwn(settings.venues, venue) && settings.venues[venue]) || defaultVenueSettings;
}

function intendedMode(own: VenueSettings, symbol: string | undefined): MarginMode | null {
  if (symbol === undefined) return own.intendedMode;
  const key = symbolKey(symbol);
  const exception = Object.entries(own.intendedModeBySymbol).find(([name]) => symbolKey(name) === key);
  return exception?.[1] ?? own.intendedMode;
}

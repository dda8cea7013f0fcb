import { decimal } from '../domain/decimal-string.ts';
import type { Settings, SettingsDefaults, VenueSettings } from '../domain/settings.ts';

/** Version of the stored form that this build writes. Raise it together with a step in `migrations/`. */
export const currentVersion = 1;

/**
 * What applies while the trader has set nothing. Contract, "assumptions": one day for funding, 0.1 % lost when a stop
 * fills, and a planned move of 30 %.
 */
export const assumptionDefaults = {
  horizonHours: decimal('24'),
  slippage: decimal('0.001'),
  reachMove: decimal('0.3'),
} as const;

/**
 * No limit and no intended mode: those are the trader's to choose, and a rule without a choice stays silent rather
 * than hold everybody against a choice nobody made.
 */
export const defaultVenueSettings: VenueSettings = {
  intendedMode: null,
  intendedModeBySymbol: {},
  maxLossQuote: null,
  maxLossFraction: null,
  leverageCap: null,
  takerFee: null,
  makerFee: null,
  horizonHours: null,
  slippage: null,
  reachMove: null,
  autoAddMargin: false,
  whenUnread: 'hold-once',
  idleShare: null,
  minDistance: null,
};

export const defaultSettings: Settings = {
  version: currentVersion,
  general: { theme: 'auto', rules: {}, loosenAfterMinutes: decimal('15') },
  venues: {},
};

export const settingsDefaults: SettingsDefaults = {
  venue: defaultVenueSettings,
  assumptions: assumptionDefaults,
};

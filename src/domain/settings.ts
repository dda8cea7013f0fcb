import type { MarginMode } from './account.ts';
import type { DecimalString } from './decimal-string.ts';
import type { RulePreference } from './preferences.ts';
import type { VenueId } from './venue.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What the trader set for one exchange. `null`: not set, the product's default applies (see settings/defaults.ts). */
export interface VenueSettings {
  readonly intendedMode: MarginMode | null;
  /** Exceptions by symbol as the exchange writes it; wins over `intendedMode`. */
  readonly intendedModeBySymbol: Readonly<Record<string, MarginMode>>;
  /** Largest loss accepted on one order, in the settle currency, > 0. */
  readonly maxLossQuote: DecimalString | null;
  /** The same as a fraction of equity, over 0 to 1. */
  readonly maxLossFraction: DecimalString | null;
  readonly leverageCap: DecimalString | null;
  /** The trader's own fee tier as fractions; a maker rebate is negative. */
  readonly takerFee: DecimalString | null;
  readonly makerFee: DecimalString | null;
  readonly horizonHours: DecimalString | null;
  readonly slippage: DecimalString | null;
  readonly reachMove: DecimalString | null;
  readonly autoAddMargin: boolean;
  readonly whenUnread: 'notice' | 'hold-once';
  /** Amber from this share of the cross balance idle within reach, over 0 to 1; wins over the rule's own start here. */
  readonly idleShare: DecimalString | null;
  /** Amber under this distance to the liquidation, a fraction over 0 to 1; wins over the rule's own start here. */
  readonly minDistance: DecimalString | null;
}

export interface Settings {
  /** Version of the stored form; older ones are migrated, newer ones are never overwritten in silence. */
  readonly version: number;
  readonly general: {
    readonly theme: Theme;
    /** By rule id; an absent rule is on with its own bands. */
    readonly rules: Readonly<Record<string, RulePreference>>;
    /** How long a change that loosens waits before it applies. */
    readonly loosenAfterMinutes: DecimalString;
  };
  readonly venues: Readonly<Partial<Record<VenueId, VenueSettings>>>;
}

/** One value that could not be loaded and was reset. Kept until the trader dismisses it. */
export interface RepairNotice {
  /** Dotted path of the setting, e.g. `venues.binance.leverageCap`. */
  readonly path: string;
  /** What was stored, shortened. */
  readonly was: string;
  /** What applies now; empty where that is nothing. */
  readonly now: string;
  /** ISO time of the reset. */
  readonly when: string;
}

/** Whether the settings in force are the stored ones, and if not, why. */
export type SettingsState =
  | { readonly kind: 'stored' }
  /** Written by a newer Ringfence: used as far as understood, and left as they are. */
  | { readonly kind: 'newer-version'; readonly version: number }
  /** Storage did not answer: defaults apply. */
  | { readonly kind: 'storage-failed'; readonly detail: string };

/** What a single setting holds in the form it is changed in. */
export type SettingValue = string | boolean | null;

/** One setting's place and what it is to be, e.g. `['venues', 'binance', 'leverageCap']` and `'10'`. */
export interface SettingChange {
  readonly path: readonly string[];
  readonly value: SettingValue;
}

/**
 * A change that loosens, and waits. Besides settings, a guard that is to be switched off waits here, under the path
 * `['guard', PATTERN]`.
 */
export interface PendingChange extends SettingChange {
  /** ISO times. */
  readonly askedAt: string;
  readonly due: string;
}

export interface LoadedSettings {
  readonly settings: Settings;
  /** Loosening changes that wait, in the order in which they were asked for. */
  readonly pending: readonly PendingChange[];
  readonly repairs: readonly RepairNotice[];
  readonly state: SettingsState;
}

/** What applies while the trader has set nothing, for the settings page to show. */
export interface SettingsDefaults {
  readonly venue: VenueSettings;
  readonly assumptions: Readonly<Record<'horizonHours' | 'slippage' | 'reachMove', DecimalString>>;
}

/** A rule as the settings page offers it, made from the rule's own definition. */
export interface RuleOption {
  readonly id: string;
  /** Translated. */
  readonly title: string;
  /** What band values count; `state` for a rule without numbers. */
  readonly unit: RuleUnit;
  /** The rule's own start values. */
  readonly bands: Readonly<Partial<Record<'notice' | 'warning' | 'danger', DecimalString>>>;
  /** Which direction of the measure is worse. */
  readonly worse: 'higher' | 'lower';
  /** Bands that measure something else than the rest of the rule. */
  readonly bandMeasures?: BandMeasures;
}

/**
 * `count`: of positions; `times`: how often in 24 hours; `state`: no number. A fraction is of what the rule's title names.
 */
export const ruleUnits = ['fraction', 'multiple', 'leverage', 'days', 'count', 'times', 'state'] as const;
export type RuleUnit = (typeof ruleUnits)[number];

export interface BandMeasure {
  readonly unit: RuleUnit;
  readonly worse: 'higher' | 'lower';
}

export type BandMeasures = Readonly<Partial<Record<'notice' | 'warning' | 'danger', BandMeasure>>>;

/** What one band of a rule measures, and which direction of that is worse. */
export function bandMeasure(
  rule: BandMeasure & { readonly bandMeasures?: BandMeasures },
  band: keyof BandMeasures,
): BandMeasure {
  return rule.bandMeasures?.[band] ?? { unit: rule.unit, worse: rule.worse };
}

/** What became of one change. `problem` is the sentence the trader reads, in his language. */
export type ChangeOutcome =
  | {
      readonly outcome: 'saved';
      readonly settings: Settings;
      readonly pending: readonly PendingChange[];
    }
  /** Some of it loosens: that waits until `at`; what does not loosen is in force. */
  | {
      readonly outcome: 'pending';
      readonly settings: Settings;
      readonly pending: readonly PendingChange[];
      readonly at: string;
    }
  | { readonly outcome: 'invalid'; readonly problem: string }
  | {
      readonly outcome: 'not-saved';
      readonly why: 'newer-version' | 'storage-failed';
      readonly detail: string;
    };

import type { MarginMode } from './account.ts';
import type { DecimalString } from './decimal-string.ts';

/** The trader's own limits for one venue and symbol, resolved from the settings. `null`: not set. */
export interface Preferences {
  readonly intendedMode: MarginMode | null;
  /** Largest loss the trader accepts on one order, in the settle currency. */
  readonly maxLossQuote: DecimalString | null;
  /** The same as a fraction of equity. */
  readonly maxLossFraction: DecimalString | null;
  readonly leverageCap: DecimalString | null;
  readonly takerFee: DecimalString | null;
  readonly makerFee: DecimalString | null;
  readonly horizonHours: DecimalString;
  readonly slippage: DecimalString;
  readonly reachMove: DecimalString;
  readonly autoAddMargin: boolean;
  /** What a press does when the ticket cannot be read or was not checked in time. */
  readonly whenUnread: 'notice' | 'hold-once';
  readonly rules: Readonly<Record<string, RulePreference>>;
}

export interface RulePreference {
  readonly enabled: boolean;
  /** Start values of the bands the trader changed; absent ones keep the rule's own. */
  readonly bands?: Readonly<Partial<Record<'notice' | 'warning' | 'danger', DecimalString>>>;
}

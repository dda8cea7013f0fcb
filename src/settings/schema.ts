import * as v from 'valibot';
import {
  canonicalDecimal,
  compareDecimals,
  type DecimalString,
  decimal,
  isDecimalString,
} from '../domain/decimal-string.ts';
import { themes, type VenueSettings } from '../domain/settings.ts';
import type { MessageKey } from '../messages/message-key.ts';
import { defaultSettings, defaultVenueSettings } from './defaults.ts';

/** One setting: what it may be, what it falls back to, and the sentence that explains what it may be. */
export interface SettingField<T> {
  readonly schema: v.GenericSchema<unknown, T>;
  readonly fallback: T;
  readonly problem: MessageKey;
}

/** Longer than any figure a trader types; keeps a hostile import from being carried around. */
const longestDecimal = 40;

type Edge = { readonly above: string } | { readonly from: string };

/** A decimal string from (or above) an edge up to `to`, spelled one way. */
function decimalWithin(low: Edge, to: string): v.GenericSchema<unknown, DecimalString> {
  const lowest = decimal('above' in low ? low.above : low.from);
  const highest = decimal(to);
  const within = (value: DecimalString) => {
    const step = compareDecimals(value, lowest);
    return ('above' in low ? step > 0 : step >= 0) && compareDecimals(value, highest) <= 0;
  };
  return v.pipe(
    v.custom<DecimalString>((value) => isDecimalString(value) && value.length <= longestDecimal),
    v.check(within),
    v.transform(canonicalDecimal),
  );
}

export const marginMode = v.picklist(['isolated', 'cross']);

/** A venue's fee over 2 % is a percentage typed as a fraction; a rebate goes down to the same. */
const fee = '0.02';

type VenueFields = {
  readonly [K in Exclude<keyof VenueSettings, 'intendedModeBySymbol'>]: SettingField<VenueSettings[K]>;
};

/** Every single-valued setting of an exchange. Symbols' own modes are read entry by entry in `parse-settings.ts`. */
export const venueFields: VenueFields = {
  intendedMode: {
    schema: v.nullable(marginMode),
    fallback: defaultVenueSettings.intendedMode,
    problem: 'settings_problem_mode',
  },
  maxLossQuote: {
    schema: v.nullable(decimalWithin({ above: '0' }, '1000000000000')),
    fallback: defaultVenueSettings.maxLossQuote,
    problem: 'settings_problem_maxLossQuote',
  },
  maxLossFraction: {
    schema: v.nullable(decimalWithin({ above: '0' }, '1')),
    fallback: defaultVenueSettings.maxLossFraction,
    problem: 'settings_problem_maxLossFraction',
  },
  leverageCap: {
    schema: v.nullable(decimalWithin({ from: '1' }, '1000')),
    fallback: defaultVenueSettings.leverageCap,
    problem: 'settings_problem_leverageCap',
  },
  takerFee: {
    schema: v.nullable(decimalWithin({ from: `-${fee}` }, fee)),
    fallback: defaultVenueSettings.takerFee,
    problem: 'settings_problem_fee',
  },
  makerFee: {
    schema: v.nullable(decimalWithin({ from: `-${fee}` }, fee)),
    fallback: defaultVenueSettings.makerFee,
    problem: 'settings_problem_fee',
  },
  horizonHours: {
    schema: v.nullable(decimalWithin({ from: '0' }, '8760')),
    fallback: defaultVenueSettings.horizonHours,
    problem: 'settings_problem_horizonHours',
  },
  slippage: {
    schema: v.nullable(decimalWithin({ from: '0' }, '0.5')),
    fallback: defaultVenueSettings.slippage,
    problem: 'settings_problem_slippage',
  },
  reachMove: {
    schema: v.nullable(decimalWithin({ above: '0' }, '1')),
    fallback: defaultVenueSettings.reachMove,
    problem: 'settings_problem_reachMove',
  },
  autoAddMargin: {
    schema: v.boolean(),
    fallback: defaultVenueSettings.autoAddMargin,
    problem: 'settings_problem_choice',
  },
  whenUnread: {
    schema: v.picklist(['notice', 'hold-once']),
    fallback: defaultVenueSettings.whenUnread,
    problem: 'settings_problem_choice',
  },
  idleShare: {
    schema: v.nullable(decimalWithin({ above: '0' }, '1')),
    fallback: defaultVenueSettings.idleShare,
    problem: 'settings_problem_idleShare',
  },
  minDistance: {
    schema: v.nullable(decimalWithin({ above: '0' }, '1')),
    fallback: defaultVenueSettings.minDistance,
    problem: 'settings_problem_minDistance',
  },
};

export const themeField: SettingField<(typeof themes)[number]> = {
  schema: v.picklist(themes),
  fallback: defaultSettings.general.theme,
  problem: 'settings_problem_choice',
};

/** A quarter of an hour at least: shorter is no wait. At most a week. */
export const loosenAfterField: SettingField<DecimalString> = {
  schema: decimalWithin({ from: '15' }, '10080'),
  fallback: defaultSettings.general.loosenAfterMinutes,
  problem: 'settings_problem_loosenAfterMinutes',
};

export const ruleEnabledField: SettingField<boolean> = {
  schema: v.boolean(),
  fallback: true,
  problem: 'settings_problem_choice',
};

/** A band's start value in the rule's own unit; `null` keeps the rule's own. Which order they stand in: `change.ts`. */
export const ruleBandField: SettingField<DecimalString | null> = {
  schema: v.nullable(decimalWithin({ from: '0' }, '1000000')),
  fallback: null,
  problem: 'settings_problem_band',
};

export const bandLevels = ['notice', 'warning', 'danger'] as const;

/** Names that reach into the prototype of a plain object; never a key of ours. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Rule ids are kebab-case words, e.g. `cross-idle-exposed`. */
export function isRuleId(key: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key) && key.length <= 60 && !reserved.has(key);
}

/** Symbols come in every script and case (`BTCUSDT`, `PERP_ETH_USDC`, `kPEPE`); they hold a letter or digit. */
export function isSymbol(key: string): boolean {
  return key.length <= 40 && !reserved.has(key) && symbolKey(key) !== '' && key === key.trim();
}

/** Same for the spellings of one symbol: `btc-usdt`, `BTC_USDT` and `BTCUSDT` are one. */
export function symbolKey(symbol: string): string {
  return symbol.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

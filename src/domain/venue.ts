import type { MarginMode } from './account.ts';
import type { DecimalString } from './decimal-string.ts';
import type { MinimumCollateral, PowerRate, SizeRate } from './instrument.ts';
import type { Unknown } from './known.ts';

export const venueIds = [
  'binance',
  'binance-coinm',
  'bybit',
  'okx',
  'bitget',
  'gate',
  'kucoin',
  'mexc',
  'bingx',
  'bitmex',
  'kraken',
  'deribit',
  'hyperliquid',
  'dydx',
  'gmx',
  'orderly',
  'lighter',
  'echobit',
  'xxkk',
  'htx',
  'phemex',
  'generic',
  'practice',
] as const;

/** `generic` is the conservative fallback for a venue nobody described; `practice` is our own practice exchange. */
export type VenueId = (typeof venueIds)[number];

export function isVenueId(value: unknown): value is VenueId {
  return venueIds.some((id) => id === value);
}

/** What differs between venues in the one liquidation equation. See docs/money.md. */
export interface VenueRules {
  readonly model: 'tiered' | 'orderly' | 'deribit' | 'gmx';
  readonly maintenanceAt: 'liquidation' | 'entry' | 'mark';
  readonly triggerFee: 'none' | 'taker' | 'liquidation';
  readonly tierScheme: 'deduction' | 'flat';
  readonly initialMarginAt: 'order' | 'mark';
  /** Where cross differs from it, which then speaks of isolated only (Bybit, OKX). Default: `initialMarginAt`. */
  readonly crossInitialMarginAt?: 'order' | 'mark';
  readonly costIncludes: 'margin' | 'margin+open-fee' | 'margin+open+close-fee';
  readonly crossPool: 'shared' | 'pro-rata';
  readonly unrealisedProfitCounts: boolean;
  readonly hedgedLegsShareLiquidation: boolean;
  readonly modes: readonly MarginMode[];
  readonly modeScope: 'symbol' | 'account' | 'order' | 'position';
  readonly switchWithOpenPosition: boolean | 'unknown';
  readonly isolatedKeepsNothing: boolean;
  /** The ticket's cost also holds what a fill at the order's price would be down at once (Binance). Default false. */
  readonly costIncludesOpenLoss?: boolean;
  /** The opening fee comes out of the margin the trader puts up, not out of the balance (GMX). Default false. */
  readonly openFeeFromMargin?: boolean;
  /** Fraction of the value added to isolated margin as a reserve for the closing fee (Orderly). Default 0. */
  readonly isolatedMarginBuffer?: DecimalString;
  /**
   * Initial and maintenance margin of a cross position both hold the fee for closing it at its bankruptcy price (Bybit).
   * On isolated the reserve stands on both sides of the trigger and cancels: `margin` is without it. Default false.
   */
  readonly marginIncludesClosingFee?: boolean;
  /**
   * What the venue's rules are is not known: every figure is worked out under each of these changes as well, and the worse
   * one is given. Only a venue with a `standIn` has them; an input with `rules` of its own is assessed under those alone.
   */
  readonly alsoUnder?: readonly Partial<VenueRules>[];
}

export interface Source {
  readonly title: string;
  readonly address?: string;
  /** ISO date, or the words the source gives ("undated copy"). */
  readonly date: string;
}

/** Money facts of a venue, as of their sources; what is not known is unknown, never invented. */
export interface VenueFacts {
  readonly id: VenueId;
  readonly name: string;
  readonly rules: VenueRules;
  /**
   * The rules are not all the venue's own yet: figures are the worst under those of every described venue, `fee` stands in
   * for a fee that is not known, and every verdict says so.
   */
  readonly standIn?: { readonly fee: DecimalString };
  /** Base-level rates as fractions. */
  readonly takerFee: DecimalString | Unknown;
  readonly makerFee: DecimalString | Unknown;
  readonly fundingIntervalHours: DecimalString | Unknown;
  readonly liquidationFee: DecimalString | Unknown;
  readonly defaultMode: MarginMode | Unknown;
  /** The venue can pull idle wallet money into an isolated position by itself, where the trader has switched that on. */
  readonly autoAddMargin: boolean | Unknown;
  /** What besides the settle currency always stands behind a cross position, in words of ours: the figures leave it out. */
  readonly sharedCollateral?: 'many-coins';
  /** Packaged bracket table (`src/venues/tiers/NAME.json`), loaded only when this venue is assessed. */
  readonly tierTable?: string;
  /** The page writes cross as leverage 0. */
  readonly leverageZeroIsCross?: boolean;
  /** By symbol, for the `orderly` model. */
  readonly powerRates?: Readonly<Record<string, PowerRate>>;
  /** By symbol, for the `deribit` model. */
  readonly sizeRates?: Readonly<Record<string, SizeRate>>;
  /** For the `gmx` model: of markets by name, and of every other one. */
  readonly minimumCollateral?: {
    readonly bySymbol: Readonly<Record<string, MinimumCollateral>>;
    readonly others: MinimumCollateral;
  };
  /** Regular expression over the venue's symbols whose contracts are inverse; absent: all are linear. */
  readonly inverseSymbols?: string;
  readonly sources: readonly Source[];
}

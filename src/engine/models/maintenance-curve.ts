import type { MarginTier } from '../../domain/instrument.ts';
import type { Unknown } from '../../domain/known.ts';
import type { VenueRules } from '../../domain/venue.ts';
import { type Decimal, one, parse, zero } from '../decimal.ts';
import { maintenanceMargin } from '../formulas/maintenance-margin.ts';
import { sizeLinearMargin } from '../formulas/size-linear-margin.ts';
import { type PowerCurve, powerRateOf, powerSlopeOf } from './power.ts';
import type { QuadraticCurve, SizeRule } from './size-linear.ts';

/** One bracket: maintenance margin = value x `rate` - `amount` for values from `floor` up to and including `cap`. */
export interface Bracket {
  readonly floor: Decimal;
  /** `null`: open upwards. */
  readonly cap: Decimal | null;
  readonly rate: Decimal;
  readonly amount: Decimal;
}

/** Maintenance margin as a function of position value: straight pieces, lowest first. `undefined` past the last. */
export interface BracketCurve {
  readonly kind: 'brackets';
  bracket(index: number): Bracket | undefined;
  /** Where a table ends that lacks its upper part. `bracket` asks for the whole value beyond it, which is no figure. */
  readonly end?: CurveEnd | undefined;
  /** What `stricterCurve` is to make of it, where its own brackets do not tell. */
  readonly stricter?: BracketCurve | undefined;
}

/** Beyond `at` maintenance is unknown, and `why`. */
export interface CurveEnd {
  readonly at: Decimal;
  /** Floor of the last bracket that is known. */
  readonly lastFloor: Decimal;
  readonly why: Unknown;
}

/** The same rate whatever the value. */
export function fixedCurve(rate: Decimal, amount: Decimal): BracketCurve {
  const only: Bracket = { floor: zero, cap: null, rate, amount };
  return { kind: 'brackets', bracket: (index) => (index === 0 ? only : undefined) };
}

/**
 * A venue's bracket table. Brackets are turned into numbers only as far as they are looked at: positions live in the
 * lowest few of up to 20.
 *
 * `deduction`: the table's amount, or where it gives none the one that keeps maintenance continuous,
 * amount(n) = amount(n-1) + floor(n) x (rate(n) - rate(n-1)). `flat`: no amount, maintenance jumps at the edges.
 * A position larger than the last bracket stays at the last bracket's rate; where the table is known to lack its upper part
 * (`unknownBeyond`) maintenance is unknown there.
 */
export class TieredCurve implements BracketCurve {
  readonly kind = 'brackets';
  readonly #tiers: readonly MarginTier[];
  readonly #scheme: VenueRules['tierScheme'];
  readonly #made: Bracket[] = [];
  readonly end: CurveEnd | undefined;

  constructor(tiers: readonly MarginTier[], scheme: VenueRules['tierScheme'], unknownBeyond?: Unknown) {
    this.#tiers = tiers;
    this.#scheme = scheme;
    const last = tiers.at(-1);
    if (unknownBeyond === undefined || last === undefined) return;
    const lastFloor = parse(last.floor);
    this.end = { at: last.cap === null ? lastFloor : parse(last.cap), lastFloor, why: unknownBeyond };
  }

  bracket(index: number): Bracket | undefined {
    for (let at = this.#made.length; at <= index; at += 1) {
      const tier = this.#tiers[at];
      if (tier === undefined)
        return this.end !== undefined && at === this.#tiers.length ? wholeValue(this.end.at) : undefined;
      this.#made.push(this.#next(tier));
    }
    return this.#made[index];
  }

  #next(tier: MarginTier): Bracket {
    const floor = parse(tier.floor);
    const rate = parse(tier.rate);
    const isLast = this.#made.length === this.#tiers.length - 1;
    const cap = isLast ? (this.end?.at ?? null) : tier.cap === null ? null : parse(tier.cap);
    if (this.#scheme === 'flat') return { floor, cap, rate, amount: zero };
    if (tier.amount !== undefined) return { floor, cap, rate, amount: parse(tier.amount) };
    const below = this.#made.at(-1);
    const amount = below === undefined ? zero : below.amount.plus(floor.times(rate.minus(below.rate)));
    return { floor, cap, rate, amount };
  }
}

/** Stands for what is beyond the end of a table: whatever is found there counts as unknown. */
function wholeValue(floor: Decimal): Bracket {
  return { floor, cap: null, rate: one, amount: zero };
}

/**
 * A stricter reading of a table that may be out of date: every bracket at the next higher bracket's rate, nothing
 * deducted. Never asks for less maintenance than the table itself. Of a table that lacks its upper part the next rate of
 * its last bracket is unknown.
 */
export function stricterCurve(curve: BracketCurve): BracketCurve {
  const { end, stricter } = curve;
  if (stricter !== undefined) return stricter;
  return {
    kind: 'brackets',
    end: end === undefined ? undefined : { ...end, at: end.lastFloor },
    bracket(index) {
      const own = curve.bracket(index);
      if (own === undefined) return undefined;
      const above = curve.bracket(index + 1);
      return above === undefined ? { ...own, amount: zero } : { ...own, rate: above.rate, amount: zero };
    },
  };
}

/** Index of the bracket a value falls in; a value on an edge belongs to the lower bracket. */
export function bracketIndex(curve: BracketCurve, value: Decimal): number {
  let index = 0;
  for (;;) {
    const bracket = curve.bracket(index);
    if (bracket === undefined) return Math.max(0, index - 1);
    if (bracket.cap === null || value.lte(bracket.cap)) return index;
    index += 1;
  }
}

/** How maintenance margin follows from position value. */
export type MaintenanceCurve = BracketCurve | PowerCurve | QuadraticCurve;

/** What a contract says of maintenance: a curve, or one that is known once the size is. */
export type MaintenanceRule = MaintenanceCurve | SizeRule | SizeBrackets;

/** A bracket table whose bounds count size (contracts, coins), not value. */
export interface SizeBrackets {
  readonly kind: 'size-brackets';
  readonly table: BracketCurve;
}

/**
 * Maintenance of one size under such a table: the size fixes the bracket, so there is one rate at every price,
 * rate - amount / size.
 */
export function bracketOfSize({ table }: SizeBrackets, size: Decimal): BracketCurve | Unknown {
  const { end } = table;
  if (end !== undefined && size.gt(end.at)) return end.why;
  const index = bracketIndex(table, size);
  const own = table.bracket(index);
  if (own === undefined) throw new RangeError('a maintenance curve without brackets');
  const rate = own.amount.isZero() ? own.rate : own.rate.minus(own.amount.div(size));
  const next = fixedCurve(table.bracket(index + 1)?.rate ?? own.rate, zero);
  const isLastKnown = end !== undefined && size.gt(end.lastFloor);
  return {
    ...fixedCurve(rate, zero),
    stricter: isLastKnown ? { ...next, end: { ...end, at: zero } } : next,
  };
}

/** Maintenance margin of a value, in the settle currency. */
export function maintenanceOf(curve: MaintenanceCurve, value: Decimal): Decimal {
  if (curve.kind === 'power') return maintenanceMargin(value, powerRateOf(curve, value), zero);
  if (curve.kind === 'quadratic') return sizeLinearMargin(value, curve.base, curve.perUnit, value);
  const bracket = curve.bracket(bracketIndex(curve, value));
  if (bracket === undefined) throw new RangeError('a maintenance curve without brackets');
  return maintenanceMargin(value, bracket.rate, bracket.amount);
}

/** Maintenance margin of a value, and how much it grows with the value there. */
export function maintenanceTangent(
  curve: MaintenanceCurve,
  value: Decimal,
): { readonly margin: Decimal; readonly slope: Decimal } {
  if (curve.kind === 'power') {
    const rate = powerRateOf(curve, value);
    return { margin: value.times(rate), slope: powerSlopeOf(curve, rate) };
  }
  const margin = maintenanceOf(curve, value);
  if (curve.kind === 'quadratic')
    return { margin, slope: curve.base.plus(curve.perUnit.times(value).times(2)) };
  return { margin, slope: curve.bracket(bracketIndex(curve, value))?.rate ?? zero };
}

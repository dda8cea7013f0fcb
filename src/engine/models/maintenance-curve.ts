import type { MarginTier } from '../../domain/instrument.ts';
import type { VenueRules } from '../../domain/venue.ts';
import { type Decimal, parse, zero } from '../decimal.ts';
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
 * A position larger than the last bracket stays at the last bracket's rate.
 */
export class TieredCurve implements BracketCurve {
  readonly kind = 'brackets';
  readonly #tiers: readonly MarginTier[];
  readonly #scheme: VenueRules['tierScheme'];
  readonly #made: Bracket[] = [];

  constructor(tiers: readonly MarginTier[], scheme: VenueRules['tierScheme']) {
    this.#tiers = tiers;
    this.#scheme = scheme;
  }

  bracket(index: number): Bracket | undefined {
    for (let at = this.#made.length; at <= index; at += 1) {
      const tier = this.#tiers[at];
      if (tier === undefined) return undefined;
      this.#made.push(this.#next(tier));
    }
    return this.#made[index];
  }

  #next(tier: MarginTier): Bracket {
    const floor = parse(tier.floor);
    const rate = parse(tier.rate);
    const isLast = this.#made.length === this.#tiers.length - 1;
    const cap = isLast || tier.cap === null ? null : parse(tier.cap);
    if (this.#scheme === 'flat') return { floor, cap, rate, amount: zero };
    if (tier.amount !== undefined) return { floor, cap, rate, amount: parse(tier.amount) };
    const below = this.#made.at(-1);
    const amount = below === undefined ? zero : below.amount.plus(floor.times(rate.minus(below.rate)));
    return { floor, cap, rate, amount };
  }
}

/**
 * A stricter reading of a table that may be out of date: every bracket at the next higher bracket's rate, nothing
 * deducted. Never asks for less maintenance than the table itself.
 */
export function stricterCurve(curve: BracketCurve): BracketCurve {
  return {
    kind: 'brackets',
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
export type MaintenanceRule = MaintenanceCurve | SizeRule;

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

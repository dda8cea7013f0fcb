import type { ContractKind } from '../../domain/instrument.ts';
import { type Decimal, isPositive, larger, smaller, zero } from '../decimal.ts';
import { type BracketCurve, fixedCurve } from './maintenance-curve.ts';
import type { QuadraticCurve, SizeRule } from './size-linear.ts';
import { type Crossing, crossingOf, type Leg, type Solution, type Way } from './tiered.ts';

/**
 * Maintenance of one size. A linear contract's coins are its size, so its rate does not move with the price; an inverse
 * one's coins are its value, so its rate does.
 */
export function curveOfSize(
  { base, perUnit }: SizeRule,
  kind: ContractKind,
  size: Decimal,
): BracketCurve | QuadraticCurve {
  if (kind === 'linear' || perUnit.isZero()) return fixedCurve(base.plus(perUnit.times(size)), zero);
  return { kind: 'quadratic', base, perUnit };
}

export type QuadraticLeg = Omit<Leg, 'curve'> & { readonly curve: BracketCurve | QuadraticCurve };

/** T(x) = level + slope x - bend x^2, with bend >= 0. */
interface Parabola {
  readonly level: Decimal;
  readonly slope: Decimal;
  readonly bend: Decimal;
}

/**
 * The liquidation point of legs of which one at least has a quadratic curve; the others have one rate. The trigger is
 * that of `solveTrigger`, with a square: it is above 0 between its two roots, which are taken in closed form, each from
 * the sum that does not cancel.
 */
export function solveQuadratic(
  base: Decimal,
  legs: readonly QuadraticLeg[],
  start: Decimal,
  kind: ContractKind,
): Solution {
  const of = parabolaOf(base, legs);
  const alive = isPositive(of.level.plus(start.times(of.slope.minus(of.bend.times(start)))));
  const roots = rootsOf(of);
  const walk = (way: Way): Crossing => {
    const down = way === 'down';
    const none = down ? 'none-to-zero' : 'none-to-infinity';
    if (roots === null) return none;
    // Dead, the nearer root on the way is where it lives again. Alive, the start lies between the roots, but for the last
    // digit of a root.
    const root = down === alive ? roots.low : roots.high;
    if (!alive && (down ? root.gt(start) : root.lt(start))) return none;
    const at = down ? smaller(root, start) : larger(root, start);
    return isPositive(at) ? { at } : none;
  };
  return { alive, crossing: crossingOf(legs, alive, start, kind, walk) };
}

function parabolaOf(base: Decimal, legs: readonly QuadraticLeg[]): Parabola {
  let [level, slope, bend] = [base, zero, zero];
  for (const { gains, size, curve, triggerFee } of legs) {
    const fixed = curve.kind === 'quadratic' ? { rate: curve.base, amount: zero } : curve.bracket(0);
    if (fixed === undefined) throw new RangeError('a maintenance curve without brackets');
    level = level.plus(fixed.amount);
    const charged = size.times(fixed.rate.plus(triggerFee));
    slope = gains ? slope.plus(size).minus(charged) : slope.minus(size).minus(charged);
    if (curve.kind === 'quadratic') bend = bend.plus(curve.perUnit.times(size).times(size));
  }
  return { level, slope, bend };
}

/** `null` where the parabola never rises above 0. */
function rootsOf({ level, slope, bend }: Parabola): { readonly low: Decimal; readonly high: Decimal } | null {
  const square = slope.times(slope).plus(bend.times(level).times(4));
  if (square.isNegative()) return null;
  const root = square.sqrt();
  const twice = bend.times(2);
  if (slope.isNegative()) {
    const low = slope.minus(root).div(twice);
    return { low, high: level.div(bend.times(low)).neg() };
  }
  const high = slope.plus(root).div(twice);
  return { low: high.isZero() ? zero : level.div(bend.times(high)).neg(), high };
}

import type { ContractKind } from '../../domain/instrument.ts';
import { type Decimal, fromNumber, isPositive, zero } from '../decimal.ts';
import { type MaintenanceCurve, maintenanceOf, maintenanceSlope } from './maintenance-curve.ts';
import { type Crossing, crossingOf, type Leg, type Solution, type Way } from './tiered.ts';

export type ConcaveLeg = Omit<Leg, 'curve'> & { readonly curve: MaintenanceCurve };

/** The relative width at which the solve stops; the contract asks for 1e-12. */
const tolerance = fromNumber(1e-24);

/** Bisections that halve any bracket of 60 digits below the tolerance; Newton needs about eight. */
const mostSteps = 300;

/** Doublings on the way up: a price 10^38 times the mark is no price. */
const mostDoublings = 128;

/**
 * The liquidation point of several legs on one symbol whose rates never fall as the value grows, where no closed form is
 * left (Orderly's power of the value, beside a second leg or collateral that moves). The trigger is that of `solveTrigger`;
 * it is concave in x, so it is above 0 on one stretch at most. Each end is bracketed first, then found by Newton kept
 * inside the bracket.
 */
export function solveConcave(
  base: Decimal,
  legs: readonly ConcaveLeg[],
  start: Decimal,
  kind: ContractKind,
): Solution {
  const of = new Trigger(base, legs);
  const alive = of.isAlive(start);
  const walk = (way: Way): Crossing => {
    const none = way === 'down' ? 'none-to-zero' : 'none-to-infinity';
    const turned = alive ? deadPoint(of, start, way) : alivePoint(of, start, way);
    const at = turned === null ? zero : rootBetween(of, start, turned);
    return isPositive(at) ? { at } : none;
  };
  return { alive, crossing: crossingOf(legs, alive, start, kind, walk) };
}

class Trigger {
  readonly #base: Decimal;
  readonly #legs: readonly ConcaveLeg[];

  constructor(base: Decimal, legs: readonly ConcaveLeg[]) {
    this.#base = base;
    this.#legs = legs;
  }

  at(x: Decimal): Decimal {
    return this.#legs.reduce((sum, { gains, size, curve, triggerFee }) => {
      const value = size.times(x);
      const net = (gains ? sum.plus(value) : sum.minus(value)).minus(maintenanceOf(curve, value));
      return triggerFee.isZero() ? net : net.minus(value.times(triggerFee));
    }, this.#base);
  }

  slope(x: Decimal): Decimal {
    return this.#legs.reduce((sum, { gains, size, curve, triggerFee }) => {
      const asked = size.times(maintenanceSlope(curve, size.times(x)).plus(triggerFee));
      return (gains ? sum.plus(size) : sum.minus(size)).minus(asked);
    }, zero);
  }

  isAlive(x: Decimal): boolean {
    return isPositive(this.at(x));
  }
}

/** From a point that is alive: one on the way that is not. */
function deadPoint(of: Trigger, start: Decimal, way: Way): Decimal | null {
  if (way === 'down') return of.at(zero).isNegative() ? zero : null;
  let x = start;
  for (let step = 0; step < mostDoublings; step += 1) {
    x = x.times(2);
    if (!of.isAlive(x)) return x;
  }
  return null;
}

/** From a point that is dead: one on the way that is alive, if the trigger rises that way and far enough. */
function alivePoint(of: Trigger, start: Decimal, way: Way): Decimal | null {
  if (isPositive(of.slope(start)) !== (way === 'up')) return null;
  if (way === 'down') return of.isAlive(zero) ? zero : summitAlive(of, zero, start);
  let x = start;
  for (let step = 0; step < mostDoublings; step += 1) {
    const next = x.times(2);
    if (of.isAlive(next)) return next;
    if (!isPositive(of.slope(next))) return summitAlive(of, x, next);
    x = next;
  }
  return null;
}

/** A point between two dead ones that is alive: the way to the summit is the way the slope points. */
function summitAlive(of: Trigger, from: Decimal, to: Decimal): Decimal | null {
  let [low, high] = [from, to];
  for (let step = 0; step < mostSteps && high.minus(low).gt(high.times(tolerance)); step += 1) {
    const middle = low.plus(high).div(2);
    if (of.isAlive(middle)) return middle;
    if (isPositive(of.slope(middle))) low = middle;
    else high = middle;
  }
  return null;
}

/** Where the trigger changes its sign between two points of different sign. */
function rootBetween(of: Trigger, a: Decimal, b: Decimal): Decimal {
  let [low, high] = a.lt(b) ? [a, b] : [b, a];
  const lowAlive = of.isAlive(low);
  let x = low.plus(high).div(2);
  for (let step = 0; step < mostSteps && high.minus(low).gt(high.times(tolerance)); step += 1) {
    const at = of.at(x);
    if (at.isZero()) return x;
    if (isPositive(at) === lowAlive) low = x;
    else high = x;
    const slope = of.slope(x);
    const next = slope.isZero() ? low : x.minus(at.div(slope));
    if (next.minus(x).abs().lt(x.times(tolerance))) return next;
    x = next.gt(low) && next.lt(high) ? next : low.plus(high).div(2);
  }
  return x;
}

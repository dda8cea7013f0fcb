import type { ContractKind } from '../../domain/instrument.ts';
import { type Decimal, fromNumber, isPositive, zero } from '../decimal.ts';
import { type MaintenanceCurve, maintenanceTangent } from './maintenance-curve.ts';
import { rootBetween, type Tangent } from './root-between.ts';
import { type Crossing, crossingOf, type Leg, type Solution, type Way } from './tiered.ts';

export type ConcaveLeg = Omit<Leg, 'curve'> & { readonly curve: MaintenanceCurve };

/** A stretch of prices this narrow, relatively, is none to live on. */
const narrowest = fromNumber(1e-16);

/** Bisections that halve any bracket of 60 digits below that. */
const mostSteps = 300;

/** Jumps on the way up, each to 16 times the price: one 10^38 times the mark is no price. */
const mostJumps = 32;
const jump = 16;

/**
 * The liquidation point of several legs on one symbol whose rates never fall as the value grows, where no closed form is
 * left (Orderly's power of the value, beside a second leg or collateral that moves). The trigger is that of `solveTrigger`;
 * it is concave in x, so it is above 0 on one stretch at most. Each end is bracketed first. Newton from the dead side of a
 * concave line never oversteps, so it needs its bracket for rounding alone.
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
    if (turned === null) return none;
    const [dead, living] = alive ? [turned, start] : [start, turned];
    return { at: rootBetween((x) => of.tangent(x), dead, living, dead) };
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

  tangent(x: Decimal): Tangent {
    let [at, slope] = [this.#base, zero];
    for (const { gains, size, curve, triggerFee } of this.#legs) {
      const value = size.times(x);
      const asked = maintenanceTangent(curve, value);
      const perX = size.times(asked.slope.plus(triggerFee));
      at = (gains ? at.plus(value) : at.minus(value)).minus(asked.margin).minus(value.times(triggerFee));
      slope = (gains ? slope.plus(size) : slope.minus(size)).minus(perX);
    }
    return { at, slope };
  }

  isAlive(x: Decimal): boolean {
    return isPositive(this.tangent(x).at);
  }
}

/** From a point that is alive: one on the way that is not. */
function deadPoint(of: Trigger, start: Decimal, way: Way): Decimal | null {
  if (way === 'down') return of.tangent(zero).at.isNegative() ? zero : null;
  let x = start;
  for (let step = 0; step < mostJumps; step += 1) {
    x = x.times(jump);
    if (!of.isAlive(x)) return x;
  }
  return null;
}

/** From a point that is dead: one on the way that is alive, if the trigger rises that way and far enough. */
function alivePoint(of: Trigger, start: Decimal, way: Way): Decimal | null {
  if (isPositive(of.tangent(start).slope) !== (way === 'up')) return null;
  if (way === 'down') return of.isAlive(zero) ? zero : summitAlive(of, zero, start);
  let x = start;
  for (let step = 0; step < mostJumps; step += 1) {
    const next = x.times(jump);
    const { at, slope } = of.tangent(next);
    if (isPositive(at)) return next;
    if (!isPositive(slope)) return summitAlive(of, x, next);
    x = next;
  }
  return null;
}

/** A point between two dead ones that is alive: the way to the summit is the way the slope points. */
function summitAlive(of: Trigger, from: Decimal, to: Decimal): Decimal | null {
  let [low, high] = [from, to];
  for (let step = 0; step < mostSteps && high.minus(low).gt(high.times(narrowest)); step += 1) {
    const middle = low.plus(high).div(2);
    const { at, slope } = of.tangent(middle);
    if (isPositive(at)) return middle;
    if (isPositive(slope)) low = middle;
    else high = middle;
  }
  return null;
}

import type { Decimal } from '../decimal.ts';
import type { Conditions, Question } from '../liquidation.ts';
import { bracketIndex, maintenanceOf, stricterCurve } from '../models/maintenance-curve.ts';

/** The lowest point of a trigger on a stretch of the price. */
export interface LeastHeight {
  /** Collateral less maintenance there; what is missing to stay alive, where it is below 0. */
  readonly height: Decimal;
  /** It lies before the end of the stretch: meeting it exactly would stop there, so it has to be passed. */
  readonly isBeforeEnd: boolean;
}

/**
 * The lowest value of T (see `models/tiered.ts`) of one position while x goes from the mark to `end`, both included.
 * A margin larger by as much as T is below 0 there, and no smaller one, takes the position to `end` alive.
 *
 * Between bracket edges T is straight, so it is looked at where the stretch starts and ends and on both sides of each edge
 * between. A curve without brackets bends downwards only: its lowest point is one of the two ends.
 * `null` for more than one leg, for collateral that moves with the price and below the lowest bracket.
 */
export function leastHeight(question: Question, conditions: Conditions, end: Decimal): LeastHeight | null {
  const [leg, ...others] = question.legs;
  if (leg === undefined || others.length > 0 || !question.coins.isZero()) return null;
  const base = question.base.plus(conditions.collateral);
  const fee = leg.triggerFee.plus(conditions.extraFee);
  const from = question.start.times(leg.size);
  const target = end.times(leg.size);
  const isDown = leg.gains;
  const isAtStart = isDown ? target.gte(from) : target.lte(from);
  const to = isAtStart ? from : target;
  const unmaintained = (value: Decimal) =>
    (leg.gains ? base.plus(value) : base.minus(value)).minus(value.times(fee));
  let least: LeastHeight | null = null;
  const look = (height: Decimal, isBeforeEnd: boolean) => {
    if (least === null || height.lt(least.height)) least = { height, isBeforeEnd };
  };
  if (leg.curve.kind !== 'brackets') {
    const { curve } = leg;
    look(unmaintained(from).minus(maintenanceOf(curve, from)), true);
    if (!isAtStart) look(unmaintained(to).minus(maintenanceOf(curve, to)), false);
    return least;
  }
  const curve = conditions.stricter ? stricterCurve(leg.curve) : leg.curve;
  let index = bracketIndex(curve, from);
  for (let value = from; ; ) {
    const bracket = curve.bracket(index);
    if (bracket === undefined) return null;
    const at = (worth: Decimal) => unmaintained(worth).minus(worth.times(bracket.rate)).plus(bracket.amount);
    look(at(value), true);
    const edge = isDown ? bracket.floor : bracket.cap;
    if (edge === null || (isDown ? to.gte(edge) : to.lte(edge))) {
      if (!isAtStart) look(at(to), false);
      return least;
    }
    look(at(edge), true);
    value = edge;
    index += isDown ? -1 : 1;
  }
}

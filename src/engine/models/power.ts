import type { PowerRate } from '../../domain/instrument.ts';
import { type Decimal, fromNumber, isPositive, larger, one, parse, zero } from '../decimal.ts';
import { rootBetween, type Tangent } from './root-between.ts';

/**
 * The maintenance rate of Orderly: max(base, base / baseInitial x factor x value^0.8), so maintenance is a straight line
 * up to a value and grows with value^1.8 beyond it. Source: Orderly front-end library, 2026-08-21.
 *
 * With w = value^(1/5) everything is a polynomial: value = w^5, rate = coefficient x w^4.
 */
export interface PowerCurve {
  readonly kind: 'power';
  readonly base: Decimal;
  /** base / baseInitial x factor, > 0: without it the base rate is all there is, and no power curve. */
  readonly coefficient: Decimal;
}

export function powerCurve({ base, baseInitial, factor }: PowerRate): PowerCurve {
  const rate = parse(base);
  return { kind: 'power', base: rate, coefficient: rate.div(parse(baseInitial)).times(parse(factor)) };
}

/** The maintenance rate of a value. Example: 50 BTC at 90,000 with base 0.006 / 0.01 and factor 1e-7 is 1.261017929 %. */
export function powerRateOf(curve: PowerCurve, value: Decimal): Decimal {
  return larger(curve.base, fourth(fifthRoot(value)).times(curve.coefficient));
}

/** How much maintenance grows with the value where the rate is this: by it, and 1.8 times as much where the rate grows. */
export function powerSlopeOf(curve: PowerCurve, rate: Decimal): Decimal {
  return rate.gt(curve.base) ? rate.times(9).div(5) : rate;
}

function fourth(w: Decimal): Decimal {
  const square = w.times(w);
  return square.times(square);
}

/**
 * Of a value that is not below 0. Newton from a floating-point start, which is good to 1e-15: each step doubles the digits,
 * so two fill all forty.
 */
function fifthRoot(value: Decimal): Decimal {
  let w = fromNumber(value.toNumber() ** 0.2);
  if (w.isZero()) return zero;
  for (let step = 0; step < 2; step += 1) {
    const power = fourth(w);
    w = w.minus(power.times(w).minus(value).div(power.times(5)));
  }
  return w;
}

/** One position against the trigger T(v) = base + gain x v - v x rate(v), in its own value v. */
interface PowerTrigger {
  readonly base: Decimal;
  /** +1 or -1, less the fee rate in the trigger. */
  readonly gain: Decimal;
  readonly curve: PowerCurve;
}

/** T at w, and dT/dw. */
function tangent({ base, gain, curve }: PowerTrigger, w: Decimal): Tangent {
  const power = fourth(w);
  const grown = power.times(curve.coefficient);
  const grows = grown.gt(curve.base);
  const perValue = gain.minus(grows ? grown : curve.base);
  return {
    at: base.plus(power.times(w).times(perValue)),
    slope: power.times(grows ? gain.times(5).minus(grown.times(9)) : perValue.times(5)),
  };
}

/**
 * Where the root would be if the rate stayed as it is at the start: close, since the rate changes slowly. Wherever there is
 * a root the rate at the start is below a long's gain, so that is a value above 0.
 */
function guess({ base, gain, curve }: PowerTrigger, start: Decimal): Decimal {
  const rate = larger(curve.base, fourth(start).times(curve.coefficient));
  return fromNumber(base.neg().div(gain.minus(rate)).toNumber() ** 0.2);
}

export interface PowerSolution {
  readonly alive: boolean;
  /** Position value at the liquidation price, or `null` when there is none. */
  readonly value: Decimal | null;
}

/** The value at which a position is liquidated, from its value at the mark; see `solveTrigger` for the meaning. */
export function solvePower(
  base: Decimal,
  gains: boolean,
  fee: Decimal,
  curve: PowerCurve,
  start: Decimal,
): PowerSolution {
  const of: PowerTrigger = { base, gain: (gains ? one : one.neg()).minus(fee), curve };
  const at = (w: Decimal) => tangent(of, w);
  const here = fifthRoot(start);
  const alive = isPositive(at(here).at);
  const down = gains === alive;
  const edge = down ? zero : gains ? summit(of) : reachOf(of);
  const there = at(edge).at;
  if ((!down && edge.lt(here)) || there.isZero() || isPositive(there) === alive)
    return { alive, value: null };
  const [dead, living] = alive ? [edge, here] : [here, edge];
  const w = rootBetween(at, dead, living, guess(of, here));
  return { alive, value: fourth(w).times(w) };
}

/**
 * Where a long's T is highest: beyond it the rate eats more than the price gives. Never before the base rate ends, which is
 * no height for a long that a base rate above its gain keeps dead.
 */
function summit({ gain, curve }: PowerTrigger): Decimal {
  return larger(gain.times(5).div(9), curve.base).div(curve.coefficient).sqrt().sqrt();
}

/** A point where a short that lives, so that its base is above 0, is surely dead: T is below base - value x (1 + base rate). */
function reachOf({ base, gain, curve }: PowerTrigger): Decimal {
  return fifthRoot(base.div(curve.base.minus(gain)).times(2));
}

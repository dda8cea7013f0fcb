import { type Decimal, fromNumber, isPositive } from '../decimal.ts';

/** How high a trigger is at a point, and how it grows there. */
export interface Tangent {
  readonly at: Decimal;
  readonly slope: Decimal;
}

/** The relative step at which the solve stops; the contract asks for 1e-12. */
const tolerance = fromNumber(1e-24);

/** Bisections that halve any bracket of 60 digits below the tolerance; Newton needs about eight steps. */
const mostSteps = 300;

/**
 * Where a trigger rises above 0 between a point that is dead (at or below 0) and one that is alive: Newton from a first
 * guess, kept between the two by bisection.
 */
export function rootBetween(
  tangent: (x: Decimal) => Tangent,
  dead: Decimal,
  alive: Decimal,
  guess: Decimal,
): Decimal {
  let [behind, ahead, x] = [dead, alive, guess];
  for (let step = 0; step < mostSteps; step += 1) {
    const { at, slope } = tangent(x);
    if (isPositive(at)) ahead = x;
    else behind = x;
    const next = slope.isZero() ? null : x.minus(at.div(slope));
    if (next?.minus(x).abs().lte(x.abs().times(tolerance))) return x;
    x = next !== null && isBetween(next, behind, ahead) ? next : behind.plus(ahead).div(2);
  }
  return x;
}

function isBetween(x: Decimal, a: Decimal, b: Decimal): boolean {
  return a.lt(b) ? x.gt(a) && x.lt(b) : x.gt(b) && x.lt(a);
}

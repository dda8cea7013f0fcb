import { isNoRemedy, type NoRemedy, type Remedies } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import { parse } from '../decimal.ts';

/**
 * Remedies that hold under every one of several rule sets: the largest transfer and isolated margin, the smallest size.
 * Where one of them has no such remedy none is offered, but that nothing is at risk under some is no obstacle.
 */
export function worseRemedies(all: readonly Remedies[]): Remedies {
  return {
    transferOut: agreed(
      all.map(({ transferOut }) => transferOut),
      (a, b) => parse(a.amount).gt(b.amount),
    ),
    isolatedMargin: agreed(
      all.map(({ isolatedMargin }) => isolatedMargin),
      (a, b) => parse(a.amount).gt(b.amount),
    ),
    fittingSize: agreed(
      all.map(({ fittingSize }) => fittingSize),
      (a, b) => parse(a.size).lt(b.size),
    ),
  };
}

function agreed<T extends object>(
  all: readonly (T | NoRemedy | Unknown)[],
  isStricter: (a: T, b: T) => boolean,
): T | NoRemedy | Unknown {
  return all.reduce((a, b) => {
    if (isUnknown(a) || isUnknown(b) || isObstacle(a)) return a;
    if (isObstacle(b) || isNoRemedy(a)) return b;
    return isNoRemedy(b) || !isStricter(b, a) ? a : b;
  });
}

function isObstacle(remedy: object): boolean {
  return isNoRemedy(remedy) && remedy.why !== 'nothing-at-risk';
}

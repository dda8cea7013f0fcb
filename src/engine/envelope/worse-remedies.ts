import { isNoRemedy, type NoRemedy, type Remedies } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import { parse } from '../decimal.ts';

/**
 * Remedies that hold under every one of several rule sets: the largest transfer and isolated margin, the smallest size with
 * the smallest limit (a fraction of equity is less where less counts as equity). Where one of them has no such remedy none
 * is offered, but that nothing is at risk under some is no obstacle.
 */
export function worseRemedies(all: readonly Remedies[]): Remedies {
  const sizes = all.map(({ fittingSize }) => fittingSize);
  return {
    transferOut: agreed(
      all.map(({ transferOut }) => transferOut),
      (a, b) => parse(a.amount).gt(b.amount),
    ),
    isolatedMargin: agreed(
      all.map(({ isolatedMargin }) => isolatedMargin),
      (a, b) => parse(a.amount).gt(b.amount),
    ),
    fittingSize: sizes.reduce(
      withinLimit,
      agreed(sizes, (a, b) => parse(a.size).lt(b.size)),
    ),
  };
}

function withinLimit(size: Remedies['fittingSize'], other: Remedies['fittingSize']): Remedies['fittingSize'] {
  return 'limit' in size && 'limit' in other && parse(other.limit).lt(size.limit)
    ? { ...size, limit: other.limit }
    : size;
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

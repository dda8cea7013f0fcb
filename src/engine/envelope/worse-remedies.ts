import { isNoRemedy, type NoRemedy, type Remedies } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import { parse } from '../decimal.ts';

/**
 * Remedies that hold under every one of several rule sets: the largest transfer and isolated margin, the smallest size.
 * Where one of them has no such remedy none is offered, but that nothing is at risk under some is no obstacle.
 */
export function worseRemedies(all: readonly Remedies[]): Remedies {
  const [own] = all;
  if (own === undefined) throw new RangeError('no remedies to choose from');
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
  const [own] = all;
  if (own === undefined) throw new RangeError('no remedy to choose from');
  if (isUnknown(own)) return own;
  let strictest: T | null = null;
  for (const each of all) {
    if (isUnknown(each)) continue;
    if (isNoRemedy(each)) {
      if (each.why !== 'nothing-at-risk') return each;
    } else if (strictest === null || isStricter(each, strictest)) strictest = each;
  }
  return strictest ?? own;
}

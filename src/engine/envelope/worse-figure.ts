import type { Figure } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import { parse } from '../decimal.ts';

/**
 * The largest of a figure as several rule sets have it. Unknown where the first, the venue's own, does not know it; what
 * one of the others alone does not know is passed over.
 */
export function largest(figures: readonly Figure[]): Figure {
  return extreme(figures, (a, b) => parse(a).gt(b));
}

/** The smallest, in the same way. */
export function smallest(figures: readonly Figure[]): Figure {
  return extreme(figures, (a, b) => parse(a).lt(b));
}

function extreme(
  figures: readonly Figure[],
  isWorse: (a: Exclude<Figure, Unknown>, b: Exclude<Figure, Unknown>) => boolean,
): Figure {
  return figures.reduce((worst, each) =>
    isUnknown(worst) || isUnknown(each) || !isWorse(each, worst) ? worst : each,
  );
}

/** A maintenance ratio has no number where the equity is gone, which is worse than any number. */
export function largestRatio(ratios: readonly Figure[]): Figure {
  const [own] = ratios;
  if (own !== undefined && isUnknown(own)) return own;
  return ratios.find((each) => isUnknown(each) && each.why === 'undefined-ratio') ?? largest(ratios);
}

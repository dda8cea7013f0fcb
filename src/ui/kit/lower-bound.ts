import type { Exposure, Losses } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';

/** True when this worst loss must be said with "at least": it rests on the size of the pool, and the pool is a lower bound. */
export function worstIsLowerBound({ atLeast }: Pick<Exposure, 'atLeast'>, { worst }: Losses): boolean {
  return atLeast === true && !isUnknown(worst) && worst.why === 'cross-scope';
}

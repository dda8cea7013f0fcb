import type { Exposure, Losses } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';

/** True when the wallet's balance was inferred, so that what is built on it is a lower bound. */
export function balanceIsLowerBound(exposure: Pick<Exposure, 'assumed'>): boolean {
  return exposure.assumed.some(({ field }) => field === 'crossBalance' || field.endsWith('.crossBalance'));
}

/** True when this worst loss must be said with "at least": it rests on the size of the pool, and the pool is a lower bound. */
export function worstIsLowerBound(exposure: Pick<Exposure, 'assumed'>, { worst }: Losses): boolean {
  return !isUnknown(worst) && worst.why === 'cross-scope' && balanceIsLowerBound(exposure);
}

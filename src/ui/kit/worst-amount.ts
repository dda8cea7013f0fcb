import type { Figure, Losses } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';

/** The worst loss as a figure, whatever bounds it. */
export function worstAmount({ worst }: Losses): Figure {
  return isUnknown(worst) ? worst : worst.amount;
}

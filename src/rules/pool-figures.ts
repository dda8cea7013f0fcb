import { compareDecimals, type DecimalString } from '../domain/decimal-string.ts';
import { type OrderExposure, worstIsLowerBound } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import type { RuleContext } from './rule.ts';

/**
 * True where a loss of this order is its worst loss and that is a lower bound. A smaller one does not rest on the size of
 * the pool.
 */
export function isLossLowerBound(exposure: OrderExposure, loss: DecimalString): boolean {
  const { worst } = exposure.losses;
  return worstIsLowerBound(exposure) && !isUnknown(worst) && compareDecimals(loss, worst.amount) >= 0;
}

type Wording = Pick<RuleContext, 'translate' | 'figures'>;

/** An amount rounded up, with "at least" where it is a lower bound. */
export function lossText({ translate, figures }: Wording, amount: DecimalString, isBound: boolean): string {
  const text = figures.loss(amount);
  return isBound ? translate('kit_at_least', text) : text;
}

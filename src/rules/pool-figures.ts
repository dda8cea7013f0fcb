import { compareDecimals, type DecimalString } from '../domain/decimal-string.ts';
import type { OrderExposure } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import type { RuleContext } from './rule.ts';

/** True where the worst loss is all of a pool whose size can only be too small: then so is that loss. */
export function isWorstLowerBound({ atLeast, losses: { worst } }: OrderExposure): boolean {
  return atLeast === true && !isUnknown(worst) && worst.why === 'cross-scope';
}

/** True where a loss of this order is that worst loss. A smaller one does not rest on the size of the pool. */
export function isLossLowerBound(exposure: OrderExposure, loss: DecimalString): boolean {
  const { worst } = exposure.losses;
  return isWorstLowerBound(exposure) && !isUnknown(worst) && compareDecimals(loss, worst.amount) >= 0;
}

type Wording = Pick<RuleContext, 'translate' | 'figures'>;

/** An amount rounded up, with "at least" where it is a lower bound. */
export function lossText({ translate, figures }: Wording, amount: DecimalString, isBound: boolean): string {
  const text = figures.loss(amount);
  return isBound ? translate('kit_at_least', text) : text;
}

import {
  compareDecimals,
  type DecimalString,
  decimal,
  divideDecimals,
  subtractDecimals,
} from '../domain/decimal-string.ts';
import type { OrderExposure } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { exposureWith } from './exposure-with.ts';
import type { OfferedRemedy } from './offered-remedy.ts';
import type { RuleContext } from './rule.ts';

const one = decimal('1');

/**
 * The highest whole leverage up to `highest` whose figures the engine confirms to be mended. Two are tried: at the edge
 * of a band the first still stands in it.
 */
export function lowerLeverage(
  context: RuleContext,
  highest: DecimalString,
  isMended: (exposure: OrderExposure) => boolean,
): OfferedRemedy | undefined {
  const { order, translate, figures } = context;
  const whole = divideDecimals(highest, one, 0);
  if (whole === undefined || order.leverage === undefined) return undefined;
  for (const leverage of [whole, subtractDecimals(whole, one)]) {
    if (compareDecimals(leverage, one) < 0 || compareDecimals(leverage, order.leverage) >= 0) continue;
    const after = exposureWith(context, { leverage, margin: undefined });
    if (after === undefined || isUnknown(after.initialMargin) || !isMended(after)) continue;
    return {
      text: translate(
        'rule_remedy_leverage_margin',
        figures.times(leverage),
        figures.loss(after.initialMargin),
      ),
      figures: { leverage, initialMargin: after.initialMargin },
    };
  }
  return undefined;
}

import {
  absoluteDecimal,
  compareDecimals,
  type DecimalString,
  decimal,
  divideDecimals,
  subtractDecimals,
} from '../domain/decimal-string.ts';
import type { Figure } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { bandOf, milder } from './band-of.ts';
import { clear, couldNotRun, finding, type Rule, type RuleContext } from './rule.ts';

const zero = decimal('0');

/**
 * Distance from the mark to the nearest end of the range, as a fraction of the mark; 0 when the position is liquidatable
 * already or the near end lies across the mark. The side does not tell which way that is: a hedged leg can be liquidated
 * on its winning side.
 */
function distanceToNearest(
  { input, order }: RuleContext,
  { price, distance }: { readonly price: DecimalString; readonly distance: Figure },
  nearest: DecimalString,
): DecimalString | undefined {
  const mark = input.instruments[order.symbol]?.markPrice;
  if (mark === undefined || isUnknown(distance)) return undefined;
  if (compareDecimals(distance, zero) === 0) return zero;
  const isAcross = compareDecimals(mark, price) * compareDecimals(mark, nearest) <= 0;
  return isAcross ? zero : divideDecimals(absoluteDecimal(subtractDecimals(mark, nearest)), mark, 8);
}

/** The liquidation price is close to the mark (CK-3). Isolated is one step milder: there the loss is capped. */
export const liquidationNear: Rule = {
  id: 'liquidation-near',
  title: 'rule_liquidation_near_title',
  unit: 'fraction',
  worse: 'lower',
  bands: { notice: decimal('0.08'), warning: decimal('0.05'), danger: decimal('0.03') },
  run: (context, bands) => {
    const { liquidation, marginMode } = context.exposure;
    if (isUnknown(liquidation)) return couldNotRun;
    if (liquidation.kind === 'none') return clear;
    const { nearest } = liquidation.range;
    if (isUnknown(nearest)) return couldNotRun;
    const distance = distanceToNearest(context, liquidation, nearest);
    if (distance === undefined) return couldNotRun;
    const met = bandOf(distance, bands, 'lower');
    if (met === undefined) return clear;
    const level = marginMode === 'isolated' ? milder(met.level) : met.level;
    if (level === undefined) return clear;
    const { translate, figures } = context;
    return finding({
      level,
      field: 'liquidation',
      value: distance,
      threshold: met.threshold,
      message:
        compareDecimals(distance, zero) === 0
          ? translate('rule_liquidation_near_due')
          : translate('rule_liquidation_near_message', figures.distance(distance), figures.estimate(nearest)),
      hold: level === 'danger' ? 'acknowledge' : 'none',
    });
  },
};

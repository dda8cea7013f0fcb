import {
  absoluteDecimal,
  compareDecimals,
  type DecimalString,
  decimal,
  divideDecimals,
  subtractDecimals,
} from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import { bandOf, milder } from './band-of.ts';
import { clear, couldNotRun, finding, type Rule, type RuleContext } from './rule.ts';

const zero = decimal('0');

/** Distance from the mark to the nearest end of the range, as a fraction of the mark; 0 when it is already passed. */
function distanceToNearest(context: RuleContext, nearest: DecimalString): DecimalString | undefined {
  const { input, order, exposure } = context;
  const mark = input.instruments[order.symbol]?.markPrice;
  if (mark === undefined) return undefined;
  const room = subtractDecimals(mark, nearest);
  const isPassed = compareDecimals(room, zero) * (exposure.side === 'long' ? 1 : -1) <= 0;
  return isPassed ? zero : divideDecimals(absoluteDecimal(room), mark, 8);
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
    const distance = isUnknown(nearest) ? undefined : distanceToNearest(context, nearest);
    if (distance === undefined || isUnknown(nearest)) return couldNotRun;
    const met = bandOf(distance, bands, 'lower');
    const level = met && marginMode === 'isolated' ? milder(met.level) : met?.level;
    if (met === undefined || level === undefined) return clear;
    const { translate, figures } = context;
    return finding({
      level,
      field: 'liquidation',
      value: distance,
      threshold: met.threshold,
      message: translate(
        'rule_liquidation_near_message',
        figures.percent(distance),
        figures.price(nearest, 2),
      ),
      hold: level === 'danger' ? 'acknowledge' : 'none',
    });
  },
};

import {
  addDecimals,
  compareDecimals,
  type DecimalString,
  decimal,
  divideDecimals,
} from '../domain/decimal-string.ts';
import { worstIsLowerBound } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { isAgainstPosition } from './against-position.ts';
import { bandOf } from './band-of.ts';
import { exposureWith } from './exposure-with.ts';
import { type OfferedRemedy, offering } from './offered-remedy.ts';
import { lossText } from './pool-figures.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule, type RuleContext } from './rule.ts';

/** Fewer orders than this are no habit. */
const fewest = 5;

/** The middle one; between the two middle ones of an even number. */
function median(sizes: readonly DecimalString[]): DecimalString | undefined {
  const sorted = [...sizes].sort(compareDecimals);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) return undefined;
  return divideDecimals(addDecimals(lower, upper), decimal('2'), 12);
}

function remedy(context: RuleContext, usual: DecimalString): OfferedRemedy | undefined {
  const after = exposureWith(context, { size: usual, margin: undefined });
  const worst = after?.losses.worst;
  if (after === undefined || worst === undefined || isUnknown(worst)) return undefined;
  const amount = lossText(context, worst.amount, worstIsLowerBound(after));
  const { exposure, translate, figures } = context;
  // Less of an order against an open position closes less of it: that is no way to lose less.
  if (isAgainstPosition(context)) return undefined;
  const now = exposure.losses.worst;
  if (!isUnknown(now) && compareDecimals(worst.amount, now.amount) >= 0)
    return { text: translate('rule_remedy_usual_size_only', figures.price(usual)), figures: { size: usual } };
  return {
    text: translate('rule_remedy_usual_size', figures.price(usual), amount),
    figures: { size: usual, worstLoss: worst.amount },
  };
}

/** The size as a multiple of the middle of the last ten orders on this symbol: one digit too many is ten times (b-4). */
export const sizeOutOfHabit: Rule = {
  id: 'size-out-of-habit',
  title: 'rule_size_out_of_habit_title',
  unit: 'multiple',
  worse: 'higher',
  bands: { notice: decimal('3'), warning: decimal('5') },
  run: (context, bands) => {
    const { history, order, translate, figures } = context;
    const usual =
      history === undefined || history.recentSizes.length < fewest ? undefined : median(history.recentSizes);
    if (usual === undefined) return notApplicable;
    const multiple = order.size === undefined ? undefined : divideDecimals(order.size, usual, 6);
    if (order.size === undefined || multiple === undefined) return couldNotRun;
    const met = bandOf(multiple, bands, 'higher');
    if (met === undefined) return clear;
    return finding({
      level: met.level,
      field: 'size',
      value: multiple,
      threshold: met.threshold,
      message: translate(
        'rule_size_out_of_habit_message',
        figures.price(order.size),
        figures.times(multiple),
        figures.price(usual),
        figures.times(met.threshold),
      ),
      hold: met.level === 'notice' ? 'none' : 'acknowledge',
      ...offering(remedy(context, usual)),
    });
  },
};

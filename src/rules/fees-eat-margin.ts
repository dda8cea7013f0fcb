import {
  addDecimals,
  compareDecimals,
  type DecimalString,
  decimal,
  divideDecimals,
  multiplyDecimals,
} from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import { isAgainstPosition } from './against-position.ts';
import { bandOf } from './band-of.ts';
import { lowerLeverage } from './lower-leverage.ts';
import { type OfferedRemedy, offering } from './offered-remedy.ts';
import {
  type Bands,
  clear,
  couldNotRun,
  finding,
  notApplicable,
  type Rule,
  type RuleContext,
} from './rule.ts';
import { withRates } from './usual-rates.ts';

/** Fees are a share of the size and the margin is the size over the leverage: less leverage, less of the margin. */
function remedy(context: RuleContext, share: DecimalString, bands: Bands): OfferedRemedy | undefined {
  const { leverage } = context.order;
  const start = bands.notice ?? bands.warning;
  if (leverage === undefined || start === undefined) return undefined;
  const highest = divideDecimals(multiplyDecimals(leverage, start), share, 8);
  if (highest === undefined) return undefined;
  return lowerLeverage(context, highest, ({ fees }) => {
    const after = fees.roundTripOfMargin;
    return !isUnknown(after) && compareDecimals(after, start) < 0;
  });
}

/** What the share is a share of the margin of. An order that turns a position round pays also for what it closes. */
function feesOf(context: RuleContext, share: DecimalString): DecimalString | undefined {
  const { fees, initialMargin } = context.exposure;
  if (isUnknown(fees.open) || isUnknown(fees.close) || isUnknown(initialMargin)) return undefined;
  // To the nearest in the twelfth place: the share is a quotient, and what it misses would round up to a cent more.
  return isAgainstPosition(context)
    ? divideDecimals(multiplyDecimals(share, initialMargin), decimal('1'), 12)
    : addDecimals(fees.open, fees.close);
}

/** Fees of opening and closing as a share of the order's margin (CK-4, MK-4, EX-1c). */
export const feesEatMargin: Rule = {
  id: 'fees-eat-margin',
  title: 'rule_fees_eat_margin_title',
  unit: 'fraction',
  worse: 'higher',
  bands: { notice: decimal('0.05'), warning: decimal('0.1') },
  run: (context, bands) => {
    const { fees, initialMargin } = context.exposure;
    // An order that only takes off from a position puts up no margin.
    if (initialMargin === '0') return notApplicable;
    const share = fees.roundTripOfMargin;
    if (isUnknown(share)) return couldNotRun;
    const amount = feesOf(context, share);
    if (amount === undefined) return couldNotRun;
    const met = bandOf(share, bands, 'higher');
    if (met === undefined) return clear;
    const { translate, figures } = context;
    return finding({
      level: met.level,
      field: 'fees',
      value: share,
      threshold: met.threshold,
      message: withRates(
        context,
        translate(
          'rule_fees_eat_margin_message',
          figures.loss(amount),
          figures.percent(share),
          figures.percent(met.threshold),
        ),
      ),
      ...offering(remedy(context, share, bands)),
    });
  },
};

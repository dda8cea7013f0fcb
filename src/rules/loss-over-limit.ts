import {
  compareDecimals,
  type DecimalString,
  decimal,
  largerDecimal,
  multiplyDecimals,
} from '../domain/decimal-string.ts';
import type { Figure, FittingSize } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { exposureWith } from './exposure-with.ts';
import { isolate } from './isolate-or-move.ts';
import { confirmed, type OfferedRemedy, offering } from './offered-remedy.ts';
import { isLossLowerBound, lossText } from './pool-figures.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule, type RuleContext } from './rule.ts';

/** Over this multiple of the limit the amount has to be typed. */
const typeOver = decimal('2');

/**
 * The smaller of the two limits the trader may have set, a share of no equity being nothing; `null` when neither is.
 * Where equity is needed and unknown, the most it can be, or unknown where nothing says how much that is.
 */
function limitOf({ preferences, exposure }: RuleContext): Figure | null {
  const { maxLossQuote, maxLossFraction } = preferences;
  if (maxLossFraction === null) return maxLossQuote;
  const equity = exposure.equity.before;
  // The smaller of both is at most the one that is known: over that, it is over the limit, whatever the other is.
  if (isUnknown(equity)) return maxLossQuote ?? equity;
  const share = multiplyDecimals(maxLossFraction, largerDecimal(equity, decimal('0')));
  return maxLossQuote === null || compareDecimals(share, maxLossQuote) < 0 ? share : maxLossQuote;
}

/** The share of an equity that is unknown may be a stricter limit than the one that is known. */
function isMostOfLimit({ preferences, exposure }: RuleContext): boolean {
  return preferences.maxLossFraction !== null && isUnknown(exposure.equity.before);
}

/**
 * What is held against the limit: the worst loss, or, when a stop stands where it can fill, the larger of the loss at
 * the stop and the loss within reach.
 */
function measuredLoss({ losses, reach }: RuleContext['exposure']): Figure {
  const { atStop, worst } = losses;
  if (!isUnknown(atStop) && !('kind' in atStop)) {
    if (isUnknown(atStop.amount)) return atStop.amount;
    return isUnknown(reach.loss) ? reach.loss : largerDecimal(atStop.amount, reach.loss);
  }
  if (isUnknown(atStop)) return atStop;
  return isUnknown(worst) ? worst : worst.amount;
}

/** Where that is unknown: what it is at least. The loss within reach is, whatever the stop; a loss at the stop is too. */
function leastLoss({ losses: { atStop }, reach }: RuleContext['exposure']): DecimalString | undefined {
  const stopped =
    isUnknown(atStop) || 'kind' in atStop || isUnknown(atStop.amount) ? undefined : atStop.amount;
  if (isUnknown(reach.loss)) return stopped;
  return stopped === undefined ? reach.loss : largerDecimal(stopped, reach.loss);
}

/**
 * A smaller size, else isolated margin: the first whose loss, as this rule measures it, the engine found to be within the
 * limit. Else the size that brings at least the stop's own loss there, and says no more.
 */
function remedyWithin(context: RuleContext, limit: DecimalString): OfferedRemedy | undefined {
  const { exposure, order, translate, figures } = context;
  const isWithin = (loss: DecimalString | undefined) =>
    loss !== undefined && compareDecimals(loss, limit) <= 0;
  const fitting = smallerSize(context);
  const atSize = fitting === undefined ? undefined : lossAtSize(fitting);
  if (
    fitting !== undefined &&
    atSize !== undefined &&
    isWithin(atSize) &&
    isMostAtSize(context, fitting, atSize)
  ) {
    const [size, most] = [figures.price(fitting.size), figures.loss(atSize)];
    if (looksOver(atSize, limit, figures)) return sized(fitting, translate('rule_remedy_size_within', size));
    return sized(
      fitting,
      fitting.measure === 'worst'
        ? translate('rule_remedy_size', size, most)
        : translate('rule_remedy_size_with_stop', size, figures.percent(exposure.reach.move), most),
    );
  }
  const margin = confirmed(exposure.remedies.isolatedMargin);
  if (isWithin(margin?.worst)) return isolate(context);
  if (fitting?.measure !== 'at-stop' || order.stopLoss === undefined) return undefined;
  const { size, loss } = fitting;
  if (!isWithin(loss)) return undefined;
  const [at, stop] = [figures.price(size), figures.price(order.stopLoss)];
  return sized(
    fitting,
    looksOver(loss, limit, figures)
      ? translate('rule_remedy_size_at_stop_within', at, stop)
      : translate('rule_remedy_size_at_stop', at, stop, figures.loss(loss)),
  );
}

/** A loss is rounded up and a limit down, so at a limit with a part of a cent the one it is within looks over it. */
function looksOver(loss: DecimalString, limit: DecimalString, figures: RuleContext['figures']): boolean {
  return figures.loss(loss) === figures.loss(limit) && figures.loss(limit) !== figures.room(limit);
}

function smallerSize({ exposure, order }: RuleContext): FittingSize | undefined {
  const fitting = confirmed(exposure.remedies.fittingSize);
  if (fitting === undefined || order.size === undefined) return undefined;
  return compareDecimals(fitting.size, order.size) < 0 ? fitting : undefined;
}

function sized({ size, bindingLimit }: FittingSize, text: string): OfferedRemedy {
  return { text, figures: { size, bindingLimit } };
}

/** What this rule would measure at that size; `undefined` where it is not known. */
function lossAtSize({ measure, loss, reach }: FittingSize): DecimalString | undefined {
  if (measure === 'worst') return loss;
  return isUnknown(reach) ? undefined : largerDecimal(loss, reach);
}

/** Where the balance is a lower bound the engine is asked whether the loss at that size is one too, which is no mend. */
function isMostAtSize(context: RuleContext, { size }: FittingSize, loss: DecimalString): boolean {
  if (context.exposure.atLeast !== true) return true;
  const after = exposureWith(context, { size });
  return after !== undefined && !isLossLowerBound(after, loss);
}

/** What was measured, and of what: with a stop it is less than the worst loss that other surfaces name. */
function messageOf(context: RuleContext, loss: DecimalString, limit: DecimalString): string {
  const { exposure, translate, figures } = context;
  const { losses, reach } = exposure;
  const amount = lossText(context, loss, isLossLowerBound(exposure, loss));
  const room = figures.room(limit);
  const { atStop, worst } = losses;
  if (!isUnknown(worst) && worst.amount === loss)
    return translate('rule_loss_over_limit_message', amount, room);
  return !isUnknown(atStop) && 'amount' in atStop && atStop.amount === loss
    ? translate('rule_loss_over_limit_at_stop', figures.loss(loss), room)
    : translate('rule_loss_over_limit_reach', figures.percent(reach.move), amount, room);
}

/** The loss this order can make is over the limit the trader set (CK-2, EX-1d). */
export const lossOverLimit: Rule = {
  id: 'loss-over-limit',
  title: 'rule_loss_over_limit_title',
  unit: 'multiple',
  worse: 'higher',
  bands: { danger: decimal('1') },
  run: (context, bands) => {
    const { exposure } = context;
    const limit = limitOf(context);
    if (limit === null) return notApplicable;
    if (isUnknown(limit)) return couldNotRun;
    const start = multiplyDecimals(limit, bands.danger ?? decimal('1'));
    const measured = measuredLoss(exposure);
    const loss = isUnknown(measured) ? leastLoss(exposure) : measured;
    if (loss === undefined) return couldNotRun;
    if (compareDecimals(loss, start) <= 0)
      return isUnknown(measured) || isLossLowerBound(exposure, loss) || isMostOfLimit(context)
        ? couldNotRun
        : clear;
    const wayOver = compareDecimals(loss, multiplyDecimals(start, typeOver)) > 0;
    return finding({
      level: 'danger',
      field: 'losses',
      value: loss,
      threshold: limit,
      message: messageOf(context, loss, limit),
      hold: wayOver ? 'type-amount' : 'acknowledge',
      ...offering(remedyWithin(context, start)),
    });
  },
};

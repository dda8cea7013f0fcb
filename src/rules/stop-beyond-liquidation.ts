import type { DecimalString } from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import { isDue } from './is-due.ts';
import { isolate } from './isolate-or-move.ts';
import { stopState } from './no-stop-loss.ts';
import { confirmed, type OfferedRemedy, offering } from './offered-remedy.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule, type RuleContext } from './rule.ts';

/** The isolated margin with which the same stop fills first. */
function marginForStop(context: RuleContext): OfferedRemedy | undefined {
  const { exposure, order, translate, figures } = context;
  const margin = confirmed(exposure.remedies.isolatedMargin);
  if (margin?.stop !== 'reached' || order.stopLoss === undefined) return undefined;
  if (exposure.marginMode !== 'isolated') return isolate(context);
  return {
    text: translate('rule_remedy_margin', figures.loss(margin.amount), figures.price(order.stopLoss)),
    figures: { isolatedMargin: margin.amount },
  };
}

function messageOf(
  { exposure: { liquidation }, translate, figures }: RuleContext,
  stop: DecimalString,
): string {
  const at = figures.price(stop);
  if (isUnknown(liquidation) || liquidation.kind === 'none')
    return translate('rule_stop_beyond_liquidation_unpriced', at);
  return isDue(liquidation)
    ? translate('rule_stop_beyond_liquidation_due', at)
    : translate('rule_stop_beyond_liquidation_message', at, figures.estimate(liquidation.price));
}

/** The stop lies behind the liquidation price, so it can never fill (CK-5). */
export const stopBeyondLiquidation: Rule = {
  id: 'stop-beyond-liquidation',
  title: 'rule_stop_beyond_liquidation_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: (context) => {
    const { exposure, order } = context;
    if (stopState(context) === 'unread') return couldNotRun;
    if (order.stopLoss === undefined) return notApplicable;
    const { atStop } = exposure.losses;
    if (isUnknown(atStop)) return couldNotRun;
    if (!('kind' in atStop) || atStop.kind !== 'stop-beyond-liquidation') {
      return isUnknown(exposure.liquidation) ? couldNotRun : clear;
    }
    const { liquidation } = exposure;
    const price = !isUnknown(liquidation) && liquidation.kind === 'price' ? liquidation.price : undefined;
    return finding({
      level: 'danger',
      field: 'stopLoss',
      value: order.stopLoss,
      threshold: price ?? '',
      message: messageOf(context, order.stopLoss),
      hold: 'acknowledge',
      ...offering(marginForStop(context)),
    });
  },
};

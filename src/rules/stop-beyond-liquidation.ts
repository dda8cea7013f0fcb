import { isUnknown } from '../domain/known.ts';
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

/** The stop lies behind the liquidation price, so it can never fill (CK-5). */
export const stopBeyondLiquidation: Rule = {
  id: 'stop-beyond-liquidation',
  title: 'rule_stop_beyond_liquidation_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: (context) => {
    const { exposure, order, translate, figures } = context;
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
      message: translate(
        'rule_stop_beyond_liquidation_message',
        figures.price(order.stopLoss),
        price === undefined ? '' : figures.estimate(price),
      ),
      hold: 'acknowledge',
      ...offering(marginForStop(context)),
    });
  },
};

import { isUnknown } from '../domain/known.ts';
import { stopState } from './no-stop-loss.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule } from './rule.ts';

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
        price === undefined ? '' : figures.price(price, 2),
      ),
      hold: 'acknowledge',
    });
  },
};

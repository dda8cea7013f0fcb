import { isUnknown } from '../domain/known.ts';
import { stopState } from './no-stop-loss.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule } from './rule.ts';

/** The stop stands on the winning side of the entry, so it is no stop (CK-5). */
export const stopWrongSide: Rule = {
  id: 'stop-wrong-side',
  title: 'rule_stop_wrong_side_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: (context) => {
    const { exposure, order, translate, figures } = context;
    if (stopState(context) === 'unread') return couldNotRun;
    if (order.stopLoss === undefined) return notApplicable;
    const { atStop } = exposure.losses;
    if (isUnknown(atStop)) return couldNotRun;
    if (!('kind' in atStop) || atStop.kind !== 'stop-wrong-side') return clear;
    return finding({
      level: 'warning',
      field: 'stopLoss',
      value: order.stopLoss,
      threshold: '',
      message: translate('rule_stop_wrong_side_message', figures.price(order.stopLoss)),
      hold: 'acknowledge',
    });
  },
};

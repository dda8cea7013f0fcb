import { worstIsLowerBound } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { isolate } from './isolate-or-move.ts';
import { offering } from './offered-remedy.ts';
import { lossText } from './pool-figures.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule } from './rule.ts';

/** Isolated margin with auto-add switched on: the whole pool is the cap, not the margin (EX-1a, V-2, V-3). */
export const autoMarginAdd: Rule = {
  id: 'auto-margin-add',
  title: 'rule_auto_margin_add_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: (context) => {
    const { exposure, order, translate } = context;
    const { marginMode, losses } = exposure;
    if (marginMode === 'cross') return notApplicable;
    if (order.autoAddMargin !== true) return clear;
    if (isUnknown(marginMode)) return couldNotRun;
    const { worst } = losses;
    return finding({
      level: 'warning',
      field: 'autoAddMargin',
      value: 'on',
      threshold: '',
      message: isUnknown(worst)
        ? translate('rule_auto_margin_add_unknown')
        : translate(
            'rule_auto_margin_add_message',
            lossText(context, worst.amount, worstIsLowerBound(exposure)),
          ),
      ...offering(isolate(context)),
    });
  },
};

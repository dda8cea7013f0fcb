import type { DecimalString } from '../domain/decimal-string.ts';
import type { Liquidation } from '../domain/exposure.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import { isDue } from './is-due.ts';
import { isolate } from './isolate-or-move.ts';
import { offering } from './offered-remedy.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule, type RuleContext } from './rule.ts';

type Place = DecimalString | 'none' | 'due';

function priceOf(liquidation: Liquidation | Unknown): Place | undefined {
  if (isUnknown(liquidation)) return undefined;
  if (liquidation.kind === 'none') return 'none';
  return isDue(liquidation) ? 'due' : liquidation.price;
}

function said({ translate, figures }: RuleContext, price: Place): string {
  if (price === 'due') return translate('rule_mode_switch_changes_liquidation_due');
  return price === 'none' ? translate('rule_mode_switch_changes_liquidation_none') : figures.estimate(price);
}

/** The mode of this ticket was changed: where the liquidation was, and where it is now (MK-8). */
export const modeSwitchChangesLiquidation: Rule = {
  id: 'mode-switch-changes-liquidation',
  title: 'rule_mode_switch_changes_liquidation_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: (context) => {
    const { exposure, earlierMode, translate } = context;
    const { marginMode, otherMode } = exposure;
    if (earlierMode === undefined || earlierMode === null) return notApplicable;
    if (isUnknown(marginMode)) return couldNotRun;
    if (marginMode === earlierMode) return clear;
    const before = isUnknown(otherMode) ? undefined : priceOf(otherMode.liquidation);
    const now = priceOf(exposure.liquidation);
    if (before === undefined || now === undefined) return couldNotRun;
    if (before === now) return clear;
    return finding({
      level: 'notice',
      field: 'marginMode',
      value: now,
      threshold: before,
      message: translate(
        'rule_mode_switch_changes_liquidation_message',
        translate(earlierMode === 'cross' ? 'mode_cross' : 'mode_isolated'),
        translate(marginMode === 'cross' ? 'mode_cross' : 'mode_isolated'),
        said(context, before),
        said(context, now),
      ),
      // Back to cross is nothing to advise; back to isolated fences the order in again.
      ...offering(marginMode === 'cross' ? isolate(context) : undefined),
    });
  },
};

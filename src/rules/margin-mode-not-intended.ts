import { isUnknown } from '../domain/known.ts';
import { isolate } from './isolate-or-move.ts';
import { offering } from './offered-remedy.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule } from './rule.ts';

/** The mode on the ticket is not the one the trader chose for this symbol (CK-1, MK-1). */
export const marginModeNotIntended: Rule = {
  id: 'margin-mode-not-intended',
  title: 'rule_margin_mode_not_intended_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: (context) => {
    const { exposure, preferences, translate } = context;
    const { intendedMode } = preferences;
    const { marginMode } = exposure;
    if (intendedMode === null) return notApplicable;
    if (isUnknown(marginMode)) return couldNotRun;
    if (marginMode === intendedMode) return clear;
    const message =
      marginMode === 'cross'
        ? translate('rule_margin_mode_not_intended_cross')
        : translate('rule_margin_mode_not_intended_isolated');
    const remedy =
      intendedMode === 'isolated' ? isolate(context) : { text: translate('rule_remedy_cross'), figures: {} };
    return finding({
      level: 'warning',
      field: 'marginMode',
      value: marginMode,
      threshold: intendedMode,
      message,
      hold: 'acknowledge',
      ...offering(remedy),
    });
  },
};

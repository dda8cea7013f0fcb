import { isUnknown } from '../domain/known.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule } from './rule.ts';

/** The mode on the ticket is not the one the trader chose for this symbol (CK-1, MK-1). */
export const marginModeNotIntended: Rule = {
  id: 'margin-mode-not-intended',
  title: 'rule_margin_mode_not_intended_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: ({ exposure, preferences, translate, figures }) => {
    const { intendedMode } = preferences;
    const { marginMode, otherMode } = exposure;
    if (intendedMode === null) return notApplicable;
    if (isUnknown(marginMode)) return couldNotRun;
    if (marginMode === intendedMode) return clear;
    const message =
      marginMode === 'cross'
        ? translate('rule_margin_mode_not_intended_cross')
        : translate('rule_margin_mode_not_intended_isolated');
    const margin = isUnknown(otherMode) ? otherMode : otherMode.initialMargin;
    const remedy =
      intendedMode === 'isolated' && !isUnknown(margin)
        ? {
            text: translate('rule_remedy_isolated_with', figures.loss(margin)),
            figures: { isolatedMargin: margin },
          }
        : {
            text: translate(intendedMode === 'isolated' ? 'rule_remedy_isolated' : 'rule_remedy_cross'),
            figures: {},
          };
    return finding({
      level: 'warning',
      field: 'marginMode',
      value: marginMode,
      threshold: intendedMode,
      message,
      hold: 'acknowledge',
      remedy,
    });
  },
};

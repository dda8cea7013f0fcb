import { clear, finding, notApplicable, type Rule } from './rule.ts';

/** The page may hold positions that were not seen; on cross they share the same money. */
export const positionsMayBeHidden: Rule = {
  id: 'positions-may-be-hidden',
  title: 'rule_positions_may_be_hidden_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: ({ input, exposure, translate }) => {
    if (exposure.marginMode === 'isolated') return notApplicable;
    if (input.account.positionsComplete !== false) return clear;
    return finding({
      level: 'notice',
      field: 'positions',
      value: 'incomplete',
      threshold: '',
      message: translate('rule_positions_may_be_hidden_message'),
    });
  },
};

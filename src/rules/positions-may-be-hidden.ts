import { clear, finding, type Rule } from './rule.ts';

/** The page may hold positions that were not seen: on cross they share the same money, on isolated this may add to one. */
export const positionsMayBeHidden: Rule = {
  id: 'positions-may-be-hidden',
  title: 'rule_positions_may_be_hidden_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: ({ input, exposure, translate }) => {
    if (input.account.positionsComplete !== false) return clear;
    return finding({
      level: 'notice',
      field: 'positions',
      value: 'incomplete',
      threshold: '',
      message: translate(
        exposure.marginMode === 'isolated'
          ? 'rule_positions_may_be_hidden_isolated'
          : 'rule_positions_may_be_hidden_message',
      ),
    });
  },
};

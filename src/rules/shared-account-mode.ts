import { isUnknown } from '../domain/known.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule } from './rule.ts';

/**
 * On some venues the cross pool is every coin the trader holds as collateral; only the settle currency is counted (b-7).
 * Told by the venue's facts: pages show a multi-asset or portfolio mode of the trader's own choice nowhere that is read.
 */
export const sharedAccountMode: Rule = {
  id: 'shared-account-mode',
  title: 'rule_shared_account_mode_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: ({ facts, exposure, order, input, translate }) => {
    if (facts?.sharedCollateral === undefined) return notApplicable;
    if (isUnknown(exposure.marginMode)) return couldNotRun;
    if (exposure.marginMode === 'isolated' && order.autoAddMargin !== true) return clear;
    return finding({
      level: 'notice',
      field: 'walletBalance',
      value: facts.sharedCollateral,
      threshold: '',
      message: translate('rule_shared_account_mode_message', input.account.currency),
    });
  },
};

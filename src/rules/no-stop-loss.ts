import { clear, couldNotRun, finding, type Rule, type RuleContext } from './rule.ts';

/** No stop on the ticket is a fact; a stop field that cannot be read is not. */
export function stopState({ order, reading }: RuleContext): 'set' | 'none' | 'unread' {
  if (order.stopLoss !== undefined) return 'set';
  const field = reading?.stopLoss;
  if (field === undefined || field.known) return 'none';
  return field.why === 'not-on-page' || field.why === 'missing-input' ? 'none' : 'unread';
}

/** An opening order without a stop-loss (CK-5). */
export const noStopLoss: Rule = {
  id: 'no-stop-loss',
  title: 'rule_no_stop_loss_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: (context) => {
    const state = stopState(context);
    if (state === 'unread') return couldNotRun;
    if (state === 'set') return clear;
    const isCross = context.exposure.marginMode === 'cross';
    return finding({
      level: isCross ? 'warning' : 'notice',
      field: 'stopLoss',
      value: 'none',
      threshold: '',
      message: context.translate(isCross ? 'rule_no_stop_loss_cross' : 'rule_no_stop_loss_message'),
    });
  },
};

import type { Bands, Rule, RuleOutcome } from '../../src/rules/rule.ts';
import { type ContextChange, ruleContext } from './rule-context.ts';

/** One rule alone on the cross order with some members changed; a throw comes through. */
export function runRule(rule: Rule, change: ContextChange = {}, bands: Bands = rule.bands): RuleOutcome {
  return rule.run(ruleContext(change), bands);
}

/** What the rule found; `undefined` where it found nothing. */
export function found(rule: Rule, change: ContextChange = {}, bands: Bands = rule.bands) {
  const outcome = runRule(rule, change, bands);
  return outcome.kind === 'finding' ? outcome.finding : undefined;
}

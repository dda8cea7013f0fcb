import {
  type Finding,
  type Hold,
  type Level,
  levels,
  stricterHold,
  type Verdict,
  worseLevel,
} from '../domain/verdict.ts';
import { answerChecklist } from './checklist.ts';
import { rules as shippedRules } from './index.ts';
import type { Rule, RuleContext, RuleOutcome } from './rule.ts';

/** A rule that throws has measured nothing; that is unknown, not fine. */
function runRule(rule: Rule, context: RuleContext): RuleOutcome {
  try {
    return rule.run(context, { ...rule.bands, ...context.preferences.rules[rule.id]?.bands });
  } catch {
    return { kind: 'could-not-run' };
  }
}

const loudestFirst = (a: Finding, b: Finding) => levels.indexOf(loudness(b)) - levels.indexOf(loudness(a));
const loudness = (finding: Finding): Level => (finding.level === 'unknown' ? 'warning' : finding.level);

/** An order that only reduces is a way out of risk: nothing is held against it and nothing is said. */
function wayOut(context: RuleContext): Verdict {
  return {
    level: 'ok',
    hold: 'none',
    checklist: answerChecklist(context, []),
    findings: [],
    checked: [],
    couldNotRun: [],
  };
}

/**
 * Runs every rule that is switched on. The level is that of the worst finding, and at least `unknown` when a rule could
 * not run and no finding says why; the hold is the strictest asked for. An order known to only reduce is never held.
 */
export function evaluate(context: RuleContext, rules: readonly Rule[] = shippedRules): Verdict {
  if (context.order.effect !== 'open') return wayOut(context);
  const findings: Finding[] = [];
  const checked: string[] = [];
  const couldNotRun: string[] = [];
  /** By rule that could not run, the rule whose finding says why. */
  const saidBy: (string | undefined)[] = [];
  for (const rule of rules) {
    if (context.preferences.rules[rule.id]?.enabled === false) continue;
    const outcome = runRule(rule, context);
    if (outcome.kind === 'not-applicable') continue;
    if (outcome.kind === 'could-not-run') {
      couldNotRun.push(rule.id);
      saidBy.push(outcome.saidBy);
      continue;
    }
    checked.push(rule.id);
    if (outcome.kind === 'finding') findings.push({ hold: 'none', ...outcome.finding, id: rule.id });
  }
  findings.sort(loudestFirst);
  const isSaid = (by: string | undefined) => findings.some(({ id }) => id === by);
  const level = findings.reduce<Level>(
    (worst, finding) => worseLevel(worst, finding.level),
    saidBy.every(isSaid) ? 'ok' : 'unknown',
  );
  const hold = findings.reduce<Hold>((strictest, finding) => stricterHold(strictest, finding.hold), 'none');
  return { level, hold, checklist: answerChecklist(context, findings), findings, checked, couldNotRun };
}

import { type Figure, worstIsLowerBound } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import type { ChecklistItem, Finding } from '../domain/verdict.ts';
import { isDue } from './is-due.ts';
import { stopState } from './no-stop-loss.ts';
import { lossText } from './pool-figures.ts';
import type { RuleContext } from './rule.ts';
import { areRatesAssumed } from './usual-rates.ts';

type State = ChecklistItem['state'];

function has(findings: readonly Finding[], ...ids: string[]): boolean {
  return findings.some((finding) => ids.includes(finding.id) && finding.level !== 'notice');
}

function modeItem({ exposure, preferences, translate }: RuleContext): ChecklistItem {
  const { marginMode } = exposure;
  if (isUnknown(marginMode))
    return { id: 'CK-1', state: 'unknown', answer: translate('checklist_mode_unread') };
  const word = translate(marginMode === 'cross' ? 'mode_cross' : 'mode_isolated');
  const { intendedMode } = preferences;
  if (intendedMode === null) {
    return marginMode === 'isolated'
      ? { id: 'CK-1', state: 'pass', answer: word }
      : { id: 'CK-1', state: 'unknown', answer: translate('checklist_mode_no_intent', word) };
  }
  if (marginMode === intendedMode)
    return { id: 'CK-1', state: 'pass', answer: translate('checklist_mode_as_meant', word) };
  const intended = translate(intendedMode === 'cross' ? 'mode_cross' : 'mode_isolated');
  return { id: 'CK-1', state: 'fail', answer: translate('checklist_mode_differs', word, intended) };
}

function lossItem(context: RuleContext, findings: readonly Finding[]): ChecklistItem {
  const { exposure, translate, figures } = context;
  const { worst } = exposure.losses;
  if (isUnknown(worst)) return { id: 'CK-2', state: 'unknown', answer: translate('checklist_loss_unknown') };
  const isOver = has(findings, 'loss-over-limit');
  // What is known is no most then, but a least.
  if (worstIsLowerBound(exposure)) {
    const answer = lossText(context, worst.amount, true);
    return { id: 'CK-2', state: isOver ? 'fail' : 'unknown', answer };
  }
  const state: State = isOver ? 'fail' : 'pass';
  return { id: 'CK-2', state, answer: translate('checklist_loss', figures.loss(worst.amount)) };
}

function liquidationItem(
  { exposure, translate, figures }: RuleContext,
  findings: readonly Finding[],
): ChecklistItem {
  const { liquidation } = exposure;
  if (isUnknown(liquidation)) {
    return { id: 'CK-3', state: 'unknown', answer: translate('checklist_liquidation_unknown') };
  }
  const state: State = has(findings, 'liquidation-near', 'stop-beyond-liquidation', 'liquidation-disagrees')
    ? 'fail'
    : 'pass';
  if (liquidation.kind === 'none')
    return { id: 'CK-3', state, answer: translate('checklist_liquidation_none') };
  if (isDue(liquidation)) return { id: 'CK-3', state, answer: translate('checklist_liquidation_due') };
  const { nearest } = liquidation.range;
  const isWayKnown = !isUnknown(nearest) && !isUnknown(liquidation.distance);
  const estimate = figures.estimate(liquidation.price);
  const near = isUnknown(nearest) ? estimate : figures.estimate(nearest);
  const answer =
    near === estimate
      ? translate('checklist_liquidation', estimate)
      : translate('checklist_liquidation_range', estimate, near);
  return { id: 'CK-3', state: state === 'pass' && !isWayKnown ? 'unknown' : state, answer };
}

function costItem(
  { exposure, translate, figures }: RuleContext,
  findings: readonly Finding[],
): ChecklistItem {
  const { fees, funding } = exposure;
  const money = (figure: Figure) => (isUnknown(figure) ? undefined : figures.loss(figure));
  const open = money(fees.open);
  const close = money(fees.close);
  const toHorizon = money(funding.toHorizon);
  if (open === undefined || close === undefined) {
    return { id: 'CK-4', state: 'unknown', answer: translate('checklist_costs_unknown') };
  }
  const state: State = has(findings, 'fees-eat-margin', 'funding-eats-margin') ? 'fail' : 'pass';
  if (toHorizon === undefined)
    return { id: 'CK-4', state: 'unknown', answer: translate('checklist_costs_no_funding', open, close) };
  const text = areRatesAssumed(exposure) ? 'checklist_costs_usual' : 'checklist_costs';
  return { id: 'CK-4', state, answer: translate(text, open, close, toHorizon) };
}

function stopItem(context: RuleContext, findings: readonly Finding[]): ChecklistItem {
  const { exposure, order, translate, figures } = context;
  const stop = stopState(context);
  if (stop === 'unread') return { id: 'CK-5', state: 'unknown', answer: translate('checklist_stop_unread') };
  if (order.stopLoss === undefined)
    return { id: 'CK-5', state: 'fail', answer: translate('checklist_stop_none') };
  const isBad = has(findings, 'stop-beyond-liquidation', 'stop-wrong-side');
  // Whether it fills before the liquidation is a part of the question.
  const state: State = isBad ? 'fail' : isUnknown(exposure.losses.atStop) ? 'unknown' : 'pass';
  return { id: 'CK-5', state, answer: translate('checklist_stop', figures.price(order.stopLoss)) };
}

function fundsItem(context: RuleContext, findings: readonly Finding[]): ChecklistItem {
  const { exposure, order, translate } = context;
  if (exposure.marginMode === 'isolated' && order.autoAddMargin !== true) {
    return { id: 'CK-6', state: 'pass', answer: translate('checklist_funds_isolated') };
  }
  const { atRisk } = exposure.idle;
  if (isUnknown(atRisk))
    return { id: 'CK-6', state: 'unknown', answer: translate('checklist_funds_unknown') };
  const exposed = findings.some((finding) => finding.id === 'cross-idle-exposed');
  const isBound = exposure.atLeast === true;
  return {
    id: 'CK-6',
    state: exposed ? 'fail' : isBound ? 'unknown' : 'pass',
    answer: translate('checklist_funds', lossText(context, atRisk, isBound)),
  };
}

/** The six items a trader should have seen before confirming, answered from the ticket (CK-1..CK-6). */
export function answerChecklist(
  context: RuleContext,
  findings: readonly Finding[],
): readonly ChecklistItem[] {
  return [
    modeItem(context),
    lossItem(context, findings),
    liquidationItem(context, findings),
    costItem(context, findings),
    stopItem(context, findings),
    fundsItem(context, findings),
  ];
}

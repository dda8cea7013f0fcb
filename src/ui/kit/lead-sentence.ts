import type { SideAssessment } from '../../domain/assessment.ts';
import type { OrderExposure } from '../../domain/exposure.ts';
import { isOrderExposure } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import { type Finding, stricterHold, worseLevel } from '../../domain/verdict.ts';
import { worstIsLowerBound } from './lower-bound.ts';
import { modeText } from './mode-text.ts';
import { figureText } from './money.tsx';
import type { Wording } from './wording.ts';
import { worstAmount } from './worst-amount.ts';

/** The finding a surface leads with: the worst level; among equals the one that holds more, then the first. */
export function worstFinding(findings: readonly Finding[]): Finding | undefined {
  return findings.reduce<Finding | undefined>((worst, next) => {
    if (worst === undefined) return next;
    if (worst.level !== next.level) return worseLevel(worst.level, next.level) === worst.level ? worst : next;
    return stricterHold(worst.hold, next.hold) === worst.hold ? worst : next;
  }, undefined);
}

/** Sentences about the trader's money, one for each finding that has more to say than what the order can lose. */
const leads: Readonly<Record<string, (exposure: OrderExposure, wording: Wording) => string | undefined>> = {
  'cross-idle-exposed': ({ idle }, wording) =>
    isUnknown(idle.atRisk)
      ? undefined
      : wording.translate('kit_lead_idle', figureText(idle.atRisk, 'loss', wording)),
  'exposed-beyond-plan': ({ plannedVersusExposed: { planned, exposed } }, wording) =>
    isUnknown(planned) || isUnknown(exposed)
      ? undefined
      : wording.translate(
          'kit_lead_beyond_plan',
          figureText(planned, 'loss', wording),
          figureText(exposed, 'loss', wording),
        ),
  'liquidation-near': ({ liquidation, ...exposure }, wording) =>
    isUnknown(liquidation) || liquidation.kind === 'none' || isUnknown(liquidation.distance)
      ? undefined
      : wording.translate(
          'kit_lead_liquidation_near',
          figureText(liquidation.distance, 'percent', wording),
          amount(exposure, wording),
        ),
  'loss-over-limit': (exposure, wording) =>
    wording.translate('kit_lead_over_limit', amount(exposure, wording)),
  'margin-mode-not-intended': (exposure, wording) =>
    wording.translate(
      'kit_lead_mode_not_intended',
      amount(exposure, wording),
      modeText(exposure.marginMode, wording.translate).toLocaleLowerCase(wording.locale),
    ),
  'margin-mode-unread': (_, wording) => wording.translate('kit_lead_mode_unread'),
  'no-stop-loss': (exposure, wording) => wording.translate('kit_lead_no_stop', amount(exposure, wording)),
  'stop-beyond-liquidation': (exposure, wording) =>
    wording.translate('kit_lead_stop_beyond', amount(exposure, wording)),
  'stop-wrong-side': (exposure, wording) =>
    wording.translate('kit_lead_stop_wrong_side', amount(exposure, wording)),
};

function amount(exposure: Pick<OrderExposure, 'losses' | 'assumed'>, wording: Wording): string {
  const atLeast = worstIsLowerBound(exposure, exposure.losses);
  return figureText(worstAmount(exposure.losses), 'loss', wording, atLeast);
}

/** The headline of a verdict: money first, chosen by its worst finding, never the name of a rule. */
export function leadSentence({ exposure, verdict }: SideAssessment, wording: Wording): string {
  if (!isOrderExposure(exposure)) return wording.translate('kit_lead_unread');
  const worst = worstFinding(verdict.findings);
  const special = worst === undefined ? undefined : leads[worst.id]?.(exposure, wording);
  if (special !== undefined) return special;
  return isUnknown(exposure.losses.worst)
    ? wording.translate('kit_lead_unread')
    : wording.translate('kit_lead_worst', amount(exposure, wording));
}

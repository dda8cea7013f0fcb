import type { SideAssessment } from '../../domain/assessment.ts';
import { compareDecimals, decimal, isDecimalString } from '../../domain/decimal-string.ts';
import { isOrderExposure, type OrderExposure, worstIsLowerBound } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import { type Finding, stricterHold, worseLevel } from '../../domain/verdict.ts';
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

type Lead = (
  exposure: OrderExposure,
  worst: string,
  wording: Wording,
  finding: Finding,
) => string | undefined;

/** Sentences about the trader's money, for findings that have more to say than what the order can lose. */
const leads: Readonly<Record<string, Lead>> = {
  'cross-idle-exposed': ({ idle, atLeast }, _, wording) =>
    isUnknown(idle.atRisk)
      ? undefined
      : wording.translate('kit_lead_idle', figureText(idle.atRisk, 'loss', wording, atLeast === true)),
  'exposed-beyond-plan': ({ plannedVersusExposed: { planned } }, worst, wording) =>
    isUnknown(planned)
      ? undefined
      : wording.translate('kit_lead_beyond_plan', figureText(planned, 'loss', wording), worst),
  // The way the finding measured, to the near end of the range: the sentence below it names the same.
  'liquidation-near': (_, worst, { translate, figures }, { value }) => {
    if (!isDecimalString(value)) return undefined;
    return compareDecimals(value, decimal('0')) === 0
      ? translate('kit_lead_liquidation_due', worst)
      : translate('kit_lead_liquidation_near', figures.distance(value), worst);
  },
  'loss-over-limit': (_, worst, { translate }) => translate('kit_lead_over_limit', worst),
  'margin-mode-not-intended': ({ marginMode }, worst, { translate, locale }) =>
    translate('kit_lead_mode_not_intended', worst, modeText(marginMode, translate).toLocaleLowerCase(locale)),
  'no-stop-loss': (_, worst, { translate }) => translate('kit_lead_no_stop', worst),
  'stop-beyond-liquidation': (_, worst, { translate }) => translate('kit_lead_stop_beyond', worst),
  'stop-wrong-side': (_, worst, { translate }) => translate('kit_lead_stop_wrong_side', worst),
};

/** With no worst loss to name, the sentence says what may stand behind the order and why that is not a figure. */
function leadWithoutFigure({ marginMode, losses: { worst } }: OrderExposure, { translate }: Wording): string {
  if (isUnknown(marginMode)) return translate('kit_lead_mode_unread');
  const missing = isUnknown(worst) ? (worst.missing ?? [worst.field]) : [];
  const isWalletUnread = missing.some((field) => wallets.has(field));
  return translate(marginMode === 'cross' && isWalletUnread ? 'kit_lead_wallet_unread' : 'kit_lead_unread');
}

/** Names under which the engine and a page miss the balance. */
const wallets: ReadonlySet<string> = new Set(['account.crossBalance', 'crossBalance', 'walletBalance']);

/** A sentence may begin with "at least". */
function capitalised(sentence: string, locale: string): string {
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
}

/** The headline of a verdict: money first, chosen by its worst finding, never the name of a rule. */
export function leadSentence({ exposure, verdict }: SideAssessment, wording: Wording): string {
  if (!isOrderExposure(exposure)) return wording.translate('kit_lead_unread');
  const finding = worstFinding(verdict.findings);
  if (finding?.id === 'margin-mode-unread') return wording.translate('kit_lead_mode_unread');
  if (isUnknown(exposure.losses.worst)) return leadWithoutFigure(exposure, wording);
  const atLeast = worstIsLowerBound(exposure);
  const worst = figureText(worstAmount(exposure.losses), 'loss', wording, atLeast);
  const special = finding === undefined ? undefined : leads[finding.id]?.(exposure, worst, wording, finding);
  return capitalised(special ?? wording.translate('kit_lead_worst', worst), wording.locale);
}

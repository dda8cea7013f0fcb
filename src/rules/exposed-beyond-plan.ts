import { compareDecimals, decimal, divideDecimals } from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import { bandOf } from './band-of.ts';
import { isolate, isolateOrMove } from './isolate-or-move.ts';
import { materialShare } from './material-share.ts';
import { offering } from './offered-remedy.ts';
import { isLossLowerBound, lossText } from './pool-figures.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule } from './rule.ts';

/**
 * Loss within reach as a multiple of the planned loss (EX-6, EX-8). A tight stop on a small order makes a large multiple of
 * a small plan: where little of the cross balance is within reach it is a notice. On isolated margin without auto-add the fence
 * holds, so the rule concerns cross only.
 */
export const exposedBeyondPlan: Rule = {
  id: 'exposed-beyond-plan',
  title: 'rule_exposed_beyond_plan_title',
  unit: 'multiple',
  worse: 'higher',
  bands: { notice: decimal('2'), warning: decimal('3'), danger: decimal('6') },
  run: (context, bands) => {
    const { exposure, order, translate, figures } = context;
    const { marginMode, reach, plannedVersusExposed } = exposure;
    if (isUnknown(marginMode)) return couldNotRun;
    if (marginMode === 'isolated' && order.autoAddMargin !== true) return notApplicable;
    const { planned } = plannedVersusExposed;
    if (isUnknown(reach.loss) || isUnknown(planned) || isUnknown(reach.share)) return couldNotRun;
    const ratio = divideDecimals(reach.loss, planned, 6);
    if (ratio === undefined) return couldNotRun;
    const met = bandOf(ratio, bands, 'higher');
    if (met === undefined) return clear;
    const level = compareDecimals(reach.share, materialShare) < 0 ? 'notice' : met.level;
    return finding({
      level,
      field: 'plannedVersusExposed',
      value: ratio,
      threshold: met.threshold,
      message: translate(
        'rule_exposed_beyond_plan_message',
        figures.loss(planned),
        lossText(context, reach.loss, isLossLowerBound(exposure, reach.loss)),
        figures.times(ratio),
      ),
      hold: level === 'danger' ? 'type-amount' : 'none',
      // Isolated ends the exposure; a transfer only takes the idle money out of it.
      ...offering(isolate(context) ?? isolateOrMove(context)),
    });
  },
};

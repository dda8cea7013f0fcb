import { compareDecimals, decimal } from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import { bandOf } from './band-of.ts';
import { isolateOrMove } from './isolate-or-move.ts';
import { offering } from './offered-remedy.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule } from './rule.ts';

const zero = decimal('0');

/** Idle money within reach of this order, as a share of the cross balance (CK-6, MK-5, MK-7). */
export const crossIdleExposed: Rule = {
  id: 'cross-idle-exposed',
  title: 'rule_cross_idle_exposed_title',
  unit: 'fraction',
  worse: 'higher',
  bands: { notice: decimal('0.1'), warning: decimal('0.25'), danger: decimal('0.5') },
  run: (context, bands) => {
    const { exposure, order, preferences, translate, figures } = context;
    const { reach, idle, marginMode } = exposure;
    if (isUnknown(marginMode)) return couldNotRun;
    if (marginMode === 'isolated' && order.autoAddMargin !== true) return notApplicable;
    if (isUnknown(reach.share) || isUnknown(reach.idleTaken)) {
      // The worst case bounds what is within reach: below the first band there is nothing to find either way. Where the
      // balance is a lower bound it bounds nothing.
      const isBound = exposure.atLeast !== true;
      if (isBound && !isUnknown(idle.atRisk) && compareDecimals(idle.atRisk, zero) === 0) return clear;
      if (isBound && !isUnknown(idle.share) && bandOf(idle.share, bands, 'higher') === undefined)
        return clear;
      return finding({
        level: 'unknown',
        field: 'idle',
        value: 'unknown',
        threshold: '',
        message: isUnknown(idle.atRisk)
          ? translate('rule_cross_idle_exposed_unknown')
          : translate(
              isBound ? 'rule_cross_idle_exposed_up_to' : 'rule_cross_idle_exposed_from',
              figures.loss(idle.atRisk),
            ),
        hold: preferences.whenUnread === 'hold-once' ? 'acknowledge' : 'none',
      });
    }
    const met = bandOf(reach.share, bands, 'higher');
    if (met === undefined) return clear;
    return finding({
      level: met.level,
      field: 'idle',
      value: reach.share,
      threshold: met.threshold,
      message:
        exposure.atLeast === true
          ? translate(
              'rule_cross_idle_exposed_at_least',
              figures.loss(reach.idleTaken),
              figures.percent(reach.move),
            )
          : translate(
              'rule_cross_idle_exposed_message',
              figures.loss(reach.idleTaken),
              figures.percent(reach.share),
              figures.percent(reach.move),
            ),
      hold: met.level === 'danger' ? 'type-amount' : 'none',
      ...offering(isolateOrMove(context)),
    });
  },
};

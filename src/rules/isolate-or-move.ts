import type { DecimalString } from '../domain/decimal-string.ts';
import type { IsolatedMargin } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { confirmed, type OfferedRemedy } from './offered-remedy.ts';
import { lossText } from './pool-figures.ts';
import type { RuleContext } from './rule.ts';

/** Either of the two that take idle money out of an order's reach; both in one sentence where both have figures. */
export function isolateOrMove(context: RuleContext): OfferedRemedy | undefined {
  const { exposure, order, translate, figures } = context;
  const isolated = isolate(context);
  const margin = confirmed(exposure.remedies.isolatedMargin);
  const transfer = movable(context);
  if (transfer === undefined) return isolated;
  const moved = lossText(context, transfer, exposure.atLeast === true);
  if (margin === undefined || isolated === undefined)
    return { text: translate('rule_remedy_move', moved), figures: { transferOut: transfer } };
  if (exposure.marginMode === 'isolated' || order.autoAddMargin === true) return isolated;
  const amount = figures.loss(margin.amount);
  const text = keepsStop(context, margin)
    ? translate('rule_remedy_isolated_or_move_stop', amount, moved, stopOf(context))
    : translate('rule_remedy_isolated_or_move', amount, moved);
  return { text, figures: { isolatedMargin: margin.amount, transferOut: transfer } };
}

/**
 * Isolated margin in place of cross, or auto-add switched off. Without a figure where the engine could not tell the margin,
 * since isolated margin fences the order in whatever it is; nothing where the engine says that it does not help.
 */
export function isolate(context: RuleContext): OfferedRemedy | undefined {
  const { exposure, order, translate, figures } = context;
  const { isolatedMargin } = exposure.remedies;
  const isIsolated = exposure.marginMode === 'isolated';
  if (isUnknown(isolatedMargin))
    return isIsolated ? undefined : { text: translate('rule_remedy_isolated'), figures: {} };
  const margin = confirmed(isolatedMargin);
  if (margin === undefined) return undefined;
  const amount = figures.loss(margin.amount);
  const named = { isolatedMargin: margin.amount };
  if (isIsolated)
    return { text: translate('rule_remedy_auto_add_off', figures.loss(margin.worst)), figures: named };
  if (order.autoAddMargin === true)
    return { text: translate('rule_remedy_isolated_no_auto_add', amount), figures: named };
  return {
    text: keepsStop(context, margin)
      ? translate('rule_remedy_isolated_with_stop', amount, stopOf(context))
      : translate('rule_remedy_isolated_with', amount),
    figures: named,
  };
}

/** Idle money to move out; not where the stop would then come too late, for that would mend one thing by another. */
function movable({ exposure }: RuleContext): DecimalString | undefined {
  const transfer = confirmed(exposure.remedies.transferOut);
  return transfer?.stop === 'reached' || transfer?.stop === 'no-stop' ? transfer.amount : undefined;
}

function keepsStop({ order }: RuleContext, { stop }: IsolatedMargin): boolean {
  return stop === 'reached' && order.stopLoss !== undefined;
}

function stopOf({ order, figures }: RuleContext): string {
  return order.stopLoss === undefined ? '' : figures.price(order.stopLoss);
}

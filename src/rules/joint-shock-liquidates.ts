import { absoluteDecimal, compareDecimals, type DecimalString, decimal } from '../domain/decimal-string.ts';
import type { OrderExposure, Shock } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { bandOf, milder } from './band-of.ts';
import { exposureWith } from './exposure-with.ts';
import { isolate } from './isolate-or-move.ts';
import { confirmed, type OfferedRemedy, offering } from './offered-remedy.ts';
import {
  clear,
  couldNotRun,
  finding,
  notApplicable,
  type Rule,
  type RuleContext,
  type RuleOutcome,
} from './rule.ts';

/** The move, as a fraction of each price, that everything makes against its own side. */
const jointMove = decimal('0.1');

/** Who is liquidated by it in the ticket's own mode; `undefined` where that is not known. */
function liquidatedIn({ shocks, marginMode }: OrderExposure): readonly string[] | undefined {
  const isIt = (shock: Shock) =>
    shock.scope === 'together' &&
    shock.marginMode === marginMode &&
    compareDecimals(absoluteDecimal(shock.move), jointMove) === 0;
  const liquidated = shocks.find(isIt)?.liquidated;
  return liquidated === undefined || isUnknown(liquidated) ? undefined : liquidated;
}

/** Isolated margin for this order, where the engine finds fewer liquidated by the same move then. */
function remedy(context: RuleContext, now: number): OfferedRemedy | undefined {
  if (context.exposure.marginMode !== 'cross') return undefined;
  const margin = confirmed(context.exposure.remedies.isolatedMargin);
  const isolated = isolate(context);
  if (margin === undefined || isolated === undefined) return undefined;
  const after = exposureWith(context, {
    marginMode: 'isolated',
    margin: margin.amount,
    autoAddMargin: false,
  });
  const then = after === undefined ? undefined : liquidatedIn(after);
  if (then === undefined || then.length >= now) return undefined;
  return {
    text: context.translate('rule_remedy_shock_isolated', isolated.text, String(then.length)),
    figures: { ...isolated.figures, liquidated: String(then.length) },
  };
}

function bounded({ input }: RuleContext, outcome: RuleOutcome): RuleOutcome {
  return input.account.positionsComplete === false
    ? { kind: 'could-not-run', saidBy: 'positions-may-be-hidden' }
    : outcome;
}

/**
 * Positions that are liquidated when all of them move 10 % against together: one at a time each looks harmless (EX-4c,
 * MK-10, MK-14). Where all of them are isolated the loss is capped, and the level is one step milder. A single isolated
 * position is no joint risk; how near its liquidation is, another rule says.
 */
export const jointShockLiquidates: Rule = {
  id: 'joint-shock-liquidates',
  title: 'rule_joint_shock_liquidates_title',
  unit: 'count',
  worse: 'higher',
  bands: { warning: decimal('1'), danger: decimal('2') },
  run: (context, bands) => {
    const { exposure, translate, figures } = context;
    const { marginMode, positions } = exposure;
    if (isUnknown(marginMode)) return couldNotRun;
    if (marginMode === 'isolated' && positions.length < 2) return bounded(context, notApplicable);
    const liquidated = liquidatedIn(exposure);
    if (liquidated === undefined) return couldNotRun;
    const count: DecimalString = decimal(String(liquidated.length));
    const met = bandOf(count, bands, 'higher');
    if (met === undefined) return bounded(context, clear);
    const sharing = positions.filter((each) => each.marginMode !== 'isolated');
    const spreads = sharing.some(({ symbol, side }) => liquidated.includes(`${symbol} ${side}`));
    const level = spreads ? met.level : milder(met.level);
    if (level === undefined) return clear;
    return finding({
      level,
      field: 'shocks',
      value: count,
      threshold: met.threshold,
      message: translate(
        'rule_joint_shock_liquidates_message',
        figures.percent(jointMove),
        count,
        liquidated.join(', '),
        met.threshold,
      ),
      hold: level === 'danger' ? 'acknowledge' : 'none',
      ...offering(remedy(context, liquidated.length)),
    });
  },
};

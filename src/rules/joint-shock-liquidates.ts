import {
  absoluteDecimal,
  compareDecimals,
  type DecimalString,
  decimal,
  multiplyDecimals,
} from '../domain/decimal-string.ts';
import type { OrderExposure, Shock } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { bandOf, milder } from './band-of.ts';
import { exposureWith } from './exposure-with.ts';
import { isolate } from './isolate-or-move.ts';
import { materialShare } from './material-share.ts';
import { confirmed, type OfferedRemedy, offering } from './offered-remedy.ts';
import {
  type BandLevel,
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

/** That move in the ticket's own mode. */
function jointShock({ shocks, marginMode }: OrderExposure): Shock | undefined {
  return shocks.find(
    (shock) =>
      shock.scope === 'together' &&
      shock.marginMode === marginMode &&
      compareDecimals(absoluteDecimal(shock.move), jointMove) === 0,
  );
}

/** Who is liquidated by it; `undefined` where that is not known. */
function liquidatedIn(exposure: OrderExposure): readonly string[] | undefined {
  const liquidated = jointShock(exposure)?.liquidated;
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

/** Whether all that it takes is little of the account. */
function isSmall(exposure: OrderExposure): boolean {
  const loss = jointShock(exposure)?.loss;
  const equity = exposure.equity.before;
  if (loss === undefined || isUnknown(loss) || isUnknown(equity)) return false;
  return compareDecimals(loss, multiplyDecimals(equity, materialShare)) < 0;
}

/** A cross position spreads its loss; isolated ones are capped, and small ones are what isolated margin is for. */
function levelOf(level: BandLevel, spreads: boolean, exposure: OrderExposure): BandLevel | undefined {
  if (spreads) return level;
  const capped = milder(level);
  return capped !== undefined && isSmall(exposure) ? milder(capped) : capped;
}

function bounded({ input }: RuleContext, outcome: RuleOutcome): RuleOutcome {
  return input.account.positionsComplete === false
    ? { kind: 'could-not-run', saidBy: 'positions-may-be-hidden' }
    : outcome;
}

/**
 * Positions that are liquidated when all of them move 10 % against together: one at a time each looks harmless (EX-4c,
 * MK-10, MK-14). Where all of them are isolated the loss is capped, and the level is one step milder, two where all of it is
 * little of the account. A single isolated
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
    const level = levelOf(met.level, spreads, exposure);
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

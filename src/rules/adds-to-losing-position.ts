import type { Position } from '../domain/account.ts';
import { addsToLoser } from '../domain/adds-to-loser.ts';
import { decimal } from '../domain/decimal-string.ts';
import { worstIsLowerBound } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import type { PositionRow } from '../domain/ticket-reading.ts';
import { hasOtherSide } from './against-position.ts';
import { bandOf } from './band-of.ts';
import { type OfferedRemedy, offering } from './offered-remedy.ts';
import { lossText } from './pool-figures.ts';
import { clear, couldNotRun, finding, type Rule, type RuleContext } from './rule.ts';

/** With the page's own PnL where a page was read, and the contract's mark where the position has none of its own. */
function positionsOf({ input, reading }: RuleContext): readonly (Position | PositionRow)[] {
  const rows = reading?.positions.known ? reading.positions.value : input.account.positions;
  return rows.map((row) => {
    const mark = input.instruments[row.symbol]?.markPrice;
    return row.markPrice === undefined && mark !== undefined ? { ...row, markPrice: mark } : row;
  });
}

/** What the position can lose without this order: the engine on an order, free of fees, that finds nothing to take off. */
function withoutIt(context: RuleContext): OfferedRemedy | undefined {
  const { input, order, rerun, translate } = context;
  const contract = input.instruments[order.symbol];
  if (rerun === undefined || contract === undefined || hasOtherSide(context)) return undefined;
  const { margin: _margin, collateralCoins: _coins, ...rest } = order;
  const free = { ...contract, takerFee: decimal('0'), makerFee: decimal('0') };
  const standing = rerun({
    ...input,
    instruments: { ...input.instruments, [order.symbol]: free },
    order: { ...rest, effect: 'reduce' },
  });
  const worst = standing?.losses.worst;
  if (standing === undefined || worst === undefined || isUnknown(worst)) return undefined;
  const amount = lossText(context, worst.amount, worstIsLowerBound(standing));
  return {
    text: translate('rule_remedy_not_adding', amount),
    figures: { worstLoss: worst.amount },
  };
}

/** "Just add margin until it comes back": how often in 24 hours, and the new worst loss (MK-15, V-2). */
export const addsToLosingPosition: Rule = {
  id: 'adds-to-losing-position',
  title: 'rule_adds_to_losing_position_title',
  unit: 'times',
  worse: 'higher',
  bands: { notice: decimal('1'), warning: decimal('3') },
  run: (context, bands) => {
    const { order, exposure, history, input, translate } = context;
    const adds = addsToLoser(order, positionsOf(context));
    if (adds === undefined) return couldNotRun;
    if (!adds) {
      return input.account.positionsComplete === false
        ? { kind: 'could-not-run', saidBy: 'positions-may-be-hidden' }
        : clear;
    }
    const times = decimal(String((history?.timesAddedToLoser ?? 0) + 1));
    const met = bandOf(times, bands, 'higher');
    if (met === undefined) return clear;
    const { worst } = exposure.losses;
    const from = bands.warning ?? met.threshold;
    return finding({
      level: met.level,
      field: 'positions',
      value: times,
      threshold: met.threshold,
      message: isUnknown(worst)
        ? translate('rule_adds_to_losing_position_unknown', times, from)
        : translate(
            'rule_adds_to_losing_position_message',
            times,
            from,
            lossText(context, worst.amount, worstIsLowerBound(exposure)),
          ),
      hold: met.level === 'notice' ? 'none' : 'acknowledge',
      ...offering(withoutIt(context)),
    });
  },
};

import type { Unknown } from '../../domain/known.ts';
import { combine } from '../amount.ts';
import { zero } from '../decimal.ts';
import { lossBound } from '../formulas/loss-bound.ts';
import { crossScope, isMarginAll, type StopParts } from '../losses.ts';
import type { OpenView } from '../open-view.ts';
import type { Line } from './line.ts';
import type { UnitFigures } from './unit-figures.ts';

/** A loss as lines over the order's size: it is within a limit where all lines of any one group are. */
export type LossLines = readonly (readonly Line[])[];

/**
 * The loss at the stop: price loss of the whole position, never below 0, and the costs. A position that was there counts
 * with its own profit or loss at the stop. On isolated it is within a limit where the worst loss is, as in `losses.ts`.
 */
export function linesAtStop(
  view: OpenView,
  { price, costs }: StopParts,
  unit: UnitFigures,
): LossLines | Unknown {
  const { own } = view;
  const lines = combine(
    [own.pnlAt(price), costs, unit.pnlAt(price), unit.stopCosts(price)],
    (profit, paid, unitProfit, unitPaid) => [
      [
        { at: paid.minus(profit), slope: unitPaid.minus(unitProfit) },
        { at: paid, slope: unitPaid },
      ],
    ],
  );
  if (!isMarginAll(view)) return lines;
  return combine([lines, linesOfWorst(view, unit)], (stopped, most) => [...stopped, ...most]);
}

/**
 * The worst loss. Isolated: margin and fee, with auto-add also the pool. Cross: the smaller of the pool's equity and what the
 * position can lose at all, so either of the two has to be within the limit.
 */
export function linesOfWorst(view: OpenView, unit: UnitFigures): LossLines | Unknown {
  const { own, pool, terms, contract, order } = view;
  if (own.terms.mode === 'isolated') {
    const put = combine(
      [own.initialMargin, terms.openFee, unit.margin, unit.feeBesideMargin],
      (margin, fee, unitMargin, unitFee) => ({
        ...unitMargin,
        at: margin.plus(fee),
        slope: unitMargin.slope.plus(unitFee),
      }),
    );
    if (order.autoAddMargin !== true) return combine([put], (line) => [[line]]);
    // Margin and fee come out of the pool: together they stay what they are.
    return combine([put, pool.equity], (line, equity) => [[line, { at: line.at.plus(equity), slope: zero }]]);
  }
  const { size, entry } = own.terms;
  return combine(
    [contract.kind, size, entry, unit.valueAt(terms.price), unit.openFee, crossScope(view)],
    (kind, held, from, slope, fee, at) => {
      const scope = [{ at, slope: fee.neg() }];
      const most = lossBound(kind, order.side, held, from);
      return most === null ? [scope] : [scope, [{ at: most, slope }]];
    },
  );
}

import type { Unknown } from '../../domain/known.ts';
import { combine } from '../amount.ts';
import { smaller, zero } from '../decimal.ts';
import type { OrderView } from '../order-view.ts';
import type { Line } from './line.ts';
import type { UnitFigures } from './unit-figures.ts';

/** What the order takes of the money there is, less that money: cash, and equity. Above 0 the venue refuses the order. */
export function marginLines(view: OrderView, unit: UnitFigures): readonly Line[] | Unknown {
  const { own, pool, terms, contract } = view;
  if (own === null) return [];
  const isCross = terms.mode === 'cross';
  const worth = unit.valueAt(own.rules.initialMarginAt === 'mark' ? terms.mark : terms.price);
  const margin = isCross
    ? combine([worth, terms.leverage], (value, leverage) => value.div(leverage))
    : unit.isolatedMargin;
  const profit = isCross ? unit.pnlAt(terms.mark) : zero;
  return combine(
    [
      contract.kind,
      pool.cash,
      pool.equity,
      pool.initialMargin,
      terms.size,
      unit.reserve,
      margin,
      unit.openFee,
      profit,
    ],
    (_, cash, equity, needed, size, reserve, unitMargin, fee, gain) => {
      const asked = needed.plus(reserve.times(size));
      const slope = reserve.plus(unitMargin).plus(fee);
      const counted = own.rules.unrealisedProfitCounts ? gain : smaller(gain, zero);
      return [
        { at: asked.minus(cash), slope },
        { at: asked.minus(equity), slope: slope.minus(counted) },
      ];
    },
  );
}

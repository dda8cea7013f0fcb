import type { Unknown } from '../../domain/known.ts';
import { combine } from '../amount.ts';
import { smaller, zero } from '../decimal.ts';
import type { OpenView } from '../open-view.ts';
import type { Line } from './line.ts';
import type { UnitFigures } from './unit-figures.ts';

/**
 * Equity of the cross pool over the order's size, before what the order takes out of it; the smallest of these lines. On
 * cross the position's own PnL is part of it, on a venue that counts no profit the smaller of that PnL and none.
 */
export function equityLines({ own, pool, terms }: OpenView, unit: UnitFigures): readonly Line[] | Unknown {
  if (terms.mode !== 'cross') return combine([pool.equity], (at) => [{ at, slope: zero }]);
  return combine([pool.equity, own.unrealisedPnl, unit.pnlAt(terms.mark)], (equity, profit, slope) => {
    if (own.rules.unrealisedProfitCounts) return [{ at: equity, slope }];
    const without = equity.minus(smaller(profit, zero));
    return [
      { at: without.plus(profit), slope },
      { at: without, slope: zero },
    ];
  });
}

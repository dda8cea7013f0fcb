import { unknown } from '../domain/known.ts';
import type { AccountState } from './account-state.ts';
import { type Amount, combine, total } from './amount.ts';
import type { CrossPool } from './cross-pool.ts';
import { type Decimal, isPositive, zero } from './decimal.ts';
import type { Holding } from './holding.ts';

/** Equity of the whole account: cash, unrealised PnL and isolated margins. */
export function accountEquity(state: AccountState, pool: CrossPool): Amount {
  const isolated = state.holdings.filter(({ terms }) => terms.mode === 'isolated');
  return combine(
    [
      pool.equity,
      total(
        zero,
        isolated.map((each) => each.assigned),
      ),
      total(
        zero,
        isolated.map((each) => each.unrealisedPnl),
      ),
    ],
    (cross, margins, profits) => cross.plus(margins).plus(profits),
  );
}

/** Maintenance over equity of the money behind one position; of the cross pool when there is none. */
export function marginRatio(own: Holding | null, pool: CrossPool): Amount {
  if (own !== null && own.terms.mode === 'isolated') {
    return combine([own.assigned, own.unrealisedPnl, own.requirement], (margin, pnl, { maintenance }) =>
      ratioOf(maintenance, margin.plus(pnl)),
    );
  }
  return combine([pool.maintenance, pool.backing], ratioOf);
}

/** maintenance / equity; not defined without equity. */
export function ratioOf(maintenance: Decimal, equity: Decimal): Amount {
  return isPositive(equity) ? maintenance.div(equity) : unknown('undefined-ratio', 'marginRatio');
}

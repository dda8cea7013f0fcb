import type { NoRemedy, TransferOut } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import { type Amount, combine } from '../amount.ts';
import type { Planning } from '../assumptions.ts';
import { type Decimal, plain, roundedTo, smaller } from '../decimal.ts';
import { type IdleAmounts, idleBalance, takenFromIdle } from '../idle.ts';
import { liquidationOf } from '../liquidation-range.ts';
import { crossScope, type LossAmounts, worstLoss } from '../losses.ts';
import { isOpen, type OpenView } from '../open-view.ts';
import type { OrderView } from '../order-view.ts';
import { rangeOfOrder } from '../positions-after.ts';
import { noRemedy } from './no-remedy.ts';
import { isDue, stopReach } from './stop-reach.ts';

/** Digits after the point that a transfer can be typed with. */
const transferPlaces = 8;

/**
 * The least money to move out of the futures wallet after which none that is idle is at risk.
 *
 * At risk is min(idle balance, worst loss - own margin). A transfer takes from both, from the second only where the worst
 * loss is the money there is: a long that can lose no more than its notional risks idle money until all of it is out. So
 * it takes min(idle balance, money that can be lost - own margin), and no more than the venue lets out while losses are
 * open. Rounded up to
 * 8 decimals. Where the balance is a lower bound, so is the amount.
 */
export function transferOut(
  view: OrderView,
  losses: LossAmounts,
  idle: IdleAmounts,
  planning: Planning,
): TransferOut | NoRemedy | Unknown {
  if (isUnknown(idle.atRisk)) return idle.atRisk;
  if (idle.atRisk.isZero() || !isOpen(view)) return noRemedy('nothing-at-risk');
  const { cash, free } = view.pool;
  return combine([needed(view, losses, idle), cash, free], (amount, money, allowed) => {
    // Coins that would have to leave are part of what stands behind the positions: nobody has run that account.
    if (amount.gt(money)) return noRemedy('balance-too-small');
    if (amount.gt(allowed)) return noRemedy('unrealised-loss');
    return checked(view, roundedTo(transferPlaces, amount, 'up'), planning);
  });
}

function needed(view: OrderView, { worst }: LossAmounts, { balance }: IdleAmounts): Amount {
  const loseable =
    view.terms.mode === 'cross' && isOpen(view) ? crossScope(view) : combine([worst], ({ amount }) => amount);
  return combine([balance, loseable, view.ownMargin], (idle, most, margin) =>
    smaller(idle, most.minus(margin)),
  );
}

/** The figures of the account without that money. */
function checked(view: OpenView, amount: Decimal, planning: Planning): TransferOut | NoRemedy | Unknown {
  const pool = view.pool.withCash(combine([view.pool.cash], (cash) => cash.minus(amount)));
  const without: OpenView = { ...view, pool };
  const worst = combine([worstLoss(without)], (loss) => loss.amount);
  const liquidation = liquidationOf(view.own, pool, rangeOfOrder(without, planning));
  return combine([takenFromIdle(without, idleBalance(pool), worst)], (atRisk) => {
    if (!atRisk.isZero()) return noRemedy('not-confirmed');
    if (isDue(liquidation)) return noRemedy('would-liquidate');
    return {
      amount: plain(amount),
      atRisk: plain(atRisk),
      liquidation,
      stop: stopReach(without, liquidation, planning),
    };
  });
}

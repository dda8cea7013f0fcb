import type { Idle } from '../domain/exposure.ts';
import { unknown } from '../domain/known.ts';
import { type Amount, combine, figure } from './amount.ts';
import type { CrossPool } from './cross-pool.ts';
import { type Decimal, isPositive, residue, smaller, zero } from './decimal.ts';
import type { LossAmounts } from './losses.ts';
import type { OrderView } from './order-view.ts';

/** Money in the cross balance that nothing needs, and what of it this order's losses can take. */
export interface IdleAmounts {
  readonly balance: Amount;
  /** What the worst case of this order can take of it. */
  readonly atRisk: Amount;
  readonly takenBy: (loss: Amount) => Amount;
  readonly figures: Idle;
}

export function idleOf(view: OrderView, losses: LossAmounts, crossBalance: Amount): IdleAmounts {
  const balance = idleBalance(view.pool);
  const takenBy = (loss: Amount) => takenFromIdle(view, balance, loss);
  const atRisk = takenBy(combine([losses.worst], ({ amount }) => amount));
  return {
    balance,
    atRisk,
    takenBy,
    figures: {
      balance: figure(balance),
      atRisk: figure(atRisk),
      atLiquidation: figure(losses.atLiquidation === null ? zero : takenBy(losses.atLiquidation)),
      share: figure(shareOf(atRisk, crossBalance, 'idle.share')),
    },
  };
}

/** Money that is nobody's initial margin, never below 0: cash, and what coins in the margin account are worth. */
export function idleBalance(pool: CrossPool): Amount {
  return combine([pool.money, pool.initialMargin], beyond);
}

/** What of an idle balance a loss takes beyond the order's own margin; 0 on isolated without auto-add. */
export function takenFromIdle({ own, order, ownMargin }: OrderView, balance: Amount, loss: Amount): Amount {
  const mode = own === null ? 'isolated' : own.terms.mode;
  if (mode === 'isolated' && order.autoAddMargin !== true) return zero;
  return combine([mode, balance, loss, ownMargin], (_, idle, lost, margin) =>
    smaller(idle, beyond(lost, margin)),
  );
}

/** What of an amount a margin does not take, never below 0. */
function beyond(amount: Decimal, margin: Decimal): Decimal {
  const rest = amount.minus(margin);
  return rest.lte(amount.abs().times(residue)) ? zero : rest;
}

/** part / whole; not defined for a whole of 0. */
export function shareOf(part: Amount, whole: Amount, field: string): Amount {
  return combine(
    [part, whole],
    (some, all): Amount => (isPositive(all) ? some.div(all) : unknown('undefined-ratio', field)),
  );
}

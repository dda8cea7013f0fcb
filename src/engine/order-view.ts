import type { MarginMode } from '../domain/account.ts';
import type { Unknown } from '../domain/known.ts';
import type { Order } from '../domain/order.ts';
import type { VenueRules } from '../domain/venue.ts';
import type { AccountState } from './account-state.ts';
import { type Amount, combine } from './amount.ts';
import { type Applied, applyOrder, type OrderTerms } from './apply-order.ts';
import type { Contract } from './contract.ts';
import { CrossPool } from './cross-pool.ts';
import { zero } from './decimal.ts';
import { notional } from './formulas/notional.ts';
import type { Holding } from './holding.ts';
import { inMode } from './in-mode.ts';
import { type LiquidationPoint, liquidationPoint } from './liquidation.ts';
import { orderTerms } from './order-terms.ts';

/** The same ticket seen in one margin mode: the account it leaves behind and where its position is liquidated. */
export interface OrderView {
  readonly order: Order;
  readonly contract: Contract;
  readonly terms: OrderTerms;
  readonly applied: Applied;
  readonly pool: CrossPool;
  /** `null` when the order leaves nothing open. */
  readonly own: Holding | null;
  /** Margin behind the position afterwards. */
  readonly ownMargin: Amount;
  /** Margin that the order itself takes. */
  readonly orderMargin: Amount;
  readonly liquidation: LiquidationPoint | Unknown;
}

export function orderView(
  order: Order,
  mode: MarginMode | Unknown,
  standing: AccountState,
  contract: Contract,
  rules: VenueRules,
): OrderView {
  const before = inMode(standing, mode, order.symbol, rules);
  const terms = orderTerms(order, mode, before, contract, rules);
  const applied = applyOrder(before, terms, contract, rules);
  const { own, after } = applied;
  const pool = new CrossPool(after, rules);
  return {
    order,
    contract,
    terms,
    applied,
    pool,
    own,
    ownMargin: own === null ? zero : own.initialMargin,
    orderMargin: order.effect === 'open' ? putUp(terms, applied.opened, contract) : zero,
    liquidation: own === null ? { kind: 'none', why: 'no-position' } : liquidationPoint(own, pool),
  };
}

/** Margin that the opened size takes, with collateral in coins at the mark. */
function putUp(terms: OrderTerms, opened: Amount, contract: Contract): Amount {
  const margin = terms.marginFor(opened);
  const coins = terms.collateralFor(opened)?.coins;
  if (coins === undefined) return margin;
  return combine([margin, contract.kind, coins, terms.mark], (cash, kind, amount, mark) =>
    cash.plus(notional(kind, amount, mark)),
  );
}

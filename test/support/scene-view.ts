import type { VenueRules } from '../../src/domain/venue.ts';
import { accountEquity } from '../../src/engine/account-equity.ts';
import { accountState } from '../../src/engine/account-state.ts';
import { planningOf } from '../../src/engine/assumptions.ts';
import { Contracts } from '../../src/engine/contract.ts';
import { CrossPool } from '../../src/engine/cross-pool.ts';
import { isOpen, type OpenView } from '../../src/engine/open-view.ts';
import { orderView } from '../../src/engine/order-view.ts';
import { baseRules } from '../../src/venues/base-rules.ts';
import { type assessOrder, sceneInput } from './engine-input.ts';

/** A scene as the remedies see it: the ticket in its own mode, and how to have that of another one. */
export function sceneView(scene: Parameters<typeof assessOrder>[0]) {
  const { account, instruments, assumptions } = sceneInput(scene);
  const rules: VenueRules = { ...baseRules, ...scene.rules };
  const contracts = new Contracts(instruments, rules);
  const state = accountState(account, contracts, rules);
  const contract = contracts.of(scene.order.symbol);
  const viewOf = (order: typeof scene.order) =>
    orderView(order, order.marginMode ?? 'cross', state, contract, rules);
  return {
    view: open(viewOf(scene.order)),
    viewOf,
    contract,
    planning: planningOf(assumptions),
    equityBefore: accountEquity(state, new CrossPool(state, rules)),
  };
}

function open(view: ReturnType<typeof orderView>): OpenView {
  if (!isOpen(view)) throw new Error('the scene leaves a position open');
  return view;
}

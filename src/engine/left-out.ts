import type { AssessInput } from '../domain/assess-input.ts';
import { isUnknown } from '../domain/known.ts';
import type { Order } from '../domain/order.ts';
import type { VenueRules } from '../domain/venue.ts';
import type { AccountState } from './account-state.ts';
import type { Contracts } from './contract.ts';
import { openFeeRate } from './order-terms.ts';

/**
 * What the figures do not include. Always: the fee a venue charges for a liquidation, liquidation in steps,
 * auto-deleveraging, and orders that rest elsewhere. Then what this input could not tell.
 */
export function leftOutOf(
  input: AssessInput,
  before: AccountState,
  order: Order | null,
  contracts: Contracts,
  rules: VenueRules,
): readonly string[] {
  const out = ['liquidation-fee', 'partial-liquidation', 'auto-deleveraging', 'open-orders'];
  if (input.account.positionsComplete === false) out.push('positions-not-shown');
  if (before.holdings.some(({ terms }) => isUnknown(terms.mode))) out.push('positions-of-unknown-mode');
  if (rules.model === 'gmx') {
    out.push('borrowing-fee');
    const impactKnown = input.account.positions.every(({ priceImpact }) => priceImpact !== undefined);
    if (order !== null || !impactKnown) out.push('price-impact');
  }
  if (order !== null) {
    const contract = contracts.of(order.symbol);
    const funding = [contract.amount('fundingRate'), contract.amount('fundingIntervalHours')];
    if (funding.some(isUnknown)) out.push('funding');
    // Closing pays the taker's fee; a limit order opens at the maker's.
    const fees = [contract.amount('takerFee'), openFeeRate(order, contract)];
    if (fees.some(isUnknown)) out.push('fees');
    if (order.type !== 'limit') out.push('entry-slippage');
  }
  return out;
}

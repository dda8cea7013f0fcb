import type { VenueRules } from '../domain/venue.ts';
import { type Amount, combine, total } from './amount.ts';
import { zero } from './decimal.ts';
import { closingFeeReserve } from './formulas/closing-fee-reserve.ts';
import { openLoss } from './formulas/open-loss.ts';
import type { OrderView } from './order-view.ts';

/** What the ticket takes from the available balance, as the venue counts it. */
export function orderCost(view: OrderView, value: Amount, rules: VenueRules): Amount {
  const { terms, orderMargin, contract, order } = view;
  const parts: Amount[] = [orderMargin];
  if (rules.costIncludesOpenLoss === true && order.effect === 'open') {
    parts.push(
      combine([contract.kind, terms.size, terms.price, terms.mark], (kind, size, price, mark) =>
        openLoss(kind, order.side, size, price, mark),
      ),
    );
  }
  if (rules.costIncludes !== 'margin') parts.push(terms.openFee);
  if (rules.costIncludes === 'margin+open+close-fee' && order.effect === 'open') {
    parts.push(
      combine(
        [contract.kind, value, terms.leverage, contract.amount('takerFee')],
        (kind, worth, leverage, rate) => closingFeeReserve(kind, order.side, worth, leverage, rate),
      ),
    );
  }
  return total(zero, parts);
}

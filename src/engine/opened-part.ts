import { type Amount, combine } from './amount.ts';
import type { OrderView } from './order-view.ts';

/** How much of the order's size stays: of one that turns a position round what opens; the whole of one that only takes off. */
export function openedSize({ applied, terms }: Pick<OrderView, 'applied' | 'terms'>): Amount {
  return combine([applied.opened, terms.size], (opened, size) => (opened.isZero() ? size : opened));
}

/** The opening fee of that part. What closes a position pays its own out of the margin that comes free. */
export function feeOfOpened(view: Pick<OrderView, 'applied' | 'terms'>): Amount {
  return combine([view.terms.openFee, openedSize(view), view.terms.size], (fee, opened, size) =>
    opened.eq(size) ? fee : fee.times(opened).div(size),
  );
}

import type { Holding } from './holding.ts';
import type { OrderView } from './order-view.ts';

/** A ticket that leaves a position open. */
export type OpenView = OrderView & { readonly own: Holding };

export function isOpen(view: OrderView): view is OpenView {
  return view.own !== null;
}

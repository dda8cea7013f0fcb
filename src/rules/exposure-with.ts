import type { OrderExposure } from '../domain/exposure.ts';
import type { Order } from '../domain/order.ts';
import type { RuleContext } from './rule.ts';

/** Members of the order to replace; `undefined` takes one away. */
type OrderChange = { readonly [K in keyof Order]?: Order[K] | undefined };

/** The engine's figures of the same ticket with a changed order; `undefined` where no engine is at hand. */
export function exposureWith(
  { input, order, rerun }: RuleContext,
  change: OrderChange,
): OrderExposure | undefined {
  if (rerun === undefined) return undefined;
  const members = Object.entries({ ...order, ...change }).filter(([, value]) => value !== undefined);
  return rerun({ ...input, order: Object.fromEntries(members) as unknown as Order });
}

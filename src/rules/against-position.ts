import type { RuleContext } from './rule.ts';

type Asked = Pick<RuleContext, 'order' | 'input'>;

/** True where a position on the order's symbol is open on its other side. */
export function hasOtherSide({ order, input }: Asked): boolean {
  return input.account.positions.some(({ symbol, side }) => symbol === order.symbol && side !== order.side);
}

/** True where the order takes off from an open position, or turns it round; in hedge mode both sides stand side by side. */
export function isAgainstPosition(context: Asked): boolean {
  return context.order.positionMode !== 'hedge' && hasOtherSide(context);
}

import type { DecimalString } from '../domain/decimal-string.ts';
import type { Assumed } from '../domain/exposure.ts';
import type { Assumptions } from '../domain/order.ts';
import { type Decimal, parse } from './decimal.ts';

/** What the trader plans, as numbers. */
export interface Planning {
  readonly horizonHours: Decimal;
  readonly slippage: Decimal;
  readonly reachMove: Decimal;
  /** Those of the three that came from a default. */
  readonly assumed: readonly Assumed[];
}

/** A day on the books, 0.1 % lost when a stop fills, and a move of 30 % to be prepared for. */
const defaults = {
  horizonHours: '24' as DecimalString,
  slippage: '0.001' as DecimalString,
  reachMove: '0.3' as DecimalString,
};

export function planningOf(assumptions: Assumptions | undefined): Planning {
  const assumed: Assumed[] = [];
  const take = (name: keyof typeof defaults) => {
    const given = assumptions?.[name];
    if (given !== undefined) return parse(given);
    assumed.push({ field: `assumptions.${name}`, value: defaults[name], why: 'default' });
    return parse(defaults[name]);
  };
  const horizonHours = take('horizonHours');
  const slippage = take('slippage');
  const reachMove = take('reachMove');
  return { horizonHours, slippage, reachMove, assumed };
}

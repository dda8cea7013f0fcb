import type { DecimalString } from '../domain/decimal-string.ts';
import type { Assumed } from '../domain/exposure.ts';
import type { Assumptions } from '../domain/order.ts';
import { type Amount, amountAt } from './amount.ts';
import { type Decimal, parse } from './decimal.ts';

/** What the trader plans, as numbers. */
export interface Planning {
  /** How many funding intervals of so many hours fit into the horizon. */
  readonly intervals: (hours: Decimal) => Decimal;
  readonly slippage: Decimal;
  readonly reachMove: Decimal;
  /** The trader's own limits on one order's loss: money, and a fraction of equity. `null`: not set. */
  readonly maxLoss: Amount | null;
  readonly maxLossFraction: Amount | null;
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
  const limit = (name: 'maxLoss' | 'maxLossFraction') =>
    assumptions?.[name] === undefined ? null : amountAt(`assumptions.${name}`, assumptions[name]);
  return {
    intervals: intervalsIn(horizonHours),
    slippage,
    reachMove,
    maxLoss: limit('maxLoss'),
    maxLossFraction: limit('maxLossFraction'),
    assumed,
  };
}

/** Most contracts of an account share one interval, so each quotient is kept. */
function intervalsIn(horizon: Decimal): Planning['intervals'] {
  const known: { readonly hours: Decimal; readonly count: Decimal }[] = [];
  return (hours) => {
    const found = known.find((each) => each.hours.eq(hours));
    if (found !== undefined) return found.count;
    const count = horizon.div(hours);
    known.push({ hours, count });
    return count;
  };
}

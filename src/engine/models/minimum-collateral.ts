import type { MinimumCollateral } from '../../domain/instrument.ts';
import { parse, zero } from '../decimal.ts';
import { type BracketCurve, fixedCurve } from './maintenance-curve.ts';

/** The least collateral of a value as a bracket curve: `minimum` up to where `minimumFactor` of the value is more (GMX). */
export function minimumCurve({ minimum, minimumFactor }: MinimumCollateral): BracketCurve {
  const least = parse(minimum);
  const rate = parse(minimumFactor);
  if (rate.isZero()) return fixedCurve(zero, least.neg());
  const edge = least.div(rate);
  const brackets = [
    { floor: zero, cap: edge, rate: zero, amount: least.neg() },
    { floor: edge, cap: null, rate, amount: zero },
  ];
  return { kind: 'brackets', bracket: (index) => brackets[index] };
}

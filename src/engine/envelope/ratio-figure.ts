import type { Figure } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import { figure } from '../amount.ts';
import { parse } from '../decimal.ts';
import { shareOf } from '../idle.ts';

/** part / whole of two figures; not defined for a whole of 0. */
export function ratioFigure(part: Figure, whole: Figure, field: string): Figure {
  const amount = (each: Figure) => (isUnknown(each) ? each : parse(each));
  return figure(shareOf(amount(part), amount(whole), field));
}

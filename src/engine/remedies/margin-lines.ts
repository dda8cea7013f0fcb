import type { Unknown } from '../../domain/known.ts';
import { combine } from '../amount.ts';
import { zero } from '../decimal.ts';
import type { OpenView } from '../open-view.ts';
import { equityLines } from './equity-lines.ts';
import type { Line } from './line.ts';
import type { UnitFigures } from './unit-figures.ts';

/** What the order takes of the money there is, less that money: cash, and equity. Above 0 the venue refuses the order. */
export function marginLines(view: OpenView, unit: UnitFigures): readonly Line[] | Unknown {
  const { pool, terms } = view;
  return combine(
    [
      pool.cash,
      equityLines(view, unit),
      pool.initialMargin,
      terms.size,
      unit.margin,
      unit.feeBesideMargin,
      unit.reserveInMargin,
      unit.heldBack,
    ],
    (cash, equity, needed, size, margin, fee, reserve, heldBack) => {
      const asked = needed.plus(heldBack.times(size));
      const slope = margin.slope.plus(fee).plus(reserve).plus(heldBack);
      return [{ at: cash, slope: zero }, ...equity].map((money) => ({
        ...margin,
        at: asked.minus(money.at),
        slope: slope.minus(money.slope),
      }));
    },
  );
}

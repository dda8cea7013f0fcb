import type { Side } from '../domain/account.ts';
import { type Assessment, openSides, type SideAssessment } from '../domain/assessment.ts';
import { isUnknown } from '../domain/known.ts';
import { hasNoSize, isWayOut, isZero } from '../domain/order-typed.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import { type Hold, stricterHold, worseLevel } from '../domain/verdict.ts';
import type { AskedOnce } from './asked-once.ts';

/** What the hold is about: the side it leads with, and what was found for it. */
export interface JudgedSide {
  readonly side: Side;
  readonly assessed: SideAssessment;
}

export type PressDecision =
  | { readonly act: 'through'; readonly why: 'way-out' | 'no-order' | 'nothing-to-hold' }
  | { readonly act: 'hold'; readonly hold: Exclude<Hold, 'none'>; readonly judged: JudgedSide }
  /** There is no verdict for this ticket; somebody has to be asked before it may pass. */
  | { readonly act: 'ask' };

/** The side with the stricter hold; between equals the one with the worse verdict. */
function stricter(a: JudgedSide, b: JudgedSide, holdOf: (judged: JudgedSide) => Hold): JudgedSide {
  const [holdA, holdB] = [holdOf(a), holdOf(b)];
  if (holdA !== holdB) return stricterHold(holdA, holdB) === holdA ? a : b;
  const { level } = a.assessed.verdict;
  return worseLevel(level, b.assessed.verdict.level) === level ? a : b;
}

/**
 * A plain order without a size orders nothing: the page itself asks for one. To hold it would spend the one question about
 * what cannot be read. Where the page gives a cost, or the order is of a kind that may take its size from elsewhere,
 * something may carry a size that was not read.
 */
function ordersNothing(reading: TicketReading): boolean {
  const { orderType, pageCost } = reading;
  const isPlain = !isUnknown(orderType) && orderType.value !== 'other';
  return isPlain && hasNoSize(reading) && (isUnknown(pageCost) || isZero(pageCost.value));
}

/**
 * What becomes of a press on a submit control, from the ticket as it stands at this instant and the assessment of
 * exactly that ticket (`undefined` when there is none, or an old one). While the side is open, the stricter side counts.
 */
export function decidePress(
  reading: TicketReading,
  current: Assessment | undefined,
  asked: AskedOnce,
): PressDecision {
  if (isWayOut(reading)) return { act: 'through', why: 'way-out' };
  if (ordersNothing(reading)) return { act: 'through', why: 'no-order' };
  const judged = openSides(reading).map((side) => ({ side, assessed: current?.sides[side] }));
  const whole = judged.filter((one): one is JudgedSide => one.assessed !== undefined);
  const [first, ...rest] = whole;
  if (first === undefined || whole.length < judged.length) return { act: 'ask' };
  const holdOf = ({ assessed }: JudgedSide) => asked.remainingHold(assessed, reading);
  const leading = rest.reduce((a, b) => stricter(a, b, holdOf), first);
  const hold = holdOf(leading);
  return hold === 'none'
    ? { act: 'through', why: 'nothing-to-hold' }
    : { act: 'hold', hold, judged: leading };
}

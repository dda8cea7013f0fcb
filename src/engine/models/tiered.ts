import { type Decimal, one, zero } from '../decimal.ts';
import { type BracketCurve, bracketIndex } from './maintenance-curve.ts';

/**
 * The liquidation point of one symbol, exactly, where maintenance margin is made of straight pieces.
 *
 * Everything is written in x, in which value and PnL are straight lines: the price for a linear contract, 1 / price for
 * an inverse one. The trigger is
 *
 *   T(x) = base + sum over legs ( signedSize x  -  size x (rate + triggerFee)  +  amount )
 *
 * with `base` = collateral behind the legs less the sum of signedSize x entry; T > 0 is alive, T <= 0 is liquidated.
 * Between bracket edges T is a straight line, so each piece is solved and the edges (where a flat table jumps) are
 * looked at themselves. Nothing is iterated to a tolerance.
 */
export interface Leg {
  /** > 0 gains when x rises. Its magnitude is `size`. */
  readonly signedSize: Decimal;
  readonly size: Decimal;
  readonly curve: BracketCurve;
  /** Fee rate that counts as maintenance in the trigger. */
  readonly triggerFee: Decimal;
}

export interface Trigger {
  readonly base: Decimal;
  readonly legs: readonly Leg[];
}

/** T as one straight line: `level` + `slope` x. */
interface Piece {
  readonly level: Decimal;
  readonly slope: Decimal;
}

type Way = 'down' | 'up';

/** Where T changes its sign, or which way it never does. */
export type Crossing = { readonly at: Decimal } | 'none-to-zero' | 'none-to-infinity';

export interface Solution {
  /** T > 0 at the start. */
  readonly alive: boolean;
  readonly crossing: Crossing;
}

function pieceAt(trigger: Trigger, indices: readonly number[]): Piece {
  let level = trigger.base;
  let slope = zero;
  trigger.legs.forEach((leg, i) => {
    const bracket = leg.curve.bracket(indices[i] ?? 0);
    if (bracket === undefined) return;
    if (!bracket.amount.isZero()) level = level.plus(bracket.amount);
    slope = slope.plus(leg.signedSize).minus(leg.size.times(bracket.rate.plus(leg.triggerFee)));
  });
  return { level, slope };
}

/** Nearest bracket edge from the current brackets, and which legs change bracket there. */
function nextEdge(
  trigger: Trigger,
  indices: readonly number[],
  way: Way,
): { at: Decimal; legs: number[] } | null {
  let at: Decimal | null = null;
  let legs: number[] = [];
  trigger.legs.forEach((leg, i) => {
    const bracket = leg.curve.bracket(indices[i] ?? 0);
    const value = way === 'down' ? bracket?.floor : bracket?.cap;
    if (value === undefined || value === null) return;
    const edge = leg.size === one ? value : value.div(leg.size);
    const order = at === null ? 1 : way === 'down' ? edge.cmp(at) : at.cmp(edge);
    if (order > 0) {
      at = edge;
      legs = [i];
    } else if (order === 0) legs.push(i);
  });
  return at === null ? null : { at, legs };
}

/** T with the sign turned so that the search always looks for the first point where it is no longer positive. */
function signed(piece: Piece, x: Decimal, alive: boolean): Decimal {
  const value = piece.level.plus(piece.slope.times(x));
  return alive ? value : value.neg();
}

function search(
  trigger: Trigger,
  start: Decimal,
  from: readonly number[],
  alive: boolean,
  way: Way,
): Crossing {
  const indices = [...from];
  let piece = pieceAt(trigger, indices);
  for (;;) {
    const edge = nextEdge(trigger, indices, way);
    const reached = edge === null ? null : signed(piece, edge.at, alive);
    const crosses =
      reached === null
        ? alive
          ? piece.slope.isNegative() && !piece.slope.isZero()
          : piece.slope.gt(zero)
        : !reached.gt(zero);
    if (crosses) return { at: piece.slope.isZero() ? start : piece.level.div(piece.slope).neg() };
    if (edge === null) return 'none-to-infinity';
    if (edge.at.isZero()) return 'none-to-zero';
    for (const leg of edge.legs) indices[leg] = (indices[leg] ?? 0) + (way === 'down' ? -1 : 1);
    piece = pieceAt(trigger, indices);
    if (!signed(piece, edge.at, alive).gt(zero)) return { at: edge.at };
  }
}

/**
 * The point where the trigger is met, walking from `start` (x of the present mark).
 *
 * Alive at the start: the first point on the way against the net position (for legs that hedge each other, on whichever
 * side it comes sooner). Already liquidated at the start: the first point on the way back where it is alive again.
 */
export function solveTrigger(trigger: Trigger, start: Decimal): Solution {
  const [single] = trigger.legs;
  if (trigger.legs.length === 1 && single !== undefined) return solveSingle(trigger.base, single, start);
  const indices = trigger.legs.map((leg) => bracketIndex(leg.curve, start.times(leg.size)));
  const alive = signed(pieceAt(trigger, indices), start, true).gt(zero);
  const net = trigger.legs.reduce((sum, leg) => sum.plus(leg.signedSize), zero);
  const down = search(trigger, start, indices, alive, 'down');
  const up = search(trigger, start, indices, alive, 'up');
  const [first, second] = net.gt(zero) === alive ? [down, up] : [up, down];
  if (typeof second === 'string') return { alive, crossing: first };
  if (typeof first === 'string') return { alive, crossing: second };
  const sooner = second.at.minus(start).abs().lt(first.at.minus(start).abs());
  return { alive, crossing: sooner ? second : first };
}

/** One leg, in units of its own value, so that bracket edges need no division; only the way that can matter is searched. */
function solveSingle(base: Decimal, leg: Leg, start: Decimal): Solution {
  const gains = leg.signedSize.gt(zero);
  const unit: Leg = { ...leg, signedSize: gains ? one : one.neg(), size: one };
  const value = start.times(leg.size);
  const indices = [bracketIndex(leg.curve, value)];
  const trigger: Trigger = { base, legs: [unit] };
  const alive = signed(pieceAt(trigger, indices), value, true).gt(zero);
  const crossing = search(trigger, value, indices, alive, gains === alive ? 'down' : 'up');
  return { alive, crossing: typeof crossing === 'string' ? crossing : { at: crossing.at.div(leg.size) } };
}

import type { ContractKind } from '../../domain/instrument.ts';
import { type Decimal, isPositive, one, zero } from '../decimal.ts';
import { type Bracket, type BracketCurve, bracketIndex } from './maintenance-curve.ts';

/**
 * The liquidation point of one symbol, exactly, where maintenance margin is made of straight pieces.
 *
 * Everything is written in x, in which value and PnL are straight lines: the price for a linear contract, 1 / price for
 * an inverse one. The trigger is
 *
 *   T(x) = base + sum over legs ( +-size x  -  size x (rate + triggerFee)  +  amount )
 *
 * with `base` = collateral behind the legs less the sum of +-size x entry; T > 0 is alive, T <= 0 is liquidated.
 * Between bracket edges T is a straight line, so each piece is solved and the edges (where a flat table jumps) are
 * looked at themselves. Nothing is iterated to a tolerance.
 */
export interface Leg {
  /** Gains when x rises. */
  readonly gains: boolean;
  readonly size: Decimal;
  readonly curve: BracketCurve;
  /** Fee rate that counts as maintenance in the trigger. */
  readonly triggerFee: Decimal;
}

export type Way = 'down' | 'up';

/** Where T changes its sign, or which way it never does. */
export type Crossing = { readonly at: Decimal } | 'none-to-zero' | 'none-to-infinity';

export interface Solution {
  /** T > 0 at the start. */
  readonly alive: boolean;
  readonly crossing: Crossing;
}

/**
 * The point where the trigger is met, walking from `start` (x of the present mark).
 *
 * Alive at the start: the first point on the way against the net position (for legs that hedge each other, on whichever
 * side it comes sooner). Already liquidated at the start: the first point on the way back where it is alive again.
 */
export function solveTrigger(
  base: Decimal,
  legs: readonly Leg[],
  start: Decimal,
  kind: ContractKind,
): Solution {
  const [single] = legs;
  if (legs.length === 1 && single !== undefined) return solveSingle(base, single, start);
  const from = legs.map((leg) => bracketIndex(leg.curve, start.times(leg.size)));
  const alive = isPositive(heightAt(pieceOf(base, legs, from), start));
  return {
    alive,
    crossing: crossingOf(legs, alive, start, kind, (way) => search(base, legs, start, from, alive, way)),
  };
}

/**
 * The crossing that counts: for one position the one on its way, for several that hedge each other the one the price has
 * less far to (where there is none either way, what is said of the way against the net position).
 */
export function crossingOf(
  legs: readonly Pick<Leg, 'gains' | 'size'>[],
  alive: boolean,
  start: Decimal,
  kind: ContractKind,
  walk: (way: Way) => Crossing,
): Crossing {
  const net = legs.reduce((sum, leg) => (leg.gains ? sum.plus(leg.size) : sum.minus(leg.size)), zero);
  const [one, other]: readonly Way[] = isPositive(net) === alive ? ['down', 'up'] : ['up', 'down'];
  const first = walk(one ?? 'down');
  if (legs.length === 1) return first;
  const second = walk(other ?? 'up');
  if (typeof second === 'string') return first;
  if (typeof first === 'string') return second;
  return isSooner(second.at, first.at, start, kind) ? second : first;
}

/** Whether the price has less way to a than to b. With x = 1 / price: |1/a - 1/s| < |1/b - 1/s|, without dividing. */
function isSooner(a: Decimal, b: Decimal, start: Decimal, kind: ContractKind): boolean {
  const [toA, toB] = [a.minus(start).abs(), b.minus(start).abs()];
  return kind === 'linear' ? toA.lt(toB) : toA.times(b).lt(toB.times(a));
}

/** T as one straight line: `level` + `slope` x. */
interface Piece {
  readonly level: Decimal;
  readonly slope: Decimal;
}

function heightAt({ level, slope }: Piece, x: Decimal): Decimal {
  return x.isZero() ? level : level.plus(slope.times(x));
}

/** True when T at a point is on the other side than at the start. */
function turned(height: Decimal, alive: boolean): boolean {
  return alive ? !isPositive(height) : !height.isNegative();
}

/** True when T, alive or not, turns somewhere on the way to infinity. */
function turnsBeyond({ slope }: Piece, alive: boolean): boolean {
  return !slope.isZero() && slope.isNegative() === alive;
}

/** T of one position in units of its own value, in which bracket edges need no division. */
function unitPiece(base: Decimal, { gains, triggerFee }: Leg, { rate, amount }: Bracket): Piece {
  const asked = triggerFee.isZero() ? rate : rate.plus(triggerFee);
  return {
    level: amount.isZero() ? base : base.plus(amount),
    slope: gains ? one.minus(asked) : one.plus(asked).neg(),
  };
}

function solveSingle(base: Decimal, leg: Leg, start: Decimal): Solution {
  const { curve, size } = leg;
  const value = start.times(size);
  let index = bracketIndex(curve, value);
  let bracket = bracketAt(curve, index);
  let piece = unitPiece(base, leg, bracket);
  const alive = isPositive(heightAt(piece, value));
  const down = leg.gains === alive;
  for (;;) {
    const edge = down ? bracket.floor : bracket.cap;
    const crosses = edge === null ? turnsBeyond(piece, alive) : turned(heightAt(piece, edge), alive);
    if (crosses) {
      const at = piece.slope.isZero() ? start : piece.level.div(piece.slope.times(size)).neg();
      return { alive, crossing: { at } };
    }
    if (edge === null) return { alive, crossing: 'none-to-infinity' };
    if (edge.isZero()) return { alive, crossing: 'none-to-zero' };
    index += down ? -1 : 1;
    bracket = bracketAt(curve, index);
    piece = unitPiece(base, leg, bracket);
    if (turned(heightAt(piece, edge), alive)) return { alive, crossing: { at: edge.div(size) } };
  }
}

function bracketAt(curve: BracketCurve, index: number): Bracket {
  const bracket = curve.bracket(index);
  if (bracket === undefined) throw new RangeError(`no bracket ${index}`);
  return bracket;
}

function pieceOf(base: Decimal, legs: readonly Leg[], indices: readonly number[]): Piece {
  let level = base;
  let slope = zero;
  legs.forEach((leg, i) => {
    const unit = unitPiece(zero, leg, bracketAt(leg.curve, indices[i] ?? 0));
    level = level.plus(unit.level);
    slope = slope.plus(unit.slope.times(leg.size));
  });
  return { level, slope };
}

/** Nearest bracket edge from the current brackets, and which legs change bracket there. */
function nextEdge(
  legs: readonly Leg[],
  indices: readonly number[],
  way: Way,
): { at: Decimal; legs: number[] } | null {
  let at: Decimal | null = null;
  let changing: number[] = [];
  legs.forEach((leg, i) => {
    const bracket = bracketAt(leg.curve, indices[i] ?? 0);
    const value = way === 'down' ? bracket.floor : bracket.cap;
    if (value === null) return;
    const edge = value.div(leg.size);
    const order = at === null ? 1 : way === 'down' ? edge.cmp(at) : at.cmp(edge);
    if (order > 0) {
      at = edge;
      changing = [i];
    } else if (order === 0) changing.push(i);
  });
  return at === null ? null : { at, legs: changing };
}

function search(
  base: Decimal,
  legs: readonly Leg[],
  start: Decimal,
  from: readonly number[],
  alive: boolean,
  way: Way,
): Crossing {
  const indices = [...from];
  let piece = pieceOf(base, legs, indices);
  for (;;) {
    const edge = nextEdge(legs, indices, way);
    const crosses = edge === null ? turnsBeyond(piece, alive) : turned(heightAt(piece, edge.at), alive);
    if (crosses) return { at: piece.slope.isZero() ? start : piece.level.div(piece.slope).neg() };
    if (edge === null) return 'none-to-infinity';
    if (edge.at.isZero()) return 'none-to-zero';
    for (const leg of edge.legs) indices[leg] = (indices[leg] ?? 0) + (way === 'down' ? -1 : 1);
    piece = pieceOf(base, legs, indices);
    if (turned(heightAt(piece, edge.at), alive)) return { at: edge.at };
  }
}

import type { DecimalString } from '../../domain/decimal-string.ts';
import type { Figure, Liquidation } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import { type Decimal, parse, plain, zero } from '../decimal.ts';
import type { LiquidationPoint } from '../liquidation.ts';

type Priced = Extract<Liquidation, { kind: 'price' }>;

/**
 * One liquidation for several rule sets: the price nearest to the mark, its range reaching from the nearest of all near ends
 * to the farthest of all far ends on its side. `none` only where no rule set has a price. A rule set under which the
 * position is past its liquidation and no price brings it back makes it the mark itself. Unknown where the first, the
 * venue's own, is; without a mark there is nothing to be near to, and it is the first one's.
 */
export function nearestLiquidation(
  liquidations: readonly (Liquidation | Unknown)[],
  mark: DecimalString | undefined,
): Liquidation | Unknown {
  const [own] = liquidations;
  if (own === undefined) throw new RangeError('no liquidation to choose from');
  if (isUnknown(own)) return own;
  const priced = liquidations.filter((each): each is Priced => !isUnknown(each) && each.kind === 'price');
  const [first, ...others] = priced;
  if (mark === undefined) return own;
  const isGone = liquidations.some((each) => !isUnknown(each) && isPastAll(each));
  if (first === undefined) return isGone ? atTheMark(mark) : own;
  const at = parse(mark);
  const chosen = others.reduce((best, each) => (isNearer(each, best, at) ? each : best), first);
  if (chosen.distance === '0') return chosen;
  if (isGone) return atTheMark(mark);
  const isBelow = parse(chosen.price).lt(at);
  const beside = priced.filter(({ price, distance }) => distance !== '0' && parse(price).lt(at) === isBelow);
  const { nearest, farthest } = chosen.range;
  return {
    ...chosen,
    range: {
      nearest: end(
        nearest,
        beside.map(({ range }) => range.nearest),
        (a, b) => a.gt(b) === isBelow,
      ),
      farthest: end(
        farthest,
        beside.map(({ range }) => range.farthest),
        (a, b) => a.lt(b) === isBelow,
      ),
    },
  };
}

/** Liquidated by now, at whatever price: the one reason for no price that is no comfort. */
function isPastAll(liquidation: Liquidation | LiquidationPoint): boolean {
  return liquidation.kind === 'none' && liquidation.why === 'price-not-positive';
}

function atTheMark(mark: DecimalString): Liquidation {
  const price = plain(parse(mark));
  return { kind: 'price', price, distance: plain(zero), range: { nearest: price, farthest: price } };
}

/** A liquidation that the mark has passed is the nearest there is. */
function isNearer(a: Priced, b: Priced, mark: Decimal): boolean {
  if (b.distance === '0') return false;
  if (a.distance === '0') return true;
  return parse(a.price).minus(mark).abs().lt(parse(b.price).minus(mark).abs());
}

function end(own: Figure, ends: readonly Figure[], isMore: (a: Decimal, b: Decimal) => boolean): Figure {
  if (isUnknown(own)) return own;
  let most = parse(own);
  for (const each of ends) {
    if (isUnknown(each)) continue;
    const other = parse(each);
    if (!other.eq(most) && isMore(other, most)) most = other;
  }
  return plain(most);
}

/** The same choice among liquidation points. */
export function nearestPoint(
  points: readonly [LiquidationPoint | Unknown, ...(LiquidationPoint | Unknown)[]],
  mark: DecimalString | undefined,
): LiquidationPoint | Unknown {
  const [own, ...others] = points;
  if (isUnknown(own) || mark === undefined) return own;
  const at = parse(mark);
  const away = (point: LiquidationPoint) =>
    point.kind === 'price' && point.ahead ? point.price.minus(at).abs() : zero;
  const nearest = others.reduce<LiquidationPoint>((best, each) => {
    if (isUnknown(each) || each.kind === 'none') return best;
    return best.kind === 'none' || away(each).lt(away(best)) ? each : best;
  }, own);
  const isGone = points.some((each) => !isUnknown(each) && isPastAll(each));
  const isPassed = nearest.kind === 'price' && !nearest.ahead;
  return isGone && !isPassed ? { kind: 'price', price: at, ahead: false } : nearest;
}

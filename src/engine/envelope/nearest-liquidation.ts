import type { DecimalString } from '../../domain/decimal-string.ts';
import type { Liquidation } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import { type Decimal, parse } from '../decimal.ts';
import type { LiquidationPoint } from '../liquidation.ts';
import { largest, smallest } from './worse-figure.ts';

/**
 * One liquidation for several rule sets: the point nearest to the mark (see `nearestPoint`), its range reaching from the
 * nearest of all near ends to the farthest of all far ends on its side.
 */
export function nearestLiquidation(
  liquidations: readonly (Liquidation | Unknown)[],
  mark: DecimalString | undefined,
): Liquidation | Unknown {
  const nearest = nearestPoint(liquidations.map(pointOf), mark);
  if (isUnknown(nearest) || nearest.kind === 'none') return nearest;
  const { shown: chosen } = nearest;
  if (mark === undefined || !nearest.ahead) return chosen;
  const at = parse(mark);
  const isBelow = parse(chosen.price).lt(at);
  const beside = liquidations.flatMap((each) =>
    !isUnknown(each) && each.kind === 'price' && parse(each.price).lt(at) === isBelow ? [each.range] : [],
  );
  const [nearEnd, farEnd] = isBelow ? [largest, smallest] : [smallest, largest];
  return {
    ...chosen,
    range: {
      nearest: nearEnd([chosen.range.nearest, ...beside.map((range) => range.nearest)]),
      farthest: farEnd([chosen.range.farthest, ...beside.map((range) => range.farthest)]),
    },
  };
}

type None = Extract<LiquidationPoint, { kind: 'none' }>;
type Priced = Extract<LiquidationPoint, { kind: 'price' }>;

/** A liquidation as it is shown, as a point. */
type Shown = Priced & { readonly shown: Extract<Liquidation, { kind: 'price' }> };

function pointOf(shown: Liquidation | Unknown): Shown | None | Unknown {
  if (isUnknown(shown) || shown.kind === 'none') return shown;
  return { kind: 'price', price: parse(shown.price), ahead: shown.distance !== '0', shown };
}

/**
 * The point nearest to the mark: one that the mark has passed before any ahead. `none` only where no rule set has a price.
 * Unknown where the first, the venue's own, is; without a mark there is nothing to be near to, and it is the first one's.
 */
export function nearestPoint<P extends LiquidationPoint>(
  points: readonly (P | Unknown)[],
  mark: DecimalString | undefined,
): P | Unknown {
  const [own] = points;
  if (own === undefined) throw new RangeError('no liquidation to choose from');
  if (isUnknown(own) || mark === undefined) return own;
  const at = parse(mark);
  const known = points.filter((each): each is P => !isUnknown(each));
  return known.reduce((best, each) => {
    if (each.kind === 'none') return best;
    return best.kind === 'none' || isNearer(each, best, at) ? each : best;
  });
}

/** Prices on one side are compared as they are: their distances may be rounded to the same last digit. */
function isNearer(one: Priced, other: Priced, at: Decimal): boolean {
  if (one.ahead !== other.ahead) return other.ahead;
  const isBelow = one.price.lt(at);
  if (isBelow !== other.price.lt(at)) return one.price.minus(at).abs().lt(other.price.minus(at).abs());
  return isBelow ? one.price.gt(other.price) : one.price.lt(other.price);
}

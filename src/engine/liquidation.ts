import type { Liquidation, NoLiquidation } from '../domain/exposure.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import { type Amount, combine, figure } from './amount.ts';
import type { CrossPool } from './cross-pool.ts';
import { type Decimal, larger, one, plain, smaller, zero } from './decimal.ts';
import { liquidationDistance } from './formulas/liquidation-distance.ts';
import { gainsWithX, type Holding } from './holding.ts';
import {
  type BracketCurve,
  fixedCurve,
  type MaintenanceCurve,
  stricterCurve,
} from './models/maintenance-curve.ts';
import { solvePower } from './models/power.ts';
import { type Crossing, type Leg, type Solution, solveTrigger } from './models/tiered.ts';

/** A harder or softer world than the venue's own formula, for the ends of the range. */
interface Conditions {
  /** Added to the collateral; < 0 where funding and fees eat it. */
  readonly collateral: Amount;
  /** Fee rate added to the trigger. */
  readonly extraFee: Amount;
  /** Take the bracket table one bracket stricter. */
  readonly stricter: boolean;
}

const asTheVenueHasIt: Conditions = { collateral: zero, extraFee: zero, stricter: false };

/** Where a position is liquidated: a price, or why there is none. */
export type LiquidationPoint =
  | {
      readonly kind: 'price';
      readonly price: Decimal /** The mark has not passed it. */;
      readonly ahead: boolean;
    }
  | { readonly kind: 'none'; readonly why: NoLiquidation };

const nothing: BracketCurve = fixedCurve(zero, zero);

/**
 * The mark at which the collateral behind a position plus its PnL equals its maintenance, other prices unchanged, with
 * the bracket that applies at that price. Exact.
 */
export function liquidationPoint(
  holding: Holding,
  pool: CrossPool,
  conditions: Conditions = asTheVenueHasIt,
): LiquidationPoint | Unknown {
  const { mode } = holding.terms;
  if (isUnknown(mode))
    return combine([mode, holding.terms.size, holding.terms.maintenance], () => none('hedged'));
  const legs = mode === 'isolated' ? [holding] : pool.legsOf(holding);
  const collateral = mode === 'isolated' ? holding.terms.margin : pool.collateralBehind(legs);
  return pointBehind(holding, legs, collateral, conditions);
}

/** The same once the legs that move together and the collateral behind them are known. */
export function pointBehind(
  holding: Holding,
  legs: readonly Holding[],
  collateral: Amount,
  conditions: Conditions = asTheVenueHasIt,
): LiquidationPoint | Unknown {
  const frozen = holding.rules.maintenanceAt !== 'liquidation';
  const start = isUnknown(holding.terms.mark) ? holding.terms.entry : holding.terms.mark;
  return combine(
    [
      collateral,
      conditions.collateral,
      conditions.extraFee,
      holding.contract.kind,
      start,
      ...legs.map((leg) => legInputs(leg, frozen)),
    ],
    (behind, extra, extraFee, kind, mark, ...known) => {
      let base = behind.plus(extra);
      const made: CurvedLeg[] = (known as readonly LegInputs[]).map((leg, i) => {
        const { size, entry } = leg;
        const gains = gainsWithX(kind, legs[i]?.terms.side ?? 'long');
        const entered = kind === 'linear' ? size.times(entry) : size.div(entry);
        base = gains ? base.minus(entered) : base.plus(entered);
        if (leg.frozen !== null) base = base.minus(leg.frozen);
        const curve = leg.frozen === null ? leg.curve : nothing;
        return {
          size,
          signedSize: gains ? size : size.neg(),
          curve,
          triggerFee: leg.triggerFee.plus(extraFee),
        };
      });
      const { alive, crossing } = solve(
        base,
        made,
        kind === 'linear' ? mark : one.div(mark),
        conditions.stricter,
      );
      if (typeof crossing === 'object' && crossing.at.gt(zero)) {
        const price = kind === 'linear' ? crossing.at : one.div(crossing.at);
        return { kind: 'price', price, ahead: alive } as const;
      }
      return none(whyNone(crossing, alive, made.length));
    },
  );
}

interface LegInputs {
  readonly size: Decimal;
  readonly entry: Decimal;
  readonly curve: MaintenanceCurve;
  readonly triggerFee: Decimal;
  /** Maintenance with fee where the venue values it at entry or at the present mark, else `null`. */
  readonly frozen: Decimal | null;
}

function legInputs(leg: Holding, frozen: boolean): LegInputs | Unknown {
  const { size, entry, maintenance } = leg.terms;
  if (frozen) {
    return combine([size, entry, leg.requirement], (q, e, { withFee }) => ({
      size: q,
      entry: e,
      curve: nothing,
      triggerFee: zero,
      frozen: withFee,
    }));
  }
  return combine([size, entry, maintenance, leg.contract.triggerFee], (q, e, curve, triggerFee) => ({
    size: q,
    entry: e,
    curve,
    triggerFee,
    frozen: null,
  }));
}

type CurvedLeg = Omit<Leg, 'curve'> & { readonly curve: MaintenanceCurve };

/** Brackets are solved piece by piece; a power curve, of which no venue has hedged legs, by its own model. */
function solve(base: Decimal, legs: readonly CurvedLeg[], start: Decimal, stricter: boolean): Solution {
  const [single] = legs;
  if (single?.curve.kind === 'power') {
    const gains = single.signedSize.gt(zero);
    const { alive, value } = solvePower(
      base,
      gains,
      single.triggerFee,
      single.curve,
      start.times(single.size),
    );
    return { alive, crossing: value === null ? 'none-to-zero' : { at: value.div(single.size) } };
  }
  const bracketed = legs.flatMap((leg) =>
    leg.curve.kind === 'power' ? [] : [{ ...leg, curve: stricter ? stricterCurve(leg.curve) : leg.curve }],
  );
  return solveTrigger({ base, legs: bracketed }, start);
}

function none(why: NoLiquidation): LiquidationPoint {
  return { kind: 'none', why };
}

function whyNone(crossing: Crossing, alive: boolean, legs: number): NoLiquidation {
  if (!alive) return 'price-not-positive';
  if (legs > 1) return 'hedged';
  return crossing === 'none-to-infinity' ? 'no-crossing' : 'notional-within-collateral';
}

/** What the range needs beyond the position itself. */
export interface RangeInputs {
  /** Funding to the planned horizon, > 0 is paid. */
  readonly funding: Amount;
  /** Fees that come out of the position's own margin at the opening. */
  readonly feesFromMargin: Amount;
}

/**
 * The liquidation price as it is shown: the venue's figure, its distance, and a range because the price is an estimate.
 *
 * `nearest` counts in the horizon's funding where the trader pays it, the closing fee where the venue has none in its
 * trigger, fees taken from the margin, one tick, and the next higher rates where the table is assumed. `farthest` counts
 * in funding received and one tick the other way. Both in the price's own currency.
 */
export function liquidationOf(holding: Holding, pool: CrossPool, range: RangeInputs): Liquidation | Unknown {
  const point = liquidationPoint(holding, pool);
  if (isUnknown(point) || point.kind === 'none') return point;
  const { mark } = holding.terms;
  const { contract, rules } = holding;
  const tick = contract.amount('tick');
  const hard = combine([range.funding, range.feesFromMargin], (funding, fees) =>
    larger(funding, zero).plus(fees).neg(),
  );
  const soft = combine([range.funding], (funding) => larger(funding.neg(), zero));
  const nearest = liquidationPoint(holding, pool, {
    collateral: hard,
    extraFee: rules.triggerFee === 'none' ? contract.amount('takerFee') : zero,
    stricter: contract.tiersAssumed,
  });
  const farthest = liquidationPoint(holding, pool, { ...asTheVenueHasIt, collateral: soft });
  return {
    kind: 'price',
    price: plain(point.price),
    distance: figure(combine([mark], (at) => (point.ahead ? liquidationDistance(at, point.price) : zero))),
    range: {
      nearest: figure(
        combine([mark, tick, nearest], (at, step, end) => toward(at, priceOf(end, point.price), step, point)),
      ),
      farthest: figure(
        combine([mark, tick, farthest], (at, step, end) =>
          away(at, priceOf(end, point.price.lt(at) ? zero : point.price), step, point),
        ),
      ),
    },
  };
}

function priceOf(point: LiquidationPoint, fallback: Decimal): Decimal {
  return point.kind === 'price' ? point.price : fallback;
}

function toward(
  mark: Decimal,
  price: Decimal,
  tick: Decimal,
  { price: exact, ahead }: { price: Decimal; ahead: boolean },
) {
  if (!ahead) return exact;
  return exact.lt(mark) ? smaller(price.plus(tick), mark) : larger(price.minus(tick), mark);
}

function away(
  mark: Decimal,
  price: Decimal,
  tick: Decimal,
  { price: exact, ahead }: { price: Decimal; ahead: boolean },
) {
  if (!ahead) return exact;
  return exact.lt(mark) ? larger(price.minus(tick), zero) : price.plus(tick);
}

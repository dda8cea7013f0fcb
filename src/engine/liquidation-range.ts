import type { Liquidation } from '../domain/exposure.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import { type Amount, combine, figure } from './amount.ts';
import type { CrossPool } from './cross-pool.ts';
import { type Decimal, larger, notBelowZero, plain, smaller, zero } from './decimal.ts';
import { liquidationDistance } from './formulas/liquidation-distance.ts';
import type { Holding } from './holding.ts';
import {
  answer,
  asTheVenueHasIt,
  type Conditions,
  type LiquidationPoint,
  questionOf,
} from './liquidation.ts';

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
  const question = questionOf(holding, pool);
  if (isUnknown(question)) return question;
  const point = answer(question, asTheVenueHasIt);
  if (isUnknown(point) || point.kind === 'none') return point;
  const { mark } = holding.terms;
  const { contract } = holding;
  const tick = contract.amount('tick');
  return {
    kind: 'price',
    price: plain(point.price),
    distance: figure(combine([mark], (at) => (point.ahead ? liquidationDistance(at, point.price) : zero))),
    range: {
      nearest: figure(
        combine([mark, tick, nearConditions(holding, range)], (at, step, conditions) => {
          const end = answer(question, conditions);
          return isUnknown(end) ? end : toward(at, priceOf(end, point.price), step, point);
        }),
      ),
      farthest: figure(
        combine([mark, tick, range.funding], (at, step, funding) => {
          if (!funding.isNegative()) return away(at, point.price, step, point);
          const end = answer(question, { ...asTheVenueHasIt, collateral: funding.neg() });
          if (isUnknown(end)) return end;
          return away(at, priceOf(end, point.price.lt(at) ? zero : point.price), step, point);
        }),
      ),
    },
  };
}

/** The harder world of the near end; a rebate makes it no softer. */
export function nearConditions({ contract, rules }: Holding, range: RangeInputs): Conditions | Unknown {
  const closingFee = rules.triggerFee === 'none' ? contract.amount('takerFee') : zero;
  return combine([range.funding, range.feesFromMargin, closingFee], (funding, fees, extraFee) => ({
    collateral: notBelowZero(funding).plus(notBelowZero(fees)).neg(),
    extraFee: notBelowZero(extraFee),
    stricter: contract.tiersAssumed,
  }));
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
  return exact.lt(mark) ? notBelowZero(price.minus(tick)) : price.plus(tick);
}

import type { DecimalString } from '../domain/decimal-string.ts';
import type { NoLiquidation } from '../domain/exposure.ts';
import type { ContractKind } from '../domain/instrument.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import { type Amount, combine, mergeUnknowns } from './amount.ts';
import type { CrossPool } from './cross-pool.ts';
import { type Decimal, isPositive, one, parse, residue, zero } from './decimal.ts';
import { gainsWithX, type Holding } from './holding.ts';
import { solveConcave } from './models/concave.ts';
import {
  type BracketCurve,
  fixedCurve,
  type MaintenanceCurve,
  stricterCurve,
} from './models/maintenance-curve.ts';
import { solvePower } from './models/power.ts';
import { type QuadraticLeg, solveQuadratic } from './models/quadratic.ts';
import { type Crossing, type Leg, type Solution, solveTrigger } from './models/tiered.ts';

/** A harder or softer world than the venue's own formula, for the ends of the range. */
export interface Conditions {
  /** Added to the collateral; < 0 where funding and fees eat it. */
  readonly collateral: Decimal;
  /** Fee rate added to the trigger. */
  readonly extraFee: Decimal;
  /** Take the bracket table one bracket stricter. */
  readonly stricter: boolean;
}

export const asTheVenueHasIt: Conditions = { collateral: zero, extraFee: zero, stricter: false };

/** Where a position is liquidated: a price, or why there is none. */
export type LiquidationPoint =
  | {
      readonly kind: 'price';
      /** Where it is not ahead: the price at which the position would live again, or the mark where none above zero does. */
      readonly price: Decimal;
      /** The mark has not passed it. */
      readonly ahead: boolean;
    }
  | { readonly kind: 'none'; readonly why: NoLiquidation };

/**
 * The mark at which the collateral behind a position plus its PnL equals its maintenance, other prices unchanged, with
 * the bracket that applies at that price. Exact.
 */
export function liquidationPoint(holding: Holding, pool: CrossPool): LiquidationPoint | Unknown {
  const question = questionOf(holding, pool);
  return isUnknown(question) ? question : answer(question, asTheVenueHasIt);
}

/** The same once the legs that move together and the collateral behind them are known. */
export function pointBehind(
  holding: Holding,
  legs: readonly Holding[],
  collateral: Amount,
): LiquidationPoint | Unknown {
  const question = questionBehind(holding, legs, collateral, zero);
  return isUnknown(question) ? question : answer(question, asTheVenueHasIt);
}

/** Everything that decides a liquidation price, in x (see `models/tiered.ts`). */
export interface Question {
  readonly kind: ContractKind;
  readonly mark: Amount;
  /** Where the search begins, in x: the mark, or the entry where no mark is known. */
  readonly start: Decimal;
  /** Collateral less what the legs were entered at, less maintenance that is frozen at another price. */
  readonly base: Decimal;
  readonly legs: readonly CurvedLeg[];
  /** Collateral that is worth so much x; 0 where none of it moves. */
  readonly coins: Decimal;
}

type CurvedLeg = Omit<Leg, 'curve'> & { readonly curve: MaintenanceCurve };

export function questionOf(holding: Holding, pool: CrossPool): Question | Unknown {
  const { mode, margin, size, maintenance } = holding.terms;
  if (isUnknown(mode)) return mergeUnknowns([mode, ...[size, maintenance].filter(isUnknown)]);
  if (mode === 'isolated')
    return questionBehind(holding, [holding], margin, holding.terms.collateral?.coins ?? zero);
  const legs = pool.legsOf(holding);
  return questionBehind(holding, legs, pool.collateralBehind(legs), pool.coinsOn(holding.terms.symbol));
}

function questionBehind(
  holding: Holding,
  legs: readonly Holding[],
  collateral: Amount,
  coins: Amount,
): Question | Unknown {
  const { mark, entry } = holding.terms;
  return combine(
    [collateral, holding.contract.kind, isUnknown(mark) ? entry : mark, coins, ...legs.map(legOf)],
    (behind, kind, at, moving, ...known) => {
      const made = known as readonly LegInputs[];
      return {
        kind,
        mark,
        start: kind === 'linear' ? at : one.div(at),
        base: made.reduce(
          (sum, { gains, entered, frozen }) => (gains ? sum.minus(entered) : sum.plus(entered)).minus(frozen),
          behind,
        ),
        legs: made,
        coins: moving,
      };
    },
  );
}

interface LegInputs extends CurvedLeg {
  /** size x entry, in x. */
  readonly entered: Decimal;
  /** What no move changes: maintenance with fee where the venue freezes it, else its closing-fee reserve. */
  readonly frozen: Decimal;
}

const nothing: BracketCurve = fixedCurve(zero, zero);

function legOf(leg: Holding): LegInputs | Unknown {
  const { size, side } = leg.terms;
  const { kind, triggerFee } = leg.contract;
  const isFrozen = leg.rules.maintenanceAt !== 'liquidation';
  const frozen = isFrozen ? combine([leg.requirement], ({ withFee }) => withFee) : keptBack(leg);
  return combine(
    [kind, size, leg.entryValue, frozen, isFrozen ? nothing : leg.curve, isFrozen ? zero : triggerFee],
    (of, q, entered, kept, curve, fee) => ({
      gains: gainsWithX(of, side),
      size: q,
      entered,
      frozen: kept,
      curve,
      triggerFee: fee,
    }),
  );
}

/** What a position has to keep whatever the price: the reserve for its closing fee, and what it owes already. */
function keptBack({ closingReserve, terms }: Holding): Amount {
  const owed = terms.collateral?.owed;
  return owed === undefined ? closingReserve : combine([closingReserve, owed], (kept, due) => kept.plus(due));
}

/** Unknown where it would lie beyond the end of a bracket table that lacks its upper part. */
export function answer(
  { kind, mark, start, base, legs, coins }: Question,
  conditions: Conditions,
): LiquidationPoint | Unknown {
  const { collateral, extraFee, stricter } = conditions;
  const behind = base.plus(collateral);
  const charged = extraFee.isZero()
    ? legs
    : legs.map((leg) => ({ ...leg, triggerFee: leg.triggerFee.plus(extraFee) }));
  const moving = coins.isZero() ? charged : [...charged, coinLeg(coins)];
  const { alive, crossing } = solve(kind, behind, moving, start, stricter);
  const unseen = beyondTables(moving, start, alive, crossing, stricter);
  if (unseen !== undefined) return unseen;
  if (typeof crossing === 'object' && isPositive(crossing.at) && !isResidue(kind, crossing.at, start)) {
    if (isHere(crossing.at, start) && !isUnknown(mark)) return { kind: 'price', price: mark, ahead: false };
    return { kind: 'price', price: kind === 'linear' ? crossing.at : one.div(crossing.at), ahead: alive };
  }
  if (!alive) return isUnknown(mark) ? mark : { kind: 'price', price: mark, ahead: false };
  return { kind: 'none', why: moving.length > 1 ? 'hedged' : 'notional-within-collateral' };
}

/** Below this share of its bound a value may reach it all the same: a crossing at an edge is a quotient. */
const reachesEnd = parse('0.999999999999999999999999999999' as DecimalString);

/**
 * Why the answer is unknown, `undefined` where it is not: some leg is worth more than its table knows of, now or there.
 * Beyond a table's end the curve asks for the whole value, so a true crossing there is never taken for one before it.
 */
function beyondTables(
  legs: readonly CurvedLeg[],
  start: Decimal,
  alive: boolean,
  crossing: Crossing,
  stricter: boolean,
): Unknown | undefined {
  for (const { curve, size } of legs) {
    if (curve.kind !== 'brackets') continue;
    const { end } = stricter ? stricterCurve(curve) : curve;
    if (end === undefined) continue;
    if (start.times(size).gt(end.at)) return end.why;
    // What lives and meets none gains beyond the end, whatever its rate there: a leg that loses would meet one.
    const comesNear =
      typeof crossing === 'string' ? !alive : crossing.at.times(size).gte(end.at.times(reachesEnd));
    if (comesNear) return end.why;
  }
  return undefined;
}

/** Coins gain as x rises, whatever the contract, and ask for no maintenance. */
function coinLeg(size: Decimal): CurvedLeg {
  return { gains: true, size, curve: nothing, triggerFee: zero };
}

/**
 * Figures that are quotients (an inverse contract's, an average entry) leave a difference of 1e-40 where collateral exactly
 * covers a position and should leave none. A crossing so many digits below the start is that, and no price.
 */
const residueDigits: Readonly<Record<ContractKind, number>> = { linear: 30, inverse: 12 };

function isResidue(kind: ContractKind, at: Decimal, start: Decimal): boolean {
  return start.exponent - at.exponent > residueDigits[kind];
}

/** Rounded in the fortieth digit, a trigger that is met at the start may seem to lie a hair before or behind it. */
function isHere(at: Decimal, start: Decimal): boolean {
  return at.minus(start).abs().lte(start.times(residue));
}

/** Brackets are solved piece by piece, parabolas in closed form, one power curve in its own terms, several by a bracketed solve. */
function solve(
  kind: ContractKind,
  base: Decimal,
  legs: readonly CurvedLeg[],
  start: Decimal,
  stricter: boolean,
): Solution {
  const [single] = legs;
  if (legs.every(isBracketed)) {
    const asked = stricter ? legs.map((leg) => ({ ...leg, curve: stricterCurve(leg.curve) })) : legs;
    return solveTrigger(base, asked, start, kind);
  }
  if (legs.every(isParabola)) return solveQuadratic(base, legs, start, kind);
  if (legs.length > 1 || single?.curve.kind !== 'power') return solveConcave(base, legs, start, kind);
  const { gains, triggerFee, curve, size } = single;
  const { alive, value } = solvePower(base, gains, triggerFee, curve, start.times(size));
  return { alive, crossing: value === null ? 'none-to-zero' : { at: value.div(size) } };
}

function isBracketed(leg: CurvedLeg): leg is Leg {
  return leg.curve.kind === 'brackets';
}

function isParabola(leg: CurvedLeg): leg is QuadraticLeg {
  return leg.curve.kind !== 'power';
}

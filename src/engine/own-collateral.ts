import type { Position } from '../domain/account.ts';
import type { ContractKind } from '../domain/instrument.ts';
import type { Unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { type Amount, amountAt, combine, missingInput } from './amount.ts';
import { type Decimal, notBelowZero, zero } from './decimal.ts';
import { notional } from './formulas/notional.ts';

/** What stands behind a position of its own beside its margin, and what is owed out of it (GMX). */
export interface OwnCollateral {
  /** Coins that are worth what the position's own mark makes of them; in the unit of its size. */
  readonly coins: Amount;
  /** What closing takes besides the closing fee: fees that are due already, and a price impact against the trader. */
  readonly owed: Amount;
}

/**
 * A position's own collateral; `undefined` where margin is all there is. On GMX fees are always pending, so there they are
 * asked for. An impact in the trader's favour counts for nothing, as the venue has it.
 */
export function ownCollateralOf(
  position: Position,
  path: string,
  { model }: VenueRules,
): OwnCollateral | undefined {
  const { collateralCoins, pendingFees, priceImpact, marginMode } = position;
  const hasNone = collateralCoins === undefined && pendingFees === undefined;
  if (model !== 'gmx' && (hasNone || marginMode === 'cross')) return undefined;
  const fees =
    pendingFees === undefined && model === 'gmx'
      ? missingInput(`${path}.pendingFees`)
      : orZero(`${path}.pendingFees`, pendingFees);
  const impact = orZero(`${path}.priceImpact`, priceImpact);
  return {
    coins: orZero(`${path}.collateralCoins`, collateralCoins),
    owed: combine([fees, impact], (due, effect) => due.plus(notBelowZero(effect.neg()))),
  };
}

function orZero(path: string, text: Position['pendingFees']): Amount {
  return text === undefined ? zero : amountAt(path, text);
}

/** Of two together, either of which may be nothing more than margin. */
export function together(
  a: OwnCollateral | undefined,
  b: OwnCollateral | undefined,
): OwnCollateral | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return { coins: combine([a.coins, b.coins], plus), owed: combine([a.owed, b.owed], plus) };
}

function plus(a: Decimal, b: Decimal): Decimal {
  return a.plus(b);
}

/** What is left of it when `part` of `whole` is closed. */
export function withoutPart(
  of: OwnCollateral | undefined,
  part: Decimal,
  whole: Decimal,
): OwnCollateral | undefined {
  if (of === undefined) return undefined;
  const left = (amount: Amount) => combine([amount], (all) => all.minus(all.times(part).div(whole)));
  return { coins: left(of.coins), owed: left(of.owed) };
}

/** What closing `part` of `whole` at a price pays out of it, or takes where more is owed. */
export function paidOut(
  of: OwnCollateral | undefined,
  part: Decimal,
  whole: Decimal,
  kind: ContractKind | Unknown,
  price: Amount,
): Amount {
  if (of === undefined) return zero;
  return combine([of.coins, of.owed, kind, price], (coins, owed, which, at) => {
    const all = coins.isZero() ? owed.neg() : notional(which, coins, at).minus(owed);
    return all.times(part).div(whole);
  });
}

import type { Unknown } from '../domain/known.ts';
import { type Amount, combine } from './amount.ts';
import { type Decimal, one, zero } from './decimal.ts';
import { notional } from './formulas/notional.ts';
import type { Holding, Requirement } from './holding.ts';

/** A move of the price by a fraction, with what it makes of a price: 1 less it, and 1 plus it. */
export interface Move {
  readonly fraction: Decimal;
  readonly down: Decimal;
  readonly up: Decimal;
}

export function moveOf(fraction: Decimal): Move {
  return { fraction, down: one.minus(fraction), up: one.plus(fraction) };
}

/** A position after its price moved, or stood still while others moved. */
export class ShockedHolding {
  readonly requirement: Requirement;
  /** Position value at the price after the move, wherever the venue values maintenance. */
  readonly value: Decimal;
  readonly #holding: Holding;
  /** Fraction against the position; `null` where its price stood still. */
  readonly #against: Decimal | null;
  readonly #factor: Decimal;

  private constructor(
    holding: Holding,
    requirement: Requirement,
    value: Decimal,
    against: Decimal | null,
    factor: Decimal,
  ) {
    this.#holding = holding;
    this.requirement = requirement;
    this.value = value;
    this.#against = against;
    this.#factor = factor;
  }

  static still(holding: Holding): ShockedHolding | Unknown {
    return combine(
      [holding.unrealisedPnl, holding.requirement, holding.value],
      (_, requirement, value) => new ShockedHolding(holding, requirement, value, null, one),
    );
  }

  /** Moved against it or, where its symbol moved against another leg, in its favour. */
  static moved(holding: Holding, move: Move, isAgainst: boolean): ShockedHolding | Unknown {
    const factor = (holding.terms.side === 'long') === isAgainst ? move.down : move.up;
    const worth = combine([holding.contract.kind, holding.value], (kind, value) =>
      kind === 'linear' ? value.times(factor) : value.div(factor),
    );
    const against = isAgainst ? move.fraction : move.fraction.neg();
    return combine(
      [holding.unrealisedPnl, holding.requirementOf(worth), worth],
      (_, requirement, value) => new ShockedHolding(holding, requirement, value, against, factor),
    );
  }

  /** How much less it is worth than before, in the settle currency; < 0 where the move is a gain. */
  get lost(): Amount {
    const [holding, against] = [this.#holding, this.#against];
    if (against === null) return zero;
    const own = this.#positionLost(against);
    if (holding.terms.collateral === undefined || holding.terms.mode !== 'isolated') return own;
    // Coins that are the position's collateral lose with the price, whichever side it is on.
    return combine([own, this.#coinsLost()], (loss, coins) => loss.plus(coins));
  }

  #coinsLost(): Amount {
    const { contract, terms } = this.#holding;
    const worthAt = (price: Amount) =>
      combine([contract.kind, terms.collateral?.coins ?? zero, price], notional);
    const price = combine([terms.mark], (mark) => mark.times(this.#factor));
    return combine([worthAt(terms.mark), worthAt(price)], (before, after) => before.minus(after));
  }

  #positionLost(against: Decimal): Amount {
    const holding = this.#holding;
    if (losesByValue(holding)) return combine([holding.value], (value) => value.times(against));
    const price = combine([holding.terms.mark], (mark) => mark.times(this.#factor));
    return combine([holding.unrealisedPnl, holding.pnlAt(price)], (before, pnl) =>
      holding.counted(before).minus(holding.counted(pnl)),
    );
  }
}

/** True where a move takes the same fraction of the value, whatever the entry. */
export function losesByValue(holding: Holding): boolean {
  return holding.contract.kind === 'linear' && holding.profitCounts;
}

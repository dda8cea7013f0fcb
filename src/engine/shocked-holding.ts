import type { Unknown } from '../domain/known.ts';
import { type Amount, combine } from './amount.ts';
import { type Decimal, one, zero } from './decimal.ts';
import type { Holding, Requirement } from './holding.ts';

/** A position after its price moved. */
export interface Shocked {
  readonly requirement: Requirement;
  /** How much less it is worth than before; < 0 where the move is a gain. */
  readonly lost: Decimal;
}

/** A position whose price stands still. */
export function standingHolding(holding: Holding): Shocked | Unknown {
  return combine([holding.unrealisedPnl, holding.requirement], (_, requirement) => ({
    requirement,
    lost: zero,
  }));
}

/** A position whose price moved by a fraction against it (in its favour, where the fraction is negative). */
export function shockedHolding(holding: Holding, against: Decimal): Shocked | Unknown {
  const factor = holding.terms.side === 'long' ? one.minus(against) : one.plus(against);
  const worth = combine([holding.contract.kind, holding.value], (kind, value) =>
    kind === 'linear' ? value.times(factor) : value.div(factor),
  );
  return combine([lostBy(holding, against, factor), holding.requirementOf(worth)], (lost, requirement) => ({
    lost,
    requirement,
  }));
}

/** Linear: the same fraction of the value. Inverse, or where profit does not count: the difference of the two PnLs. */
function lostBy(holding: Holding, against: Decimal, factor: Decimal): Amount {
  if (holding.contract.kind === 'linear' && holding.rules.unrealisedProfitCounts) {
    return combine([holding.value, holding.terms.entry], (value) => value.times(against));
  }
  const price = combine([holding.terms.mark], (mark) => mark.times(factor));
  return combine([holding.unrealisedPnl, holding.pnlAt(price)], (before, pnl) =>
    holding.counted(before).minus(holding.counted(pnl)),
  );
}

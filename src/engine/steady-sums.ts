import { isUnknown } from '../domain/known.ts';
import { combine } from './amount.ts';
import { type Decimal, one, zero } from './decimal.ts';
import type { Holding } from './holding.ts';
import { bracketIndex } from './models/maintenance-curve.ts';
import { noSums, type Sums } from './shock-outcome.ts';
import { losesByValue } from './shocked-holding.ts';

/**
 * The members of a pool whose figures are straight lines over all moves of a shock table, because no move takes them into
 * another bracket: their sums at one move follow from two numbers instead of from every position again.
 */
export interface SteadySums {
  /** Members that are not among them and have to be looked at move by move. */
  readonly others: readonly Holding[];
  /** The sums of the steady ones after a move of this fraction. */
  readonly at: (fraction: Decimal) => Sums;
}

/** `isAgainst` tells whether the move goes against a member; `most` is the largest fraction that will be asked for. */
export function steadySums(
  members: readonly Holding[],
  isAgainst: (holding: Holding) => boolean,
  most: Decimal,
): SteadySums {
  const others: Holding[] = [];
  let [needed, fees] = [zero, zero];
  let [lostPerMove, neededPerMove, feesPerMove] = [zero, zero, zero];
  for (const member of members) {
    const against = isAgainst(member);
    const falls = (member.terms.side === 'long') === against;
    const line = lineOf(member, falls ? one.minus(most) : one.plus(most));
    if (line === null) {
      others.push(member);
      continue;
    }
    needed = needed.plus(line.withFee);
    lostPerMove = against ? lostPerMove.plus(line.value) : lostPerMove.minus(line.value);
    neededPerMove = falls ? neededPerMove.minus(line.charge) : neededPerMove.plus(line.charge);
    if (line.fee.isZero()) continue;
    fees = fees.plus(line.fee);
    feesPerMove = falls ? feesPerMove.minus(line.fee) : feesPerMove.plus(line.fee);
  }
  return {
    others,
    at: (fraction) => ({
      ...noSums,
      lost: lostPerMove.times(fraction),
      needed: needed.plus(neededPerMove.times(fraction)),
      fees: feesPerMove.isZero() ? fees : fees.plus(feesPerMove.times(fraction)),
    }),
  };
}

interface Line {
  readonly value: Decimal;
  readonly withFee: Decimal;
  readonly fee: Decimal;
  /** What of the requirement grows with the value. */
  readonly charge: Decimal;
}

/** A member's figures as a straight line from here to a price times `factor`; `null` where they are none. */
function lineOf(member: Holding, factor: Decimal): Line | null {
  // What is frozen, or owed already, does not move with the value.
  if (
    !losesByValue(member) ||
    member.rules.maintenanceAt === 'entry' ||
    member.terms.collateral !== undefined
  )
    return null;
  const line = combine(
    [member.value, member.requirement, member.unrealisedPnl, member.curve, member.closingReserve],
    (value, { withFee, fee }, _, curve, reserve) => {
      if (curve.kind !== 'brackets') return null;
      const index = bracketIndex(curve, value);
      const amount = curve.bracket(index)?.amount;
      if (amount === undefined || bracketIndex(curve, value.times(factor)) !== index) return null;
      const growing = reserve.isZero() ? withFee : withFee.minus(reserve);
      return { value, withFee, fee, charge: amount.isZero() ? growing : growing.plus(amount) };
    },
  );
  return isUnknown(line) ? null : line;
}

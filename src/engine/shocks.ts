import type { Side } from '../domain/account.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { Shock } from '../domain/exposure.ts';
import type { Unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { type Decimal, parse } from './decimal.ts';
import type { Holding } from './holding.ts';
import {
  type After,
  noSums,
  outcomeOf,
  type ShockedAccount,
  type Sums,
  sortedAccount,
  sumOfSums,
  sumsOf,
} from './shock-outcome.ts';
import { coinLossOf } from './shocked-coins.ts';
import { type Move, moveOf, ShockedHolding } from './shocked-holding.ts';
import { steadySums } from './steady-sums.ts';

/** Moves against, as fractions of the price. */
const usualMoves = [
  '0.02',
  '0.05',
  '0.08',
  '0.1',
  '0.15',
  '0.2',
] as readonly string[] as readonly DecimalString[];

const largestMove = parse('0.2' as DecimalString);

type Scope = Shock['scope'];

/**
 * What joint moves do. `this`: only the order's symbol moves, every leg on it the same way. `together`: each position moves
 * against its own side. `equity` and `loss` are of the whole account (they add up to the equity before), `marginRatio` of
 * the money that stands behind the order. A pool never falls below 0; isolated margin of a liquidated position is gone
 * where the venue keeps the rest.
 *
 * @param moves other ones than the usual: fractions of the price, > 0 against and < 0 in favour of the order's position. One
 * that would take a price to zero or below is left out.
 */
export function shocksOf(
  accounts: readonly ShockedAccount[],
  rules: VenueRules,
  moves: readonly DecimalString[] = usualMoves,
): Shock[] {
  const [first, ...others] = accounts;
  if (first === undefined) return [];
  const scopes: readonly Scope[] = first.symbol === null ? ['together'] : ['this', 'together'];
  const common = commonMembers(first, others);
  const shared = new Set(common);
  const sorted = accounts.map((account) => sortedAccount(account, shared));
  return scopes.flatMap((scope) => {
    // What stands still is summed once for all moves, what moves once for both modes.
    const isMoving = ({ terms }: Holding) => scope === 'together' || terms.symbol === first.symbol;
    const isAgainst = ({ terms }: Holding) => scope === 'together' || terms.side === first.side;
    const moving = common.filter(isMoving);
    const steady =
      moves === usualMoves
        ? steadySums(moving, isAgainst, largestMove)
        : { others: moving, at: () => noSums };
    const still = sumsOf(
      common.filter((member) => !isMoving(member)),
      ShockedHolding.still,
    );
    const possible = moves.filter((move) => leavesPrices(parse(move), scope, first.side));
    return possible.flatMap((move) => {
      const by = moveOf(parse(move));
      const seen = new Map<Holding, ShockedHolding | Unknown>();
      let sums: Sums | null = null;
      return sorted.map((account) => {
        const after: After = (holding) => {
          const known = seen.get(holding);
          if (known !== undefined) return known;
          const made = shockedBy(holding, account, scope, by);
          seen.set(holding, made);
          return made;
        };
        sums ??= sumsOf(steady.others, after, sumOfSums(still, steady.at(by.fraction)));
        const { side, marginMode } = account;
        const outcome = outcomeOf(account, after, sums, coinLossOf(account, scope, by), rules);
        return {
          move: side === 'long' ? negated(move) : move,
          scope,
          marginMode,
          ...outcome,
        };
      });
    });
  });
}

function negated(move: DecimalString): DecimalString {
  return (move.startsWith('-') ? move.slice(1) : `-${move}`) as DecimalString;
}

/** Whether every price that moves stays above zero; where all move against, some rise while others fall. */
function leavesPrices(against: Decimal, scope: Scope, side: Side): boolean {
  const fall = scope === 'together' ? against.abs() : side === 'long' ? against : against.neg();
  return fall.lt(1);
}

/** Cross members that every view of the account has: their sums are made once for all views. */
function commonMembers(first: ShockedAccount, others: readonly ShockedAccount[]): readonly Holding[] {
  const sets = others.map(({ pool }) => new Set(pool.members));
  return first.pool.members.filter((member) => sets.every((set) => set.has(member)));
}

function shockedBy(
  holding: Holding,
  account: ShockedAccount,
  scope: Scope,
  move: Move,
): ShockedHolding | Unknown {
  if (scope === 'together') return ShockedHolding.moved(holding, move, true);
  if (holding.terms.symbol !== account.symbol) return ShockedHolding.still(holding);
  return ShockedHolding.moved(holding, move, holding.terms.side === account.side);
}

import type { MarginMode, Side } from '../domain/account.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { Shock } from '../domain/exposure.ts';
import { isUnknown, type Unknown, unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { type Amount, combine, figure, mergeUnknowns, total } from './amount.ts';
import type { CrossPool } from './cross-pool.ts';
import { type Decimal, isPositive, notBelowZero, parse, zero } from './decimal.ts';
import type { Holding } from './holding.ts';
import { losesByValue, type Move, moveOf, ShockedHolding } from './shocked-holding.ts';

/** Moves against, as fractions of the price. */
const moves = ['0.02', '0.05', '0.08', '0.1', '0.15', '0.2'] as readonly string[] as readonly DecimalString[];

/** The account a shock hits, in one margin mode of the order. */
export interface ShockedAccount {
  readonly marginMode: MarginMode;
  readonly holdings: readonly Holding[];
  readonly pool: CrossPool;
  /** Equity of the whole account before the shock. */
  readonly equity: Amount;
  /** The order's own position; without an order the ratio is that of the cross pool. */
  readonly own: Holding | null;
  readonly symbol: string | null;
  readonly side: Side;
}

type Scope = Shock['scope'];
type After = (holding: Holding) => ShockedHolding | Unknown;

/**
 * What joint moves do. `this`: only the order's symbol moves, every leg on it the same way. `together`: each position moves
 * against its own side. `equity` and `loss` are of the whole account (they add up to the equity before), `marginRatio` of
 * the money that stands behind the order. A pool never falls below 0; isolated margin of a liquidated position is gone
 * where the venue keeps the rest.
 */
export function shocksOf(accounts: readonly ShockedAccount[], rules: VenueRules): Shock[] {
  const hasOrder = accounts.some(({ symbol }) => symbol !== null);
  const scopes: readonly Scope[] = hasOrder ? ['this', 'together'] : ['together'];
  const common = commonMembers(accounts);
  const shared = new Set(common);
  return scopes.flatMap((scope) => {
    // What stands still is summed once for all moves, what moves once for both modes.
    const isMoving = ({ terms }: Holding) => scope === 'together' || terms.symbol === accounts[0]?.symbol;
    const moving = common.filter(isMoving);
    const worth = signedValue(moving, scope, accounts[0]?.side);
    const still = sumsOf(
      common.filter((member) => !isMoving(member)),
      ShockedHolding.still,
    );
    return moves.flatMap((move) => {
      const by = moveOf(parse(move));
      const seen = new Map<Holding, ShockedHolding | Unknown>();
      let sums: Sums | null = null;
      return accounts.map((account) => {
        const after: After = (holding) => {
          const known = seen.get(holding);
          if (known !== undefined) return known;
          const made = shockedBy(holding, account, scope, by);
          seen.set(holding, made);
          return made;
        };
        sums ??= sumsOf(moving, after, still, worth === null ? null : worth.times(by.fraction));
        const { side, marginMode } = account;
        const outcome = outcomeOf(account, after, { set: shared, sums }, rules);
        return {
          move: side === 'long' ? (`-${move}` as DecimalString) : move,
          scope,
          marginMode,
          ...outcome,
        };
      });
    });
  });
}

/** Value that moves against its owners less value that moves for them; `null` where a loss does not follow from it. */
function signedValue(members: readonly Holding[], scope: Scope, side: Side | undefined): Decimal | null {
  let sum = zero;
  for (const member of members) {
    const { value } = member;
    if (isUnknown(value) || !losesByValue(member)) return null;
    sum = scope === 'together' || member.terms.side === side ? sum.plus(value) : sum.minus(value);
  }
  return sum;
}

/** Cross members that every view of the account has: their sums are made once for all views. */
function commonMembers(accounts: readonly ShockedAccount[]): readonly Holding[] {
  const [first, ...others] = accounts.map(({ pool }) => pool.members);
  const sets = others.map((members) => new Set(members));
  return (first ?? []).filter((member) => sets.every((set) => set.has(member)));
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

/** Sums over shocked members of the cross pool. */
interface Sums {
  readonly lost: Decimal;
  /** Maintenance with the trigger's fee. */
  readonly needed: Decimal;
  readonly fees: Decimal;
  readonly unknowns: readonly Unknown[];
}

const noSums: Sums = { lost: zero, needed: zero, fees: zero, unknowns: [] };

function sumsOf(
  members: readonly Holding[],
  after: After,
  start: Sums = noSums,
  knownLoss: Decimal | null = null,
): Sums {
  let { needed, fees } = start;
  let lost = knownLoss === null ? start.lost : start.lost.plus(knownLoss);
  const unknowns = [...start.unknowns];
  for (const member of members) {
    const shocked = after(member);
    if (isUnknown(shocked)) {
      unknowns.push(shocked);
      continue;
    }
    const { requirement } = shocked;
    if (knownLoss === null) {
      const own = shocked.lost;
      if (isUnknown(own)) unknowns.push(own);
      else lost = lost.plus(own);
    }
    needed = needed.plus(requirement.withFee);
    if (!requirement.fee.isZero()) fees = fees.plus(requirement.fee);
  }
  return { lost, needed, fees, unknowns };
}

interface SharedSums {
  readonly set: ReadonlySet<Holding>;
  readonly sums: Sums;
}

function outcomeOf(
  { holdings, pool, own, equity }: ShockedAccount,
  after: After,
  shared: SharedSums,
  rules: VenueRules,
): Pick<Shock, 'equity' | 'loss' | 'marginRatio' | 'liquidated'> {
  const cross = crossOutcome(pool, holdings, after, shared, rules);
  const dead = new Set(isUnknown(cross) ? [] : cross.liquidated);
  const unknowns: Unknown[] = isUnknown(cross) ? [cross] : [];
  const losses: Amount[] = [isUnknown(cross) ? cross : cross.loss];
  let behind: CrossOutcome | IsolatedOutcome | Unknown = cross;
  for (const holding of holdings) {
    if (holding.terms.mode !== 'isolated') continue;
    const result = isolatedOutcome(holding, after(holding), rules);
    if (isUnknown(result)) unknowns.push(result);
    else if (result.liquidated) dead.add(holding);
    losses.push(isUnknown(result) ? result : result.loss);
    if (holding === own) behind = result;
  }
  const loss = total(zero, losses);
  return {
    equity: figure(combine([equity, loss], (before, lost) => before.minus(lost))),
    loss: figure(loss),
    marginRatio: figure(isUnknown(behind) ? behind : ratioOf(behind.maintenance, behind.left)),
    liquidated:
      unknowns.length > 0
        ? mergeUnknowns(unknowns)
        : holdings.filter((holding) => dead.has(holding)).map((holding) => holding.name),
  };
}

interface IsolatedOutcome {
  readonly liquidated: boolean;
  readonly loss: Decimal;
  readonly maintenance: Decimal;
  /** Equity left; the ratio is not defined at or below 0. */
  readonly left: Decimal;
}

function isolatedOutcome(
  holding: Holding,
  shocked: ShockedHolding | Unknown,
  rules: VenueRules,
): IsolatedOutcome | Unknown {
  return combine(
    [holding.terms.margin, holding.unrealisedPnl, shocked, isUnknown(shocked) ? shocked : shocked.lost],
    (margin, pnl, { requirement }, lost) => {
      const before = margin.plus(pnl);
      const left = before.minus(lost);
      const liquidated = left.lte(requirement.withFee);
      const worth = liquidated && rules.isolatedKeepsNothing ? zero : notBelowZero(left);
      return {
        liquidated,
        loss: notBelowZero(before).minus(worth),
        maintenance: requirement.maintenance,
        left,
      };
    },
  );
}

interface CrossOutcome {
  readonly liquidated: readonly Holding[];
  readonly loss: Decimal;
  readonly maintenance: Decimal;
  /** Equity left; the ratio is not defined at or below 0. */
  readonly left: Decimal;
}

const untouched: CrossOutcome = {
  liquidated: [],
  loss: zero,
  maintenance: zero,
  left: zero,
};

function crossOutcome(
  pool: CrossPool,
  holdings: readonly Holding[],
  after: After,
  shared: SharedSums,
  rules: VenueRules,
): CrossOutcome | Unknown {
  const { members } = pool;
  const unsorted = holdings.map(({ terms }) => terms.mode).filter(isUnknown);
  if (members.length === 0 && unsorted.length === 0) return untouched;
  const rest = members.filter((member) => !shared.set.has(member));
  const { lost, needed, fees, unknowns } = sumsOf(rest, after, shared.sums);
  const missing = [...unsorted, ...unknowns];
  if (missing.length > 0) return mergeUnknowns([...[pool.cash].filter(isUnknown), ...missing]);
  return combine([pool.equity], (equity) => {
    const left = equity.minus(lost);
    const all = left.lte(needed) ? members : [];
    return {
      liquidated: rules.crossPool === 'pro-rata' ? shareholders(members, after, left) : all,
      loss: notBelowZero(equity).minus(notBelowZero(left)),
      maintenance: fees.isZero() ? needed : needed.minus(fees),
      left,
    };
  });
}

/** Members whose share of the equity, by value, no longer covers what they need. */
function shareholders(members: readonly Holding[], after: After, equity: Decimal): readonly Holding[] {
  const needs = members.flatMap((member) => {
    const shocked = after(member);
    return isUnknown(shocked) ? [] : [{ member, ...shocked.requirement }];
  });
  const whole = needs.reduce((sum, { value }) => sum.plus(value), zero);
  return needs
    .filter(({ value, withFee }) => equity.times(value).lte(withFee.times(whole)))
    .map(({ member }) => member);
}

/** maintenance / equity; not defined without equity. */
export function ratioOf(maintenance: Decimal, equity: Decimal): Amount {
  return isPositive(equity) ? maintenance.div(equity) : unknown('undefined-ratio', 'marginRatio');
}

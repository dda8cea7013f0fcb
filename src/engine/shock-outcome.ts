import type { MarginMode, Side } from '../domain/account.ts';
import type { Shock } from '../domain/exposure.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { ratioOf } from './account-equity.ts';
import { type Amount, combine, figure, mergeUnknowns, total } from './amount.ts';
import type { CrossPool } from './cross-pool.ts';
import { type Decimal, notBelowZero, zero } from './decimal.ts';
import type { Holding } from './holding.ts';
import type { ShockedHolding } from './shocked-holding.ts';

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

export type After = (holding: Holding) => ShockedHolding | Unknown;

/** Sums over shocked members of the cross pool. */
export interface Sums {
  readonly lost: Decimal;
  /** Maintenance with the trigger's fee. */
  readonly needed: Decimal;
  readonly fees: Decimal;
  readonly unknowns: readonly Unknown[];
}

export const noSums: Sums = { lost: zero, needed: zero, fees: zero, unknowns: [] };

export function sumOfSums(a: Sums, b: Sums): Sums {
  return {
    lost: a.lost.plus(b.lost),
    needed: a.needed.plus(b.needed),
    fees: a.fees.plus(b.fees),
    unknowns: [...a.unknowns, ...b.unknowns],
  };
}

/** Sums over members, each as it is after the shock, on top of others. */
export function sumsOf(members: readonly Holding[], after: After, start: Sums = noSums): Sums {
  let { lost, needed, fees } = start;
  const unknowns = [...start.unknowns];
  for (const member of members) {
    const shocked = after(member);
    const own = isUnknown(shocked) ? shocked : shocked.lost;
    if (isUnknown(shocked) || isUnknown(own)) {
      unknowns.push(...[own].filter(isUnknown));
      continue;
    }
    const { requirement } = shocked;
    if (!own.isZero()) lost = lost.plus(own);
    needed = needed.plus(requirement.withFee);
    if (!requirement.fee.isZero()) fees = fees.plus(requirement.fee);
  }
  return { lost, needed, fees, unknowns };
}

/** A shocked account with its positions sorted by what has to be looked at move by move: once for all moves. */
export interface SortedAccount extends ShockedAccount {
  readonly isolated: readonly Holding[];
  /** Members of the pool whose sums have to be made for this account. */
  readonly rest: readonly Holding[];
  /** Why it is not known of some whether they belong to the pool. */
  readonly unsorted: readonly Unknown[];
}

/** `shared` are members whose sums are made for several accounts at once. */
export function sortedAccount(account: ShockedAccount, shared: ReadonlySet<Holding>): SortedAccount {
  return {
    ...account,
    isolated: account.holdings.filter(({ terms }) => terms.mode === 'isolated'),
    rest: account.pool.members.filter((member) => !shared.has(member)),
    unsorted: account.holdings.map(({ terms }) => terms.mode).filter(isUnknown),
  };
}

/** What a move takes of the coins in the margin account: of their worth, and of what of it is collateral. */
export interface CoinLoss {
  readonly worth: Decimal;
  readonly counted: Decimal;
}

export const noCoinLoss: CoinLoss = { worth: zero, counted: zero };

/** `shared`: the sums of the members that are not among `rest`. */
export function outcomeOf(
  account: SortedAccount,
  after: After,
  shared: Sums,
  coins: CoinLoss | Unknown,
  rules: VenueRules,
): Pick<Shock, 'equity' | 'loss' | 'marginRatio' | 'liquidated'> {
  const { holdings, isolated, own, equity } = account;
  const cross = crossOutcome(account, after, shared, coins, rules);
  const dead = new Set(isUnknown(cross) ? [] : cross.liquidated);
  const unknowns: Unknown[] = isUnknown(cross) ? [cross] : [];
  const losses: Amount[] = [isUnknown(cross) ? cross : cross.loss];
  let behind: CrossOutcome | IsolatedOutcome | Unknown = cross;
  for (const holding of isolated) {
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
        : dead.size === 0
          ? []
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
    [holding.assigned, holding.unrealisedPnl, shocked, isUnknown(shocked) ? shocked : shocked.lost],
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
  /** What is left of the equity that counts as collateral; the ratio is not defined at or below 0. */
  readonly left: Decimal;
}

const untouched: CrossOutcome = {
  liquidated: [],
  loss: zero,
  maintenance: zero,
  left: zero,
};

function crossOutcome(
  { pool, rest, unsorted }: SortedAccount,
  after: After,
  shared: Sums,
  coins: CoinLoss | Unknown,
  rules: VenueRules,
): CrossOutcome | Unknown {
  const { members } = pool;
  if (members.length === 0 && unsorted.length === 0 && pool.coins.length === 0) return untouched;
  const { lost, needed, fees, unknowns } = sumsOf(rest, after, shared);
  const missing = [...unsorted, ...unknowns];
  if (missing.length > 0) return mergeUnknowns([...[pool.cash].filter(isUnknown), ...missing]);
  return combine([pool.equity, pool.backing, coins], (equity, backing, coinLoss) => {
    const worth = equity.minus(lost).minus(coinLoss.worth);
    const left = backing.minus(lost).minus(coinLoss.counted);
    const all = left.lte(needed) ? members : [];
    return {
      liquidated: rules.crossPool === 'pro-rata' ? shareholders(members, after, left) : all,
      loss: notBelowZero(equity).minus(notBelowZero(worth)),
      maintenance: fees.isZero() ? needed : needed.minus(fees),
      left,
    };
  });
}

/** Members whose share of the equity, by value, no longer covers what they need. */
function shareholders(members: readonly Holding[], after: After, equity: Decimal): readonly Holding[] {
  const needs = members.flatMap((member) => {
    const shocked = after(member);
    if (isUnknown(shocked)) return [];
    return [{ member, value: shocked.value, withFee: shocked.requirement.withFee }];
  });
  const whole = needs.reduce((sum, { value }) => sum.plus(value), zero);
  return needs
    .filter(({ value, withFee }) => equity.times(value).lte(withFee.times(whole)))
    .map(({ member }) => member);
}

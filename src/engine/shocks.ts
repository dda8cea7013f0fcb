import type { MarginMode, Side } from '../domain/account.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { Shock } from '../domain/exposure.ts';
import { isUnknown, type Unknown, unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { type Amount, combine, figure, mergeUnknowns, total } from './amount.ts';
import type { CrossPool } from './cross-pool.ts';
import { type Decimal, isPositive, larger, parse, zero } from './decimal.ts';
import type { Holding } from './holding.ts';
import { type Shocked, shockedHolding, standingHolding } from './shocked-holding.ts';

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
type After = (holding: Holding) => Shocked | Unknown;

/**
 * What joint moves do. `this`: only the order's symbol moves, every leg on it the same way. `together`: each position moves
 * against its own side. `equity` and `loss` are of the whole account (they add up to the equity before), `marginRatio` of
 * the money that stands behind the order. A pool never falls below 0; isolated margin of a liquidated position is gone
 * where the venue keeps the rest.
 */
export function shocksOf(accounts: readonly ShockedAccount[], rules: VenueRules): Shock[] {
  const hasOrder = accounts.some(({ symbol }) => symbol !== null);
  const scopes: readonly Scope[] = hasOrder ? ['this', 'together'] : ['together'];
  const members = commonMembers(accounts);
  return scopes.flatMap((scope) =>
    moves.flatMap((move) => {
      const fraction = parse(move);
      const seen = new Map<Holding, Shocked | Unknown>();
      let sums: Sums | null = null;
      return accounts.map((account) => {
        const after: After = (holding) => {
          const known = seen.get(holding);
          if (known !== undefined) return known;
          const made = shockedBy(holding, account, scope, fraction);
          seen.set(holding, made);
          return made;
        };
        sums ??= sumsOf(members, after);
        const { side, marginMode } = account;
        const outcome = outcomeOf(account, after, { members, sums }, rules);
        return {
          move: side === 'long' ? (`-${move}` as DecimalString) : move,
          scope,
          marginMode,
          ...outcome,
        };
      });
    }),
  );
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
  fraction: Decimal,
): Shocked | Unknown {
  if (scope === 'together') return shockedHolding(holding, fraction);
  if (holding.terms.symbol !== account.symbol) return standingHolding(holding);
  return shockedHolding(holding, holding.terms.side === account.side ? fraction : fraction.neg());
}

/** Sums over shocked members of the cross pool. */
interface Sums {
  readonly lost: Decimal;
  readonly needed: Decimal;
  readonly maintenance: Decimal;
  readonly unknowns: readonly Unknown[];
}

const noSums: Sums = { lost: zero, needed: zero, maintenance: zero, unknowns: [] };

function sumsOf(members: readonly Holding[], after: After, start: Sums = noSums): Sums {
  let { lost, needed, maintenance } = start;
  const unknowns = [...start.unknowns];
  for (const member of members) {
    const shocked = after(member);
    if (isUnknown(shocked)) {
      unknowns.push(shocked);
      continue;
    }
    const { requirement } = shocked;
    if (!shocked.lost.isZero()) lost = lost.plus(shocked.lost);
    needed = needed.plus(requirement.withFee);
    maintenance = maintenance.plus(requirement.maintenance);
  }
  return { lost, needed, maintenance, unknowns };
}

interface SharedSums {
  readonly members: readonly Holding[];
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
  let ratio: Amount = isUnknown(cross) ? cross : cross.ratio();
  for (const holding of holdings) {
    if (holding.terms.mode !== 'isolated') continue;
    const result = isolatedOutcome(holding, after(holding), rules);
    if (isUnknown(result)) unknowns.push(result);
    else if (result.liquidated) dead.add(holding);
    losses.push(isUnknown(result) ? result : result.loss);
    if (holding === own) ratio = isUnknown(result) ? result : result.ratio();
  }
  const loss = total(zero, losses);
  return {
    equity: figure(combine([equity, loss], (before, lost) => before.minus(lost))),
    loss: figure(loss),
    marginRatio: figure(ratio),
    liquidated:
      unknowns.length > 0
        ? mergeUnknowns(unknowns)
        : holdings.filter((holding) => dead.has(holding)).map((holding) => holding.name),
  };
}

interface IsolatedOutcome {
  readonly liquidated: boolean;
  readonly loss: Decimal;
  readonly ratio: () => Amount;
}

function isolatedOutcome(
  holding: Holding,
  shocked: Shocked | Unknown,
  rules: VenueRules,
): IsolatedOutcome | Unknown {
  return combine(
    [holding.terms.margin, holding.unrealisedPnl, shocked],
    (margin, pnl, { requirement, lost }) => {
      const before = margin.plus(pnl);
      const left = before.minus(lost);
      const liquidated = left.lte(requirement.withFee);
      const worth = liquidated && rules.isolatedKeepsNothing ? zero : larger(left, zero);
      return {
        liquidated,
        loss: larger(before, zero).minus(worth),
        ratio: () => ratioOf(requirement.maintenance, left),
      };
    },
  );
}

interface CrossOutcome {
  readonly liquidated: readonly Holding[];
  readonly loss: Decimal;
  readonly ratio: () => Amount;
}

const untouched: CrossOutcome = {
  liquidated: [],
  loss: zero,
  ratio: () => unknown('undefined-ratio', 'marginRatio'),
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
  const rest = members.filter((member) => !shared.members.includes(member));
  const { lost, needed, maintenance, unknowns } = sumsOf(rest, after, shared.sums);
  const missing = [...unsorted, ...unknowns];
  if (missing.length > 0) return mergeUnknowns([...[pool.cash].filter(isUnknown), ...missing]);
  return combine([pool.equity], (equity) => {
    const left = equity.minus(lost);
    const all = left.lte(needed) ? members : [];
    return {
      liquidated: rules.crossPool === 'pro-rata' ? shareholders(members, after, left) : all,
      loss: larger(equity, zero).minus(larger(left, zero)),
      ratio: () => ratioOf(maintenance, left),
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

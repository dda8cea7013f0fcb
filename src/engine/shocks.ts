import type { MarginMode, Side } from '../domain/account.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { Shock } from '../domain/exposure.ts';
import { isUnknown, type Unknown, unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { type Amount, combine, figure, mergeUnknowns } from './amount.ts';
import type { CrossPool } from './cross-pool.ts';
import { type Decimal, larger, one, parse, zero } from './decimal.ts';
import type { Holding, Requirement } from './holding.ts';

/** Moves against, as fractions of the price. */
const moves = ['0.02', '0.05', '0.08', '0.1', '0.15', '0.2'] as const;

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

interface Shocked {
  readonly pnl: Decimal;
  readonly requirement: Requirement;
  /** How much less it is worth than before; < 0 where the shock is a gain. */
  readonly lost: Decimal;
}

type Scope = Shock['scope'];

/**
 * What joint moves do. `this`: only the order's symbol moves, every leg on it the same way. `together`: each position moves
 * against its own side. `equity` and `loss` are of the whole account (they add up to the equity before), `marginRatio` of
 * the money that stands behind the order. A pool never falls below 0; isolated margin of a liquidated position is gone
 * where the venue keeps the rest.
 */
export function shocksOf(accounts: readonly ShockedAccount[], rules: VenueRules): Shock[] {
  const rows: Shock[] = [];
  const scopes: readonly Scope[] = accounts.some(({ symbol }) => symbol !== null)
    ? ['this', 'together']
    : ['together'];
  for (const scope of scopes) {
    for (const move of moves) {
      const fraction = parse(move as DecimalString);
      const seen = new Map<Holding, Shocked | Unknown>();
      for (const account of accounts) {
        rows.push(shock(account, scope, move as DecimalString, fraction, seen, rules));
      }
    }
  }
  return rows;
}

function shock(
  account: ShockedAccount,
  scope: Scope,
  move: DecimalString,
  fraction: Decimal,
  seen: Map<Holding, Shocked | Unknown>,
  rules: VenueRules,
): Shock {
  const { holdings, pool, own, side, marginMode } = account;
  const after = holdings.map((holding) => {
    const known = seen.get(holding);
    if (known !== undefined) return known;
    const made = shockedHolding(holding, account, scope, fraction);
    seen.set(holding, made);
    return made;
  });
  const outcome = new Outcome(holdings, after, pool, rules);
  const { loss } = outcome;
  return {
    move: (side === 'long' ? `-${move}` : move) as DecimalString,
    scope,
    marginMode,
    equity: figure(combine([account.equity, loss], (before, lost) => before.minus(lost))),
    loss: figure(loss),
    marginRatio: figure(outcome.ratioBehind(own)),
    liquidated: outcome.liquidated,
  };
}

function shockedHolding(
  holding: Holding,
  account: ShockedAccount,
  scope: Scope,
  fraction: Decimal,
): Shocked | Unknown {
  const moved = scope === 'together' || holding.terms.symbol === account.symbol;
  if (!moved) {
    return combine([holding.unrealisedPnl, holding.requirement], (pnl, requirement) => ({
      pnl,
      requirement,
      lost: zero,
    }));
  }
  const side = scope === 'together' ? holding.terms.side : account.side;
  const factor = side === 'long' ? one.minus(fraction) : one.plus(fraction);
  const price = combine([holding.terms.mark], (mark) => mark.times(factor));
  return combine(
    [holding.unrealisedPnl, holding.pnlAt(price), holding.requirementAt(price)],
    (before, pnl, requirement) => ({
      pnl,
      requirement,
      lost: holding.counted(before).minus(holding.counted(pnl)),
    }),
  );
}

/** What is left of every pool after a shock. */
class Outcome {
  readonly loss: Amount;
  readonly liquidated: readonly string[] | Unknown;
  readonly #ratios = new Map<Holding | 'cross', Amount>();

  constructor(
    holdings: readonly Holding[],
    after: readonly (Shocked | Unknown)[],
    pool: CrossPool,
    rules: VenueRules,
  ) {
    const losses: Amount[] = [];
    const dead = new Set<Holding>();
    const unknowns: Unknown[] = [];
    const cross: { holding: Holding; shocked: Shocked }[] = [];
    const crossUnknowns: Unknown[] = [];
    holdings.forEach((holding, i) => {
      const { mode, margin } = holding.terms;
      const shocked = after[i];
      if (shocked === undefined) return;
      if (isUnknown(mode)) {
        crossUnknowns.push(mode);
      } else if (mode === 'cross') {
        if (isUnknown(shocked)) crossUnknowns.push(shocked);
        else cross.push({ holding, shocked });
      } else {
        const result = isolatedOutcome(margin, shocked, rules);
        if (isUnknown(result)) unknowns.push(result);
        else if (result.liquidated) dead.add(holding);
        losses.push(isUnknown(result) ? result : result.loss);
        this.#ratios.set(holding, isUnknown(result) ? result : result.ratio);
      }
    });
    const crossOutcome =
      crossUnknowns.length > 0
        ? mergeUnknowns([...(isUnknown(pool.cash) ? [pool.cash] : []), ...crossUnknowns])
        : crossPoolOutcome(pool, cross, rules);
    if (isUnknown(crossOutcome)) unknowns.unshift(crossOutcome);
    else for (const holding of crossOutcome.liquidated) dead.add(holding);
    this.#ratios.set('cross', isUnknown(crossOutcome) ? crossOutcome : crossOutcome.ratio);
    losses.unshift(isUnknown(crossOutcome) ? crossOutcome : crossOutcome.loss);
    this.loss = combine(losses, (...known) => (known as Decimal[]).reduce((a, b) => a.plus(b), zero));
    this.liquidated =
      unknowns.length > 0
        ? mergeUnknowns(unknowns)
        : holdings.filter((holding) => dead.has(holding)).map((holding) => holding.name);
  }

  ratioBehind(own: Holding | null): Amount {
    const key = own !== null && own.terms.mode === 'isolated' ? own : 'cross';
    return this.#ratios.get(key) ?? unknown('undefined-ratio', 'marginRatio');
  }
}

function isolatedOutcome(margin: Amount, shocked: Shocked | Unknown, rules: VenueRules) {
  return combine([margin, shocked], (put, { pnl, requirement, lost }) => {
    const left = put.plus(pnl);
    const liquidated = left.lte(requirement.withFee);
    const before = larger(left.plus(lost), zero);
    const worth = liquidated && rules.isolatedKeepsNothing ? zero : larger(left, zero);
    return { liquidated, loss: before.minus(worth), ratio: ratioOf(requirement.maintenance, left) };
  });
}

function crossPoolOutcome(
  pool: CrossPool,
  members: readonly { holding: Holding; shocked: Shocked }[],
  rules: VenueRules,
) {
  if (members.length === 0) {
    return {
      liquidated: [] as Holding[],
      loss: zero,
      ratio: unknown('undefined-ratio', 'marginRatio') as Amount,
    };
  }
  return combine([pool.equity], (equity) => {
    let lost = zero;
    let needed = zero;
    let maintenance = zero;
    for (const { shocked } of members) {
      lost = lost.plus(shocked.lost);
      needed = needed.plus(shocked.requirement.withFee);
      maintenance = maintenance.plus(shocked.requirement.maintenance);
    }
    const left = equity.minus(lost);
    const liquidated =
      rules.crossPool === 'pro-rata'
        ? shareholders(members, left)
        : left.lte(needed)
          ? members.map((m) => m.holding)
          : [];
    return {
      liquidated,
      loss: larger(equity, zero).minus(larger(left, zero)),
      ratio: ratioOf(maintenance, left),
    };
  });
}

/** Members whose share of the equity, by value, no longer covers what they need. */
function shareholders(
  members: readonly { holding: Holding; shocked: Shocked }[],
  equity: Decimal,
): Holding[] {
  const worth = members.map(({ shocked }) => shocked.requirement.value);
  const whole = worth.reduce((sum, value) => sum.plus(value), zero);
  return members
    .filter(({ shocked }) =>
      equity.times(shocked.requirement.value).lte(shocked.requirement.withFee.times(whole)),
    )
    .map(({ holding }) => holding);
}

/** maintenance / equity; not defined without equity. */
export function ratioOf(maintenance: Decimal, equity: Decimal): Amount {
  return equity.gt(zero) ? maintenance.div(equity) : unknown('undefined-ratio', 'marginRatio');
}

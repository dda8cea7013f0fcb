import type { Position } from '../../src/domain/account.ts';
import type { AssessInput } from '../../src/domain/assess-input.ts';
import type { VenueRules } from '../../src/domain/venue.ts';
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  fromText,
  multiply,
  negate,
  reduced,
  subtract,
  zero,
} from './exact-fraction.ts';

/**
 * A second, slow answer to "at which mark is this position liquidated": the trigger itself, evaluated exactly at a price
 * with whole rationals, and a search over the price. It shares no code and no algebra with the engine: it never solves an
 * equation for the price.
 */

interface Tier {
  readonly floor: Fraction;
  readonly cap: Fraction | null;
  readonly rate: Fraction;
}

interface Row {
  readonly symbol: string;
  readonly long: boolean;
  readonly cross: boolean;
  readonly inverse: boolean;
  readonly size: Fraction;
  readonly entry: Fraction;
  readonly mark: Fraction;
  readonly margin: Fraction;
  readonly tiers: readonly Tier[];
  readonly fee: Fraction;
  /** Fee for closing at the bankruptcy price that the venue keeps in maintenance: the same at every price. */
  readonly kept: Fraction;
}

/** value at entry x (1 - s / leverage) x taker fee; (1 + s / leverage) for an inverse contract. */
function keptFor(position: Position, row: Omit<Row, 'kept'>, taker: Fraction): Fraction {
  const share = divide(fraction(1n), fromText(position.leverage ?? '1'));
  const less = row.long !== row.inverse;
  const at = less ? subtract(fraction(1n), share) : add(fraction(1n), share);
  return reduced(multiply(multiply(valueAt(row, row.entry), at), taker));
}

function rowOf(input: AssessInput, rules: VenueRules, position: Position): Row {
  const instrument = input.instruments[position.symbol];
  if (instrument === undefined) throw new Error(`no instrument ${position.symbol}`);
  const fee =
    rules.triggerFee === 'none'
      ? '0'
      : rules.triggerFee === 'taker'
        ? instrument.takerFee
        : instrument.liquidationFee;
  const row = {
    symbol: position.symbol,
    long: position.side === 'long',
    cross: position.marginMode === 'cross',
    inverse: instrument.kind === 'inverse',
    size: fromText(position.size),
    entry: fromText(position.entryPrice ?? '0'),
    mark: fromText(position.markPrice ?? '0'),
    margin: fromText(position.margin ?? '0'),
    tiers: (instrument.tiers ?? []).map(({ floor, cap, rate }) => ({
      floor: fromText(floor),
      cap: cap === null ? null : fromText(cap),
      rate: fromText(rate),
    })),
    fee: fromText(fee ?? '0'),
  };
  const keeps = rules.marginIncludesClosingFee === true && row.cross;
  return { ...row, kept: keeps ? keptFor(position, row, fromText(instrument.takerFee ?? '0')) : zero };
}

function valueAt({ size, inverse }: Pick<Row, 'size' | 'inverse'>, price: Fraction): Fraction {
  return inverse ? divide(size, price) : multiply(size, price);
}

function pnlAt(row: Row, price: Fraction): Fraction {
  const gain = row.inverse
    ? subtract(valueAt(row, row.entry), valueAt(row, price))
    : subtract(valueAt(row, price), valueAt(row, row.entry));
  return row.long ? gain : negate(gain);
}

/** Maintenance plus the trigger's fee and the one kept: amounts re-derived from floors and rates, or none on a flat table. */
function requiredAt(row: Row, price: Fraction, flat: boolean): Fraction {
  const value = valueAt(row, price);
  let amount = zero;
  let below: Fraction | undefined;
  let required = zero;
  for (const { floor, cap, rate } of row.tiers) {
    if (below !== undefined && !flat) amount = add(amount, multiply(floor, subtract(rate, below)));
    below = rate;
    required = subtract(multiply(value, add(rate, row.fee)), amount);
    if (cap === null || compare(value, cap) <= 0) break;
  }
  return add(required, row.kept);
}

interface Question {
  /** Collateral, and what the positions whose price stands still add to it. */
  readonly behind: Fraction;
  /** Positions whose price is the one searched for. */
  readonly moving: readonly Row[];
  readonly rules: VenueRules;
}

/** What a position adds to the room at a price: its PnL less what it requires. */
function netAt(row: Row, price: Fraction, { maintenanceAt, tierScheme }: VenueRules): Fraction {
  const valued = maintenanceAt === 'entry' ? row.entry : maintenanceAt === 'mark' ? row.mark : price;
  return subtract(pnlAt(row, price), requiredAt(row, valued, tierScheme === 'flat'));
}

/** PnL at the present mark as far as it counts for others. */
function countedPnl(row: Row, { unrealisedProfitCounts }: VenueRules): Fraction {
  const pnl = pnlAt(row, row.mark);
  return unrealisedProfitCounts || compare(pnl, zero) < 0 ? pnl : zero;
}

/** Cash with what the positions that stand still add to it; or, where the pool is spread by value, the moving ones' share. */
function crossBehind(
  input: AssessInput,
  rules: VenueRules,
  pool: readonly Row[],
  moving: readonly Row[],
): Fraction {
  const cash = fromText(input.account.crossBalance ?? '0');
  const sum = (members: readonly Row[], of: (row: Row) => Fraction, start = zero) =>
    members.reduce((all, row) => reduced(add(all, of(row))), start);
  if (rules.crossPool === 'pro-rata') {
    const worth = (row: Row) => valueAt(row, row.mark);
    const equity = sum(pool, (row) => countedPnl(row, rules), cash);
    const share = divide(multiply(equity, sum(moving, worth)), sum(pool, worth));
    return subtract(
      share,
      sum(moving, (row) => pnlAt(row, row.mark)),
    );
  }
  const flat = rules.tierScheme === 'flat';
  const needed = (row: Row) => requiredAt(row, rules.maintenanceAt === 'entry' ? row.entry : row.mark, flat);
  return sum(
    pool.filter((row) => !moving.includes(row)),
    (row) => subtract(countedPnl(row, rules), needed(row)),
    cash,
  );
}

/** Equity less requirement at a price; alive above 0. */
function room({ behind, moving, rules }: Question, price: Fraction): Fraction {
  return moving.reduce((sum, row) => add(sum, netAt(row, price, rules)), behind);
}

export type BruteAnswer =
  | { readonly kind: 'price'; readonly low: Fraction; readonly high: Fraction }
  | { readonly kind: 'none' };

/** Far beyond any price the random accounts reach; and far below: a margin that all but covers the notional leaves 1e-13. */
const farthest = fraction(10n ** 12n);
const lowest = fraction(1n, 10n ** 20n);

/**
 * The first price on the way against the position (back, when it is dead already) where alive changes to dead, as a
 * bracket of 1e-24 relative width. Between bracket edges room is monotone in the price, so the pieces are scanned one by
 * one and the one that changes sign is bisected. What is dead, and no price brings back, is liquidated at the mark.
 */
export function bruteLiquidation(input: AssessInput, rules: VenueRules, target: number): BruteAnswer {
  const rows = input.account.positions.map((position) => rowOf(input, rules, position));
  const own = rows[target];
  if (own === undefined) throw new Error(`no position ${target}`);
  const pool = rows.filter((row) => row.cross);
  const movesAlong = (row: Row) =>
    row.symbol === own.symbol && (rules.hedgedLegsShareLiquidation || row.long === own.long);
  const moving = own.cross ? pool.filter(movesAlong) : [own];
  const behind = own.cross ? crossBehind(input, rules, pool, moving) : own.margin;
  const question: Question = { behind, moving, rules };
  const { mark } = own;
  const alive = compare(room(question, mark), zero) > 0;
  const answer = searched(question, own, alive);
  return answer.kind === 'none' && !alive ? { kind: 'price', low: mark, high: mark } : answer;
}

function searched(question: Question, { mark, long }: Row, alive: boolean): BruteAnswer {
  const { moving } = question;
  const edges = edgesOf(moving, mark);
  const below = edges.filter((edge) => compare(edge, mark) < 0).reverse();
  const above = edges.filter((edge) => compare(edge, mark) > 0);
  if (moving.length > 1) {
    return nearer(walk(question, mark, below, alive, 'down'), walk(question, mark, above, alive, 'up'), mark);
  }
  return long === alive
    ? walk(question, mark, below, alive, 'down')
    : walk(question, mark, above, alive, 'up');
}

function nearer(down: BruteAnswer, up: BruteAnswer, mark: Fraction): BruteAnswer {
  if (down.kind === 'none') return up;
  if (up.kind === 'none') return down;
  return compare(subtract(mark, down.high), subtract(up.low, mark)) <= 0 ? down : up;
}

/** Prices at which any moving position changes its bracket, lowest first. */
function edgesOf(moving: readonly Row[], mark: Fraction): Fraction[] {
  const edges = moving.flatMap(({ tiers, size, inverse }) =>
    tiers.flatMap(({ cap }) => (cap === null ? [] : [inverse ? divide(size, cap) : divide(cap, size)])),
  );
  return edges.filter((edge) => compare(edge, mark) !== 0).sort(compare);
}

/** A point a hair past an edge, or a hair before it, so that the bracket on that side is the one evaluated. */
function beside(edge: Fraction, higher: boolean): Fraction {
  const hair = multiply(edge, fraction(1n, 10n ** 40n));
  return higher ? add(edge, hair) : subtract(edge, hair);
}

function walk(
  question: Question,
  mark: Fraction,
  edges: readonly Fraction[],
  alive: boolean,
  way: 'down' | 'up',
): BruteAnswer {
  const last = way === 'down' ? lowest : farthest;
  const changed = (price: Fraction) => compare(room(question, price), zero) > 0 !== alive;
  let from = mark;
  for (const edge of [...edges, last]) {
    const before = beside(edge, way === 'down');
    if (changed(before)) return bisect(changed, from, before);
    from = beside(edge, way === 'up');
    if (changed(from)) return { kind: 'price', low: edge, high: edge };
  }
  return { kind: 'none' };
}

function bisect(changed: (price: Fraction) => boolean, unchanged: Fraction, turned: Fraction): BruteAnswer {
  let [a, b] = [unchanged, turned];
  const wide = () => {
    const [low, high] = compare(a, b) < 0 ? [a, b] : [b, a];
    return compare(subtract(high, low), multiply(high, fraction(1n, 10n ** 24n))) > 0;
  };
  while (wide()) {
    const middle = coarse(divide(add(a, b), fraction(2n)));
    if (changed(middle)) b = middle;
    else a = middle;
  }
  return compare(a, b) < 0 ? { kind: 'price', low: a, high: b } : { kind: 'price', low: b, high: a };
}

/** Keeps the bisection's numbers short; 60 decimals are far below the width it stops at. */
function coarse(x: Fraction): Fraction {
  const scale = 10n ** 60n;
  return x.d === scale ? x : fraction((x.n * scale) / x.d, scale);
}

import type { Position } from '../domain/account.ts';
import type { AssessInput } from '../domain/assess-input.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { Instrument, MarginTier } from '../domain/instrument.ts';
import type { Unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { accountState, holdingOf } from './account-state.ts';
import { type Amount, amountAt, combine, missingInput } from './amount.ts';
import { Contracts } from './contract.ts';
import { CrossPool } from './cross-pool.ts';
import { difference, type Exact, ExactSum, exact, isAtMost, product } from './exact-sum.ts';
import { type LiquidationPoint, liquidationPoint, pointBehind } from './liquidation.ts';

/**
 * The liquidation price of one open position, and nothing else: the figure that `assess` gives for it, several times
 * faster where the account is plain (linear contracts with brackets, all inputs there), because what the other positions
 * add is summed in whole numbers. Anything else takes the same way as `assess`.
 */
export function liquidationPrice(
  input: AssessInput,
  rules: VenueRules,
  index: number,
): LiquidationPoint | Unknown {
  const { account, instruments } = input;
  const target = account.positions[index];
  if (target === undefined) return missingInput(`account.positions[${index}]`);
  const contracts = new Contracts(instruments, rules);
  const behind =
    target.marginMode === 'cross' && isPlain(rules) ? collateralBehind(input, rules, target) : null;
  if (behind === null) {
    const state = accountState(account, contracts, rules);
    const holding = state.holdings[index];
    if (holding === undefined) return missingInput(`account.positions[${index}]`);
    return liquidationPoint(holding, new CrossPool(state.crossBalance, state.holdings, rules));
  }
  const legs = behind.legs.map((leg) => holdingOf(account.positions[leg] ?? target, leg, contracts, rules));
  return pointBehind(holdingOf(target, index, contracts, rules), legs, behind.collateral);
}

/** Rules under which what a position adds to the pool is a sum of products of its own figures. */
function isPlain(rules: VenueRules): boolean {
  return (
    rules.model === 'tiered' &&
    rules.maintenanceAt === 'liquidation' &&
    rules.crossPool === 'shared' &&
    rules.unrealisedProfitCounts
  );
}

interface Behind {
  readonly collateral: Amount;
  /** Indices of the positions that move with the target, itself included. */
  readonly legs: readonly number[];
}

/** Cash, and PnL less maintenance of every other cross position; `null` where one is not plain. */
function collateralBehind(
  { account, instruments }: AssessInput,
  rules: VenueRules,
  target: Position,
): Behind | null {
  const sum = new ExactSum();
  const legs: number[] = [];
  for (const [index, position] of account.positions.entries()) {
    if (position.marginMode === 'isolated') continue;
    if (position.marginMode !== 'cross') return null;
    const moves = rules.hedgedLegsShareLiquidation || position.side === target.side;
    if (position.symbol === target.symbol && moves) legs.push(index);
    else if (!addNet(sum, position, instruments[position.symbol], rules)) return null;
  }
  const cash = amountAt('account.crossBalance', account.crossBalance);
  return { legs, collateral: combine([cash], (balance) => balance.plus(sum.total())) };
}

function addNet(
  sum: ExactSum,
  position: Position,
  instrument: Instrument | undefined,
  rules: VenueRules,
): boolean {
  const markPrice = position.markPrice ?? instrument?.markPrice;
  const { entryPrice, maintenance } = position;
  if (instrument?.kind !== 'linear' || markPrice === undefined || entryPrice === undefined) return false;
  const size = exact(position.size);
  const mark = exact(markPrice);
  const value = product(size, mark);
  const fee = triggerFee(instrument, rules);
  if (fee === null || (maintenance === undefined && instrument.tiers === undefined)) return false;
  const gain = product(size, difference(mark, exact(entryPrice)));
  if (position.side === 'long') sum.add(gain);
  else sum.subtract(gain);
  if (fee !== zero) sum.subtract(product(value, exact(fee)));
  if (maintenance !== undefined) {
    sum.subtract(product(value, exact(maintenance.rate)));
    sum.add(exact(maintenance.amount));
    return true;
  }
  return subtractTiered(sum, value, instrument.tiers ?? [], rules);
}

const zero = '0' as DecimalString;

function triggerFee(instrument: Instrument, rules: VenueRules): DecimalString | null {
  if (rules.triggerFee === 'none') return zero;
  return (rules.triggerFee === 'taker' ? instrument.takerFee : instrument.liquidationFee) ?? null;
}

/** Takes the maintenance of a value off the sum, by the bracket it falls in; false where there is no bracket. */
function subtractTiered(
  sum: ExactSum,
  value: Exact,
  tiers: readonly MarginTier[],
  { tierScheme }: VenueRules,
): boolean {
  const found = tiers.findIndex(({ cap }) => cap === null || isAtMost(value, exact(cap)));
  const at = found < 0 ? tiers.length - 1 : found;
  const tier = tiers[at];
  if (tier === undefined) return false;
  sum.subtract(product(value, exact(tier.rate)));
  if (tierScheme === 'flat') return true;
  // Without a published amount: the one that keeps maintenance continuous, edge by edge down to one that is published.
  for (let index = at; index >= 0; index -= 1) {
    const { floor, rate, amount } = tiers[index] ?? tier;
    if (amount !== undefined) {
      sum.add(exact(amount));
      break;
    }
    const below = tiers[index - 1];
    if (below !== undefined) sum.add(product(exact(floor), difference(exact(rate), exact(below.rate))));
  }
  return true;
}

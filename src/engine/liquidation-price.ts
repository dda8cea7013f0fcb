import type { Position } from '../domain/account.ts';
import type { AssessInput } from '../domain/assess-input.ts';
import type { Instrument, MarginTier } from '../domain/instrument.ts';
import type { Unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { accountState, holdingOf } from './account-state.ts';
import { type Amount, amountAt, combine, missingInput } from './amount.ts';
import { Contracts } from './contract.ts';
import { CrossPool } from './cross-pool.ts';
import { type Decimal, isPositive, notBelowZero, parse, zero } from './decimal.ts';
import { distinctRuleSets } from './envelope/distinct-rule-sets.ts';
import { markOf } from './envelope/mark-of.ts';
import { nearestPoint } from './envelope/nearest-liquidation.ts';
import { type LiquidationPoint, liquidationPoint, pointBehind } from './liquidation.ts';
import { ruleSetsInForce } from './rules-in-force.ts';

/**
 * The liquidation price of one open position, and nothing else: the figure that `assess` gives for it, several times
 * faster where the account is plain (linear contracts with brackets, all inputs there), because what the other positions
 * add is summed without making them holdings. Anything else takes the same way as `assess`.
 */
export function liquidationPrice(
  input: AssessInput,
  venueRules: VenueRules,
  index: number,
): LiquidationPoint | Unknown {
  const target = input.account.positions[index];
  if (target === undefined) return missingInput(`account.positions[${index}]`);
  const [own, ...others] = distinctRuleSets(input, ruleSetsInForce(venueRules, input.rules));
  const point = priceUnder(input, own, target, index);
  if (others.length === 0) return point;
  return nearestPoint(
    [point, ...others.map((rules) => priceUnder(input, rules, target, index))],
    markOf(input, target.symbol),
  );
}

function priceUnder(
  input: AssessInput,
  rules: VenueRules,
  target: Position,
  index: number,
): LiquidationPoint | Unknown {
  const { account, instruments } = input;
  const contracts = new Contracts(instruments, rules);
  const behind =
    target.marginMode === 'cross' && isPlain(rules) && account.coins === undefined
      ? collateralBehind(input, rules, target)
      : null;
  if (behind === null) {
    const state = accountState(account, contracts, rules);
    const holding = state.holdings[index];
    if (holding === undefined) return missingInput(`account.positions[${index}]`);
    return liquidationPoint(holding, new CrossPool(state, rules));
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
    rules.marginIncludesClosingFee !== true &&
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
  let sum = zero;
  const legs: number[] = [];
  for (const [index, position] of account.positions.entries()) {
    if (position.marginMode === 'isolated') continue;
    if (position.marginMode !== 'cross') return null;
    const moves = rules.hedgedLegsShareLiquidation || position.side === target.side;
    if (position.symbol === target.symbol && moves) legs.push(index);
    else {
      const net = netOf(position, instruments[position.symbol], rules);
      if (net === null) return null;
      sum = sum.plus(net);
    }
  }
  const cash = amountAt('account.crossBalance', account.crossBalance);
  return { legs, collateral: combine([cash], (balance) => balance.plus(sum)) };
}

/** PnL less maintenance and the trigger's fee. */
function netOf(position: Position, instrument: Instrument | undefined, rules: VenueRules): Decimal | null {
  const markPrice = position.markPrice ?? instrument?.markPrice;
  const { entryPrice, maintenance, side } = position;
  if (instrument?.kind !== 'linear' || markPrice === undefined || entryPrice === undefined) return null;
  const fee = triggerFee(instrument, rules);
  if (fee === null || (maintenance === undefined && !hasWholeTable(instrument))) return null;
  const size = parse(position.size);
  const mark = parse(markPrice);
  const entry = parse(entryPrice);
  if (!isPositive(size) || !isPositive(mark) || !isPositive(entry)) return null;
  const value = size.times(mark);
  const gain = size.times(side === 'long' ? mark.minus(entry) : entry.minus(mark));
  const charged = fee.isZero() ? gain : gain.minus(value.times(fee));
  if (maintenance !== undefined)
    return charged.minus(value.times(parse(maintenance.rate))).plus(parse(maintenance.amount));
  const needed = tieredMaintenance(value, instrument.tiers ?? [], rules);
  return needed === null ? null : charged.minus(needed);
}

function triggerFee(instrument: Instrument, rules: VenueRules): Decimal | null {
  if (rules.triggerFee === 'none') return zero;
  const fee = rules.triggerFee === 'taker' ? instrument.takerFee : instrument.liquidationFee;
  return fee === undefined ? null : notBelowZero(parse(fee));
}

/** Maintenance of a value by the bracket it falls in; `null` where there is no bracket. */
function tieredMaintenance(
  value: Decimal,
  tiers: readonly MarginTier[],
  { tierScheme }: VenueRules,
): Decimal | null {
  const found = tiers.findIndex(({ cap }) => cap === null || value.lte(parse(cap)));
  const at = found < 0 ? tiers.length - 1 : found;
  const tier = tiers[at];
  if (tier === undefined) return null;
  const charged = value.times(parse(tier.rate));
  return tierScheme === 'flat' ? charged : charged.minus(amountOf(tiers, at));
}

/** The published amount, else the one that keeps maintenance continuous, edge by edge down to one that is published. */
function amountOf(tiers: readonly MarginTier[], at: number): Decimal {
  let amount = zero;
  for (let index = at; index >= 0; index -= 1) {
    const tier = tiers[index];
    if (tier?.amount !== undefined) return amount.plus(parse(tier.amount));
    const below = tiers[index - 1];
    if (tier === undefined || below === undefined) break;
    amount = amount.plus(parse(tier.floor).times(parse(tier.rate).minus(parse(below.rate))));
  }
  return amount;
}

/** Brackets by value, with nothing missing above. */
function hasWholeTable({ tierUnit, tiersIncomplete }: Instrument): boolean {
  return tierUnit !== 'size' && tiersIncomplete !== true;
}

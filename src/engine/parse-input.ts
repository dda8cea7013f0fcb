import type { Account, CoinHolding, Position } from '../domain/account.ts';
import type { AssessInput } from '../domain/assess-input.ts';
import type { Assumed } from '../domain/exposure.ts';
import type { Instrument, SizeRate } from '../domain/instrument.ts';
import type { Assumptions, Order } from '../domain/order.ts';
import { isVenueId, type VenueId, type VenueRules, venueIds } from '../domain/venue.ts';
import { checkMagnitude } from './check-magnitude.ts';
import { parse } from './decimal.ts';
import { notional } from './formulas/notional.ts';
import { InputError, JsonObject, optional } from './json-reader.ts';
import { parseTiers } from './parse-tiers.ts';

export type ParsedInput =
  | { readonly ok: true; readonly input: AssessInput }
  | { readonly ok: false; readonly path: string; readonly expected: string };

/**
 * Raw JSON as the engine's input, or the first thing that is wrong with it. Members the contract does not know are
 * passed over; members it knows are checked to the last.
 */
export function parseInput(raw: unknown): ParsedInput {
  try {
    return { ok: true, input: readInput(new JsonObject(raw, '')) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ok: false, path: error.path === '' ? 'input' : error.path, expected: error.expected };
  }
}

function readInput(root: JsonObject): AssessInput {
  if (root.raw('contract') !== 1) throw new InputError('contract', 'the number 1');
  const { venue, assumed } = readVenue(root);
  const zeroIsCross = ['gate', 'bitmex'].includes(venue);
  const account = readAccount(root.object('account'), zeroIsCross);
  const instruments = readInstruments(root.object('instruments'));
  const order = root.has('order') ? readOrder(root.object('order'), zeroIsCross) : undefined;
  if (order !== undefined) checkLeverage(order, instruments);
  const input: AssessInput = {
    contract: 1,
    venue,
    ...optional(root, 'rules', (name) => readRules(root.object(name))),
    account,
    instruments,
    ...(order === undefined ? {} : { order }),
    ...optional(root, 'assumptions', (name) => readAssumptions(root.object(name))),
    ...(assumed.length === 0 ? {} : { assumed }),
  };
  checkMagnitude(input);
  return input;
}

/** A venue nobody described is assessed by the generic rules, but only where the input brings rules of its own. */
function readVenue(root: JsonObject): { venue: VenueId; assumed: readonly Assumed[] } {
  const venue = root.text('venue');
  if (isVenueId(venue)) return { venue, assumed: [] };
  if (!root.has('rules'))
    throw new InputError('venue', `one of ${venueIds.join(', ')}, or any name beside "rules"`);
  return {
    venue: 'generic',
    assumed: [{ field: 'venue', value: 'generic', why: `no rules are known for ${venue}` }],
  };
}

function readRules(from: JsonObject): Partial<VenueRules> {
  const words = <const N extends keyof VenueRules & string, const W extends readonly string[]>(
    name: N,
    list: W,
  ) => optional(from, name, () => from.oneOf(name, list));
  const flag = <const N extends keyof VenueRules & string>(name: N) =>
    optional(from, name, () => from.boolean(name));
  return {
    ...words('model', ['tiered', 'orderly', 'deribit', 'gmx']),
    ...words('maintenanceAt', ['liquidation', 'entry', 'mark']),
    ...words('triggerFee', ['none', 'taker', 'liquidation']),
    ...words('tierScheme', ['deduction', 'flat']),
    ...words('initialMarginAt', ['order', 'mark']),
    ...words('crossInitialMarginAt', ['order', 'mark']),
    ...words('costIncludes', ['margin', 'margin+open-fee', 'margin+open+close-fee']),
    ...words('crossPool', ['shared', 'pro-rata']),
    ...words('modeScope', ['symbol', 'account', 'order', 'position']),
    ...flag('unrealisedProfitCounts'),
    ...flag('hedgedLegsShareLiquidation'),
    ...flag('isolatedKeepsNothing'),
    ...flag('costIncludesOpenLoss'),
    ...flag('openFeeFromMargin'),
    ...flag('marginIncludesClosingFee'),
    ...optional(from, 'isolatedMarginBuffer', (name) => from.fraction(name, 0, 1)),
    ...optional(from, 'switchWithOpenPosition', (name) =>
      from.raw(name) === 'unknown' ? ('unknown' as const) : from.boolean(name),
    ),
    ...optional(from, 'modes', (name) => {
      const modes = from.list(name);
      const known = (['cross', 'isolated'] as const).filter((mode) => modes.includes(mode));
      if (known.length === 0 || known.length !== modes.length) {
        throw new InputError(from.at(name), 'a list of cross and isolated');
      }
      return known;
    }),
  };
}

function readAccount(from: JsonObject, zeroIsCross: boolean): Account {
  return {
    currency: from.text('currency'),
    ...optional(from, 'crossBalance', (name) => from.decimal(name)),
    ...optional(from, 'crossBalanceIsLowerBound', (name) => from.boolean(name)),
    positions: from
      .list('positions')
      .map((each, index) =>
        readPosition(new JsonObject(each, `${from.at('positions')}[${index}]`), zeroIsCross),
      ),
    ...optional(from, 'coins', (name) =>
      from.list(name).map((each, index) => readCoin(new JsonObject(each, `${from.at(name)}[${index}]`))),
    ),
    ...optional(from, 'positionsComplete', (name) => from.boolean(name)),
  };
}

/** Leverage, and the mode where a venue writes cross as leverage 0. */
function readLeverage(from: JsonObject, zeroIsCross: boolean): Pick<Position, 'leverage' | 'marginMode'> {
  const mode = optional(from, 'marginMode', (name) => from.oneOf(name, ['cross', 'isolated']));
  if (!from.has('leverage')) return mode;
  if (zeroIsCross && parse(from.decimal('leverage')).isZero()) {
    if (mode.marginMode === 'isolated')
      throw new InputError(from.at('leverage'), 'above zero on isolated; 0 means cross');
    return { marginMode: 'cross' };
  }
  return { ...mode, leverage: from.decimal('leverage', 'positive') };
}

function readPosition(from: JsonObject, zeroIsCross: boolean): Position {
  return {
    symbol: from.text('symbol'),
    side: from.oneOf('side', ['long', 'short']),
    size: from.decimal('size', 'positive'),
    ...optional(from, 'entryPrice', (name) => from.decimal(name, 'positive')),
    ...optional(from, 'markPrice', (name) => from.decimal(name, 'positive')),
    ...readLeverage(from, zeroIsCross),
    ...optional(from, 'margin', (name) => from.decimal(name, 'not-negative')),
    ...optional(from, 'pendingFees', (name) => from.decimal(name, 'not-negative')),
    ...optional(from, 'collateralCoins', (name) => from.decimal(name, 'not-negative')),
    ...optional(from, 'priceImpact', (name) => from.decimal(name)),
    ...optional(from, 'maintenance', (name) => {
      const fixed = from.object(name);
      return {
        rate: fixed.fraction('rate', 0, 1),
        amount: fixed.has('amount') ? fixed.decimal('amount') : zeroAmount,
      };
    }),
  };
}

function readCoin(from: JsonObject): CoinHolding {
  return {
    symbol: from.text('symbol'),
    amount: from.decimal('amount', 'positive'),
    inMarginAccount: from.boolean('inMarginAccount'),
    ...optional(from, 'weight', (name) => from.fraction(name, 0, 1)),
    ...optional(from, 'markPrice', (name) => from.decimal(name, 'positive')),
  };
}

const zeroAmount = '0' as NonNullable<Position['maintenance']>['amount'];

function readInstruments(from: JsonObject): Readonly<Record<string, Instrument>> {
  return Object.fromEntries(from.names().map((symbol) => [symbol, readInstrument(from.object(symbol))]));
}

function readInstrument(from: JsonObject): Instrument {
  const kind = from.oneOf('kind', ['linear', 'inverse']);
  return {
    kind,
    ...optional(from, 'markPrice', (name) => from.decimal(name, 'positive')),
    ...optional(from, 'tick', (name) => from.decimal(name, 'positive')),
    ...optional(from, 'tiers', (name) => parseTiers(from.list(name), from.at(name))),
    ...optional(from, 'tierUnit', (name) => from.oneOf(name, ['value', 'size'])),
    ...optional(from, 'tiersIncomplete', (name) => from.boolean(name)),
    ...optional(from, 'tiersAssumed', (name) => from.boolean(name)),
    ...optional(from, 'tiersAsOf', (name) => from.text(name)),
    ...optional(from, 'powerRate', (name) => {
      const power = from.object(name);
      return {
        base: power.fraction('base', 0, 1),
        baseInitial: power.decimal('baseInitial', 'positive'),
        factor: power.decimal('factor', 'not-negative'),
      };
    }),
    ...optional(from, 'collateral', (name) => {
      const least = from.object(name);
      return {
        minimum: least.decimal('minimum', 'not-negative'),
        minimumFactor: least.fraction('minimumFactor', 0, 1),
      };
    }),
    ...optional(from, 'sizeRate', (name) => readSizeRate(from.object(name))),
    ...optional(from, 'takerFee', (name) => from.fraction(name, -0.1, 0.1)),
    ...optional(from, 'makerFee', (name) => from.fraction(name, -0.1, 0.1)),
    ...optional(from, 'liquidationFee', (name) => from.fraction(name, 0, 1)),
    ...optional(from, 'fundingRate', (name) => from.fraction(name, -1, 1)),
    ...optional(from, 'fundingIntervalHours', (name) => from.decimal(name, 'positive')),
  };
}

function readSizeRate(from: JsonObject): SizeRate {
  const rate = {
    base: from.fraction('base', 0, 1),
    perUnit: from.fraction('perUnit', 0, 1),
    ...optional(from, 'initialBase', (name) => from.fraction(name, 0, 1)),
    ...optional(from, 'initialPerUnit', (name) => from.fraction(name, 0, 1)),
  };
  if ((rate.initialBase === undefined) === (rate.initialPerUnit === undefined)) return rate;
  const missing = rate.initialBase === undefined ? 'initialBase' : 'initialPerUnit';
  throw new InputError(from.at(missing), 'there too, as the other half of the initial rate is');
}

function readOrder(from: JsonObject, zeroIsCross: boolean): Order {
  return {
    symbol: from.text('symbol'),
    side: from.oneOf('side', ['long', 'short']),
    effect: from.oneOf('effect', ['open', 'reduce', 'close']),
    type: from.oneOf('type', ['limit', 'market', 'other']),
    ...optional(from, 'price', (name) => from.decimal(name, 'positive')),
    ...optional(from, 'size', (name) => from.decimal(name, 'positive')),
    ...readLeverage(from, zeroIsCross),
    ...optional(from, 'margin', (name) => from.decimal(name, 'positive')),
    ...optional(from, 'collateralCoins', (name) => from.decimal(name, 'positive')),
    ...optional(from, 'autoAddMargin', (name) => from.boolean(name)),
    ...optional(from, 'stopLoss', (name) => from.decimal(name, 'positive')),
    ...optional(from, 'takeProfit', (name) => from.decimal(name, 'positive')),
    ...optional(from, 'positionMode', (name) => from.oneOf(name, ['one-way', 'hedge'])),
  };
}

function readAssumptions(from: JsonObject): Assumptions {
  return {
    ...optional(from, 'horizonHours', (name) => from.decimal(name, 'not-negative')),
    ...optional(from, 'slippage', (name) => from.fraction(name, 0, 1)),
    ...optional(from, 'reachMove', (name) => from.decimal(name, 'not-negative')),
    ...optional(from, 'maxLoss', (name) => from.decimal(name, 'not-negative')),
    ...optional(from, 'maxLossFraction', (name) => from.fraction(name, 0, 1)),
  };
}

/** A leverage that the order's own bracket does not allow is a slip of whoever wrote the input. */
function checkLeverage(order: Order, instruments: Readonly<Record<string, Instrument>>): void {
  const instrument = Object.hasOwn(instruments, order.symbol) ? instruments[order.symbol] : undefined;
  const price = order.price ?? instrument?.markPrice;
  const { size, leverage } = order;
  if (instrument?.tiers === undefined || price === undefined || size === undefined || leverage === undefined)
    return;
  const value =
    instrument.tierUnit === 'size' ? parse(size) : notional(instrument.kind, parse(size), parse(price));
  const tier = instrument.tiers.find(({ cap }) => cap === null || value.lte(parse(cap)));
  if (tier?.maxLeverage !== undefined && parse(leverage).gt(parse(tier.maxLeverage))) {
    throw new InputError('order.leverage', `at most ${tier.maxLeverage}, the most its bracket allows`);
  }
}

import { describe, expect, it } from 'vitest';
import { contract, position, sceneInput } from '../../test/support/engine-input.ts';
import type { Position } from '../domain/account.ts';
import type { AssessInput } from '../domain/assess-input.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument, MarginTier } from '../domain/instrument.ts';
import { isUnknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { assess } from './assess.ts';
import { type Decimal, parse, plain } from './decimal.ts';
import { liquidationPrice } from './liquidation-price.ts';

const d = decimal;

/** No maintenance of its own: what stands behind it shows in its price. */
const BTC: Instrument = {
  ...contract({ rate: '0' }),
  sizeRate: { base: d('0'), perUnit: d('0') },
};

/** 5 at 90, short from 100: a gain of 50 on a value of 450, of which 1 % is 4.5. */
const other = position('ETH', 'short', '5', 'cross', { markPrice: d('90') });
const ETH: Instrument = {
  ...contract({ rate: '0.01', takerFee: d('0.002'), liquidationFee: d('0.004') }),
  sizeRate: { base: d('0.03'), perUnit: d('0') },
};

interface Scene {
  readonly other?: Partial<Position>;
  readonly eth?: Partial<Instrument>;
  readonly rules?: Partial<VenueRules>;
  readonly account?: Partial<AssessInput['account']>;
}

function inputOf({ other: change = {}, eth = {}, account = {} }: Scene): AssessInput {
  return sceneInput({
    balance: '100',
    instruments: { BTC, ETH: { ...ETH, ...eth } },
    positions: [position('BTC', 'long', '10', 'cross'), { ...other, ...change }],
    account,
  });
}

function pointOf(scene: Scene, index = 0) {
  return liquidationPrice(inputOf(scene), { ...baseRules, ...scene.rules }, index);
}

/** What the other position adds to the 100 of cash: 100 + it = 10 x (100 - price). */
function added(scene: Scene): unknown {
  const point = pointOf(scene);
  return isUnknown(point) ? point : plain(parse(d('900')).minus(priceOf(point).times(10)));
}

function priceOf(point: ReturnType<typeof pointOf>): Decimal {
  if (isUnknown(point) || point.kind === 'none') throw new Error(JSON.stringify(point));
  return point.price;
}

describe('what another position adds: its PnL less its maintenance', () => {
  it.each<[string, Scene, string]>([
    ['a short that gained', {}, '45.5'],
    ['a long that lost', { other: { side: 'long' } }, '-54.5'],
    ['a long that gained', { other: { side: 'long', markPrice: d('110') } }, '44.5'],
    ['isolated it adds nothing', { other: { marginMode: 'isolated', margin: d('50') } }, '0'],
    ['a fee that counts in the trigger', { rules: { triggerFee: 'taker' } }, '44.6'],
    ['the fee of a liquidation', { rules: { triggerFee: 'liquidation' } }, '43.7'],
    ['a rebate gives nothing', { eth: { takerFee: d('-0.002') }, rules: { triggerFee: 'taker' } }, '45.5'],
    ['no fee at all', { eth: { takerFee: d('0') }, rules: { triggerFee: 'taker' } }, '45.5'],
    ['a bracket that is fixed', { other: { maintenance: { rate: d('0.02'), amount: d('1') } } }, '42'],
  ])('%s', (_what, scene, net) => {
    expect(added(scene)).toBe(net);
  });

  it('takes the mark of the contract where it has none of its own', () => {
    const { markPrice: _, ...unmarked } = other;
    const input = { ...inputOf({ eth: { markPrice: d('80') } }) };
    const account = { ...input.account, positions: [...input.account.positions.slice(0, 1), unmarked] };
    // A gain of 100 on 400.
    const point = liquidationPrice({ ...input, account }, baseRules, 0);
    expect(plain(priceOf(point))).toBe('80.4');
    expect(point).toMatchObject({ ahead: true });
    expect(added({ eth: { markPrice: d('80') } })).toBe('45.5');
  });

  it('a bracket that is fixed needs no table', () => {
    const { tiers: _, ...bare } = ETH;
    const fixed = { ...other, maintenance: { rate: d('0.02'), amount: d('1') } };
    const input = inputOf({});
    const account = { ...input.account, positions: [...input.account.positions.slice(0, 1), fixed] };
    const point = liquidationPrice({ ...input, account, instruments: { BTC, ETH: bare } }, baseRules, 0);
    expect(plain(priceOf(point))).toBe('85.8');
  });
});

describe('the bracket a value of 450 falls in', () => {
  const tier = (floor: string, cap: string | null, rate: string, amount?: string): MarginTier => ({
    floor: d(floor),
    cap: cap === null ? null : d(cap),
    rate: d(rate),
    ...(amount === undefined ? {} : { amount: d(amount) }),
  });
  const second = [tier('0', '300', '0.01'), tier('300', null, '0.02')];

  it.each<[string, readonly MarginTier[], string]>([
    // 9 less 300 x 0.01.
    ['without amounts, the one that keeps it continuous', second, '44'],
    ['its own amount', [tier('0', '300', '0.01', '0'), tier('300', null, '0.02', '2')], '43'],
    // 18 less 0.5, 100 x 0.01 and 400 x 0.02; 18 less 2 and 400 x 0.02.
    [
      'from the lowest amount on',
      [tier('0', '100', '0.01', '0.5'), tier('100', '400', '0.02'), tier('400', null, '0.04')],
      '41.5',
    ],
    [
      'from the nearest amount on',
      [tier('0', '100', '0.01', '0.5'), tier('100', '400', '0.02', '2'), tier('400', null, '0.04')],
      '42',
    ],
    ['on an edge the lower', [tier('0', '450', '0.01'), tier('450', null, '0.5', '0')], '45.5'],
    ['beyond the last the last', [tier('0', '300', '0.01'), tier('300', '400', '0.02')], '44'],
    ['not one above', [...second.slice(0, 1), tier('300', '500', '0.02'), tier('500', null, '0.5')], '44'],
  ])('%s', (_what, tiers, net) => {
    expect(added({ eth: { tiers } })).toBe(net);
  });

  it('flat: its rate on everything', () => {
    expect(added({ eth: { tiers: second }, rules: { tierScheme: 'flat' } })).toBe('41');
  });

  it('by size: 5 coins at 2 % less 3 x 1 %, on each 1.4 %', () => {
    const tiers = [tier('0', '3', '0.01'), tier('3', null, '0.02')];
    expect(added({ eth: { tiers, tierUnit: 'size' } })).toBe('43.7');
    expect(added({ eth: { tiers: second, tierUnit: 'value' } })).toBe('44');
  });

  it('of a table without its upper part: known within it, unknown beyond', () => {
    const tiers = [tier('0', '300', '0.01'), tier('300', '400', '0.02')];
    expect(added({ eth: { tiers, tiersIncomplete: true } })).toMatchObject({
      why: 'venue-facts-missing',
      missing: ['instruments.ETH.tiers'],
    });
    expect(added({ eth: { tiers: [tier('0', '500', '0.01')], tiersIncomplete: true } })).toBe('45.5');
    expect(added({ eth: { tiers, tiersIncomplete: false } })).toBe('44');
  });
});

describe('rules under which it is no plain sum', () => {
  it.each<[string, Partial<VenueRules>, string]>([
    // 3 % of 450; 1 % of 500; 1 % of 450 with 0.2 % of 500 x 1.1; the gain of 50 left out.
    ['rates by size', { model: 'deribit' }, '36.5'],
    ['maintenance frozen at the entry', { maintenanceAt: 'entry' }, '45'],
    ['a reserve for closing', { marginIncludesClosingFee: true }, '44.4'],
    ['profit that does not count', { unrealisedProfitCounts: false }, '-4.5'],
  ])('%s', (_what, rules, net) => {
    expect(added({ rules })).toBe(net);
  });

  it('a pool spread by value: 1,000 of 1,450 of the 150', () => {
    const point = pointOf({ rules: { crossPool: 'pro-rata' } });
    expect(priceOf(point).toNumber()).toBeCloseTo(100 - 15000 / 1450, 12);
  });

  it('coins in the margin account count by their weight', () => {
    const coins = [{ symbol: 'ETH', amount: d('2'), inMarginAccount: true, weight: d('0.5') }];
    // At the contract's own mark, 100.
    expect(added({ account: { coins } })).toBe('145.5');
  });
});

describe('positions on its own symbol', () => {
  const twin: Partial<Position> = { symbol: 'BTC', entryPrice: d('90'), size: d('4') };

  it('on its own side move with it: 100 + 10 (P - 100) + 4 (P - 90)', () => {
    const point = pointOf({ other: { ...twin, side: 'long' } });
    expect(point).toMatchObject({ kind: 'price', price: parse(d('1260')).div(14) });
  });

  it('on the other side move with it where legs share their liquidation, and else are worth what they are', () => {
    // 100 + 10 (P - 100) - 4 (P - 90): 540 / 6; apart the short adds 0 at 90, 4 x 90 - 4 x 100 at 100.
    expect(pointOf({ other: twin })).toMatchObject({ price: parse(d('540')).div(6) });
    const apart: Scene = {
      other: { ...twin, markPrice: d('100') },
      rules: { hedgedLegsShareLiquidation: false },
    };
    expect(added(apart)).toBe('-40');
    expect(pointOf({ ...apart, other: { ...apart.other, side: 'long' } })).toMatchObject({
      price: parse(d('1260')).div(14),
    });
  });

  it('isolated ones are apart', () => {
    expect(added({ other: { ...twin, marginMode: 'isolated', margin: d('40') } })).toBe('0');
  });
});

it('isolated it has its margin alone', () => {
  const scene: Scene = { other: { marginMode: 'isolated', margin: d('54.5'), side: 'long' } };
  // 54.5 + 5 (P - 100) = 0.05 P.
  const point = pointOf(scene, 1);
  expect(plain(priceOf(point))).toBe('90');
  expect(point).toMatchObject({ ahead: false });
});

it('of several rule sets the nearest: 50 + 10 (P - 100) is 0.5 % or, with the fee, 1.5 %', () => {
  const input = sceneInput({
    balance: '50',
    instruments: { BTC: contract({ takerFee: d('0.01') }) },
    positions: [position('BTC', 'long', '10', 'cross')],
  });
  const under = (rules: Partial<VenueRules>) => liquidationPrice(input, { ...baseRules, ...rules }, 0);
  expect(under({})).toMatchObject({ price: parse(d('950')).div(d('9.95')) });
  expect(under({ alsoUnder: [{ triggerFee: 'taker' }] })).toMatchObject({
    price: parse(d('950')).div(d('9.85')),
  });
});

describe('a plain account is summed without making holdings, which read every member', () => {
  /** Whether the leverage of the other position was asked for, which no sum needs. */
  function isMade(scene: Scene): boolean {
    let read = false;
    const input = inputOf(scene);
    const [own, second] = input.account.positions as [Position, Position];
    const watched: Position = Object.defineProperty({ ...second }, 'leverage', {
      get: () => {
        read = true;
        return d('10');
      },
    });
    const account = { ...input.account, positions: [own, watched] };
    liquidationPrice({ ...input, account }, { ...baseRules, ...scene.rules }, 0);
    return read;
  }

  it.each<[string, Scene]>([
    ['as it is', {}],
    ['long', { other: { side: 'long' } }],
    ['isolated', { other: { marginMode: 'isolated', margin: d('50') } }],
    ['with a fee in the trigger', { rules: { triggerFee: 'taker' } }],
    ['with that of a liquidation', { rules: { triggerFee: 'liquidation' } }],
    ['with a bracket that is fixed', { other: { maintenance: { rate: d('0.02'), amount: d('1') } } }],
    [
      'with that and part of a table',
      { other: { maintenance: { rate: d('0.02'), amount: d('1') } }, eth: { tiersIncomplete: true } },
    ],
    [
      'beyond the last bound of its table',
      { eth: { tiers: [{ floor: d('0'), cap: d('400'), rate: d('0.01') }] } },
    ],
    ['with one rate on everything', { rules: { tierScheme: 'flat' } }],
    ['with legs apart', { other: { symbol: 'BTC' }, rules: { hedgedLegsShareLiquidation: false } }],
  ])('%s', (_what, scene) => {
    expect(isMade(scene)).toBe(false);
  });

  it('and any other is not', () => {
    expect(isMade({ rules: { maintenanceAt: 'mark' } })).toBe(true);
  });
});

describe('what is missing is named, as assess names it', () => {
  const without = <T extends object>(from: T, member: keyof T): T => {
    const { [member]: _, ...rest } = from;
    return rest as T;
  };
  const missing = (input: AssessInput, rules: Partial<VenueRules> = {}) => {
    const point = liquidationPrice(input, { ...baseRules, ...rules }, 0);
    if (!isUnknown(point)) throw new Error('something is missing');
    const [own] = assess(input, { ...baseRules, ...rules }).positions;
    expect(own?.liquidation).toMatchObject({ missing: point.missing });
    return point.missing;
  };
  const [own, second] = inputOf({}).account.positions as [Position, Position];
  const holding = (held: Position, instruments: Readonly<Record<string, Instrument>> = { BTC, ETH }) =>
    sceneInput({ balance: '100', instruments, positions: [own, held] });

  it.each<[string, AssessInput, string, Partial<VenueRules>?]>([
    ['its entry', holding(without(second, 'entryPrice')), 'account.positions[1].entryPrice'],
    ['its mode', holding(without(second, 'marginMode')), 'account.positions[1].marginMode'],
    ['its table', holding(second, { BTC, ETH: without(ETH, 'tiers') }), 'instruments.ETH.tiers'],
    ['an empty table', holding(second, { BTC, ETH: { ...ETH, tiers: [] } }), 'instruments.ETH.tiers'],
    [
      'its fee',
      holding(second, { BTC, ETH: without(ETH, 'takerFee') }),
      'instruments.ETH.takerFee',
      { triggerFee: 'taker' },
    ],
    ['a size of nothing', holding({ ...second, size: d('0') }), 'account.positions[1].size'],
    ['a size below it', holding({ ...second, size: d('-5') }), 'account.positions[1].size'],
    ['an entry of nothing', holding({ ...second, entryPrice: d('0') }), 'account.positions[1].entryPrice'],
    ['a mark of nothing', holding({ ...second, markPrice: d('0') }), 'account.positions[1].markPrice'],
  ])('%s', (_what, input, path, rules) => {
    expect(missing(input, rules)).toEqual([path]);
  });

  it('a mark that neither has', () => {
    const input = holding(without(second, 'markPrice'), { BTC, ETH: without(ETH, 'markPrice') });
    expect(missing(input)).toEqual(['account.positions[1].markPrice']);
  });

  it('the contract itself', () => {
    expect(missing(holding(second, { BTC }))).toContain('instruments.ETH.kind');
  });

  it('the balance, and a position that is not there', () => {
    const { account, ...rest } = inputOf({});
    expect(missing({ ...rest, account: without(account, 'crossBalance') })).toEqual(['account.crossBalance']);
    expect(pointOf({}, 2)).toMatchObject({ missing: ['account.positions[2]'] });
  });
});

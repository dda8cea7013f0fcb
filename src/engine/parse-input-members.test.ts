import { describe, expect, it } from 'vitest';
import { JsonObject, optional } from './json-reader.ts';
import { parseInput } from './parse-input.ts';

/** Every member the contract knows, each with a value of its own that it may have. */
const everything = {
  contract: 1,
  venue: 'binance',
  rules: {
    model: 'tiered',
    maintenanceAt: 'mark',
    triggerFee: 'liquidation',
    tierScheme: 'flat',
    initialMarginAt: 'mark',
    crossInitialMarginAt: 'order',
    costIncludes: 'margin+open-fee',
    crossPool: 'pro-rata',
    modeScope: 'account',
    unrealisedProfitCounts: true,
    hedgedLegsShareLiquidation: false,
    isolatedKeepsNothing: true,
    costIncludesOpenLoss: false,
    openFeeFromMargin: true,
    marginIncludesClosingFee: false,
    isolatedMarginBuffer: '0.1',
    switchWithOpenPosition: 'unknown',
    modes: ['cross', 'isolated'],
  },
  account: {
    currency: 'USDT',
    crossBalance: '-12.5',
    crossBalanceIsLowerBound: true,
    positions: [
      {
        symbol: 'BTC',
        side: 'short',
        size: '2',
        entryPrice: '101',
        markPrice: '102',
        leverage: '3',
        marginMode: 'isolated',
        margin: '50',
        pendingFees: '0.25',
        collateralCoins: '0.125',
        priceImpact: '-0.5',
        maintenance: { rate: '0.01', amount: '-7' },
      },
    ],
    coins: [{ symbol: 'ETH', amount: '4', inMarginAccount: true, weight: '0.9', markPrice: '1000' }],
    positionsComplete: false,
  },
  instruments: {
    BTC: {
      kind: 'linear',
      markPrice: '100',
      tick: '0.01',
      tiers: [
        { floor: '0', cap: '1000', maxLeverage: '50', rate: '0.01', amount: '0' },
        { floor: '1000', cap: null, maxLeverage: '20', rate: '0.02', amount: '10' },
      ],
      tiersAssumed: true,
      takerFee: '0.0005',
      makerFee: '-0.0001',
      liquidationFee: '0.0125',
      fundingRate: '-0.0003',
      fundingIntervalHours: '4',
    },
    POWER: { kind: 'linear', powerRate: { base: '0.006', baseInitial: '0.01', factor: '0' } },
    SIZED: { kind: 'inverse', sizeRate: { base: '0.01', perUnit: '0.00005' } },
    HALVES: {
      kind: 'inverse',
      sizeRate: { base: '0.01', perUnit: '0.00005', initialBase: '0.02', initialPerUnit: '0.0001' },
    },
    LEAST: { kind: 'linear', collateral: { minimum: '1', minimumFactor: '0.005' } },
  },
  order: {
    symbol: 'BTC',
    side: 'long',
    effect: 'open',
    type: 'other',
    price: '99',
    size: '3',
    leverage: '50',
    marginMode: 'isolated',
    margin: '6',
    collateralCoins: '0.5',
    autoAddMargin: true,
    stopLoss: '90',
    takeProfit: '120',
    positionMode: 'one-way',
  },
  assumptions: {
    horizonHours: '0',
    slippage: '0.002',
    reachMove: '0.3',
    maxLoss: '150',
    maxLossFraction: '0.05',
  },
};

/** The input with one member set, named by its path with dots and numbers. */
function withMember(path: string, value: unknown): unknown {
  const copy = structuredClone(everything) as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce((at, step) => at[step] as Record<string, unknown>, copy);
  holder[last] = value;
  return copy;
}

const expectedAt = (path: string, value: unknown) => {
  const parsed = parseInput(withMember(path, value));
  return parsed.ok ? 'accepted' : parsed.expected;
};

it('hands on every member as it is, and none of its own', () => {
  expect(parseInput(everything)).toEqual({ ok: true, input: everything });
  expect(
    parseInput({ ...everything, stranger: 1, account: { ...everything.account, mood: 'good' } }),
  ).toEqual({
    ok: true,
    input: everything,
  });
});

it.each([
  ['rules.model', ['tiered', 'orderly', 'deribit', 'gmx']],
  ['rules.maintenanceAt', ['liquidation', 'entry', 'mark']],
  ['rules.triggerFee', ['none', 'taker', 'liquidation']],
  ['rules.tierScheme', ['deduction', 'flat']],
  ['rules.initialMarginAt', ['order', 'mark']],
  ['rules.crossInitialMarginAt', ['order', 'mark']],
  ['rules.costIncludes', ['margin', 'margin+open-fee', 'margin+open+close-fee']],
  ['rules.crossPool', ['shared', 'pro-rata']],
  ['rules.modeScope', ['symbol', 'account', 'order', 'position']],
  ['account.positions.0.side', ['long', 'short']],
  ['account.positions.0.marginMode', ['cross', 'isolated']],
  ['instruments.BTC.kind', ['linear', 'inverse']],
  ['order.side', ['long', 'short']],
  ['order.effect', ['open', 'reduce', 'close']],
  ['order.type', ['limit', 'market', 'other']],
  ['order.marginMode', ['cross', 'isolated']],
  ['order.positionMode', ['one-way', 'hedge']],
])('%s is one of %j', (path, words) => {
  for (const word of words) expect(expectedAt(path, word)).toBe('accepted');
  for (const word of ['', 'LONG', 1, null]) expect(expectedAt(path, word)).toBe(`one of ${words.join(', ')}`);
});

it.each([
  'rules.unrealisedProfitCounts',
  'rules.hedgedLegsShareLiquidation',
  'rules.isolatedKeepsNothing',
  'rules.costIncludesOpenLoss',
  'rules.openFeeFromMargin',
  'rules.marginIncludesClosingFee',
  'rules.switchWithOpenPosition',
  'account.crossBalanceIsLowerBound',
  'account.positionsComplete',
  'account.coins.0.inMarginAccount',
  'instruments.BTC.tiersAssumed',
  'order.autoAddMargin',
])('%s is true or false', (path) => {
  expect(expectedAt(path, true)).toBe('accepted');
  expect(expectedAt(path, false)).toBe('accepted');
  expect(expectedAt(path, 'true')).toBe('true or false');
});

it.each([
  ['rules.isolatedMarginBuffer', 0, 1],
  ['account.positions.0.maintenance.rate', 0, 1],
  ['account.coins.0.weight', 0, 1],
  ['instruments.BTC.takerFee', -0.1, 0.1],
  ['instruments.BTC.makerFee', -0.1, 0.1],
  ['instruments.BTC.liquidationFee', 0, 1],
  ['instruments.BTC.fundingRate', -1, 1],
  ['instruments.BTC.tiers.1.rate', 0.01, 1],
  ['instruments.POWER.powerRate.base', 0, 1],
  ['instruments.LEAST.collateral.minimumFactor', 0, 1],
  ['instruments.SIZED.sizeRate.base', 0, 1],
  ['instruments.SIZED.sizeRate.perUnit', 0, 1],
  ['instruments.HALVES.sizeRate.initialBase', 0, 1],
  ['instruments.HALVES.sizeRate.initialPerUnit', 0, 1],
  ['assumptions.slippage', 0, 1],
  ['assumptions.maxLossFraction', 0, 1],
])('%s is from %d to %d, both included', (path, from, to) => {
  for (const inside of [from, to]) expect(expectedAt(path, String(inside))).toBe('accepted');
  for (const outside of [from - 0.001, to + 0.001])
    expect(expectedAt(path, String(outside))).not.toBe('accepted');
});

it.each([
  'account.positions.0.size',
  'account.positions.0.entryPrice',
  'account.positions.0.markPrice',
  'account.positions.0.leverage',
  'account.coins.0.amount',
  'account.coins.0.markPrice',
  'instruments.BTC.markPrice',
  'instruments.BTC.tick',
  'instruments.BTC.fundingIntervalHours',
  'instruments.BTC.tiers.1.maxLeverage',
  'instruments.POWER.powerRate.baseInitial',
  'order.price',
  'order.size',
  'order.leverage',
  'order.margin',
  'order.collateralCoins',
  'order.stopLoss',
  'order.takeProfit',
])('%s is above zero', (path) => {
  expect(expectedAt(path, '0.001')).toBe('accepted');
  for (const bad of ['0', '-0.001', 1])
    expect(expectedAt(path, bad)).toBe('a decimal string above zero, such as "0.5"');
});

it.each([
  'account.positions.0.margin',
  'account.positions.0.pendingFees',
  'account.positions.0.collateralCoins',
  'instruments.POWER.powerRate.factor',
  'instruments.LEAST.collateral.minimum',
  'assumptions.horizonHours',
  'assumptions.reachMove',
  'assumptions.maxLoss',
])('%s is not negative', (path) => {
  expect(expectedAt(path, '0')).toBe('accepted');
  expect(expectedAt(path, '-0.001')).toBe('a decimal string that is not negative, such as "0.5"');
});

it.each([
  'account.crossBalance',
  'account.positions.0.priceImpact',
  'account.positions.0.maintenance.amount',
])('%s may have either sign', (path) => {
  for (const good of ['0', '-3', '3']) expect(expectedAt(path, good)).toBe('accepted');
  expect(expectedAt(path, '3 ')).toBe('a decimal string, such as "0.5"');
});

it.each([
  ['rules', [], 'an object'],
  ['rules', null, 'an object'],
  ['rules', 'tiered', 'an object'],
  ['rules.modes', 'cross', 'an array'],
  ['rules.modes', [], 'a list of cross and isolated'],
  ['rules.modes', ['cross', 'portfolio'], 'a list of cross and isolated'],
  ['contract', '1', 'the number 1'],
  ['account.currency', ' ', 'a non-empty text'],
  ['account.currency', 5, 'a non-empty text'],
  ['account.coins', {}, 'an array'],
  ['account.coins', [5], 'an object'],
  ['instruments.BTC.takerFee', '0.2', 'a fraction from -0.1 to 0.1, such as "0.0005"'],
  ['instruments.BTC.tiers', [], 'a list of at least one bracket'],
])('%s = %j: should be %s', (path, value, expected) => {
  expect(expectedAt(path, value)).toBe(expected);
});

it.each([[['cross']], [['isolated']], [['isolated', 'cross']]])('a venue may offer %j', (modes) => {
  const parsed = parseInput(withMember('rules.modes', modes));
  // The order is that of the contract, whatever the input's.
  expect(parsed.ok && parsed.input.rules?.modes).toEqual(modes.toSorted());
});

it('names the place of a complaint in a list', () => {
  const at = (path: string, value: unknown) => {
    const parsed = parseInput(withMember(path, value));
    return parsed.ok ? undefined : parsed.path;
  };
  expect(at('account.positions.0', 5)).toBe('account.positions[0]');
  expect(at('account.coins.0.weight', '2')).toBe('account.coins[0].weight');
  expect(at('instruments.BTC.tiers.1.rate', '2')).toBe('instruments.BTC.tiers[1].rate');
  expect(at('rules.modes', ['x'])).toBe('rules.modes');
});

it('takes a maintenance without an amount for one with none', () => {
  const parsed = parseInput(withMember('account.positions.0.maintenance', { rate: '0.01' }));
  expect(parsed.ok && parsed.input.account.positions[0]?.maintenance).toEqual({ rate: '0.01', amount: '0' });
});

describe('a size rate', () => {
  const sized = (members: object) =>
    parseInput(withMember('instruments.SIZED.sizeRate', { base: '0.01', perUnit: '0', ...members }));

  it('has both halves of its initial rate or none', () => {
    expect(sized({ initialBase: '0.02' })).toEqual({
      ok: false,
      path: 'instruments.SIZED.sizeRate.initialPerUnit',
      expected: 'there too, as the other half of the initial rate is',
    });
    expect(sized({ initialPerUnit: '0.02' })).toMatchObject({
      ok: false,
      path: 'instruments.SIZED.sizeRate.initialBase',
    });
  });
});

describe('a number', () => {
  it('has at most 30 digits before and 80 after the point', () => {
    const balance = (text: string) => expectedAt('account.crossBalance', text);
    expect(balance(`${'1'.repeat(29)}.${'1'.repeat(80)}`)).toBe('accepted');
    const tooLong = 'a decimal string of at most 30 digits before and 80 after the point';
    expect(balance('1'.repeat(31))).toBe(tooLong);
    expect(balance(`-${'0'.repeat(30)}`)).toBe('accepted');
    expect(balance('0'.repeat(31))).toBe(tooLong);
    expect(balance(`1.${'1'.repeat(81)}`)).toBe(tooLong);
  });
});

describe('leverage 0', () => {
  const at = (venue: string, order: object) => {
    const parsed = parseInput({
      ...everything,
      venue,
      order: { ...everything.order, leverage: '0', ...order },
    });
    return parsed.ok ? parsed.input.order : [parsed.path, parsed.expected];
  };

  it('is cross on the venues that write it so, and nothing anywhere else', () => {
    const { leverage: _, ...rest } = everything.order;
    expect(at('gate', { marginMode: 'cross' })).toEqual({ ...rest, marginMode: 'cross' });
    expect(at('bitmex', { marginMode: undefined })).toEqual({ ...rest, marginMode: 'cross' });
    expect(at('gate', {})).toEqual(['order.leverage', 'above zero on isolated; 0 means cross']);
    expect(at('binance', { marginMode: 'cross' })).toEqual([
      'order.leverage',
      'a decimal string above zero, such as "0.5"',
    ]);
    expect(at('gate', { leverage: '5' })).toEqual({ ...everything.order, leverage: '5' });
  });
});

describe('a venue', () => {
  it('that nobody described needs rules of its own', () => {
    const { rules: _, ...bare } = everything;
    expect(parseInput({ ...bare, venue: 'toobit' })).toMatchObject({
      ok: false,
      path: 'venue',
      expected: expect.stringMatching(/^one of .*binance, .*or any name beside "rules"$/),
    });
    const parsed = parseInput({ ...everything, venue: 'toobit' });
    expect(parsed).toEqual({
      ok: true,
      input: {
        ...everything,
        venue: 'generic',
        assumed: [{ field: 'venue', value: 'generic', why: 'no rules are known for toobit' }],
      },
    });
  });
});

describe('the leverage of the bracket', () => {
  /** Up to 1,000 of value 50x, above it 20x; the order's price is 99, the mark 100. */
  const at = (order: object, instruments: object = everything.instruments) => {
    const parsed = parseInput({ ...everything, instruments, order: { ...everything.order, ...order } });
    return parsed.ok ? 'accepted' : [parsed.path, parsed.expected];
  };
  const tooMuch = (most: string) => ['order.leverage', `at most ${most}, the most its bracket allows`];

  it('is the most the order may have', () => {
    expect(at({ leverage: '50' })).toBe('accepted');
    expect(at({ leverage: '50.1' })).toEqual(tooMuch('50'));
    // 1,000 of value is still the lower bracket, 1,000.01 is not.
    expect(at({ price: '100', size: '10', leverage: '50' })).toBe('accepted');
    expect(at({ price: '100', size: '10.0001', leverage: '50' })).toEqual(tooMuch('20'));
  });

  it('goes by the mark where the order has no price', () => {
    expect(at({ price: undefined, size: '10', leverage: '50' })).toBe('accepted');
    expect(at({ price: undefined, size: '10.1', leverage: '50' })).toEqual(tooMuch('20'));
  });

  it('is not asked for where size, price, leverage, brackets or their leverage are not there', () => {
    const { BTC } = everything.instruments;
    const { markPrice: _mark, ...unmarked } = BTC;
    const { tiers: _tiers, ...untabled } = BTC;
    const bare = { ...BTC, tiers: [{ floor: '0', cap: null, rate: '0.01' }] };
    expect(at({ leverage: '99', size: undefined })).toBe('accepted');
    expect(at({ leverage: undefined })).toBe('accepted');
    expect(at({ leverage: '99', price: undefined }, { ...everything.instruments, BTC: unmarked })).toBe(
      'accepted',
    );
    expect(at({ leverage: '99' }, { ...everything.instruments, BTC: untabled })).toBe('accepted');
    expect(at({ leverage: '99' }, { ...everything.instruments, BTC: bare })).toBe('accepted');
    expect(at({ leverage: '99', symbol: 'NONE' })).toBe('accepted');
    expect(at({ leverage: '99', symbol: 'NONE', price: undefined })).toBe('accepted');
    expect(at({ leverage: '99', symbol: 'toString' })).toBe('accepted');
  });
});

it('holds nothing that was not there', () => {
  const bare = {
    contract: 1,
    venue: 'binance',
    account: { currency: 'USDT', positions: [] },
    instruments: { BTC: { kind: 'linear' } },
  };
  expect(parseInput(bare)).toStrictEqual({ ok: true, input: bare });
});

it('passes on what is no complaint about the input', () => {
  const trap = {
    get contract(): number {
      throw new TypeError('not JSON');
    },
  };
  expect(() => parseInput(trap)).toThrow(TypeError);
});

describe('the reader', () => {
  it('sees only what the object itself has', () => {
    const from = new JsonObject({ own: 1, nothing: undefined }, 'here');
    expect(from.raw('toString')).toBeUndefined();
    expect(from.has('nothing')).toBe(false);
    expect(from.at('own')).toBe('here.own');
    expect(optional(from, 'toString', () => 1)).toEqual({});
    expect(optional(from, 'own', (name) => from.raw(name))).toEqual({ own: 1 });
    expect(from.names()).toEqual(['own', 'nothing']);
    expect(() => from.text('own')).toThrow('here.own: should be a non-empty text');
  });
});

import { describe, expect, it } from 'vitest';
import { assessOrder, contract, number, order } from '../../test/support/engine-input.ts';
import { decimal } from '../domain/decimal-string.ts';
import { venueFacts } from '../venues/facts.ts';

/** Cost, margin and fee of an order, as the venues' own examples have them. */

const { binance, bybit, hyperliquid, orderly } = venueFacts;
const at = (markPrice: string, taker = '0', maker = '0') => ({
  BTC: contract({ markPrice: decimal(markPrice), takerFee: decimal(taker), makerFee: decimal(maker) }),
});
const terms = (price: string, leverage: string) => ({ price: decimal(price), leverage: decimal(leverage) });

describe('Binance: margin plus what the fill would be down at once, no fee', () => {
  const cost = (side: 'long' | 'short', price: string, mark: string) => {
    const exposure = assessOrder({
      balance: '100000',
      rules: binance.rules,
      instruments: at(mark, '0.0005'),
      order: order('BTC', side, '1', 'isolated', terms(price, '20')),
    });
    return [number(exposure.initialMargin), number(exposure.orderCost)];
  };

  it('BN9: 1 at 9,253.30, mark 9,259.84 (the page truncates half a cent)', () => {
    expect(cost('long', '9253.30', '9259.84')).toEqual([462.665, 462.665]);
    expect(cost('short', '9253.30', '9259.84')).toEqual([462.665, 469.205]);
  });

  it('BN10: 1 at 102,990, mark 102,988.4 (from a venue built on Binance)', () => {
    expect(cost('long', '102990', '102988.4')).toEqual([5149.5, 5151.1]);
    expect(cost('short', '102990', '102988.4')).toEqual([5149.5, 5149.5]);
  });

  it('BN11: short 1 at 34,764.02, mark 34,770.73', () => {
    const [margin = 0, total = 0] = cost('short', '34764.02', '34770.73');
    expect(margin).toBeCloseTo(1738.2, 2);
    expect(total).toBeCloseTo(1744.91, 2);
  });
});

it('BN7: the amount of the bracket at 250,000, 0.5 % to 1 %, after 50, is 1,300', () => {
  const tiers = [
    { floor: decimal('0'), cap: decimal('50000'), rate: decimal('0.004') },
    { floor: decimal('50000'), cap: decimal('250000'), rate: decimal('0.005') },
    { floor: decimal('250000'), cap: null, rate: decimal('0.01') },
  ];
  const exposure = assessOrder({
    balance: '1000000',
    instruments: { BTC: contract({ tiers }) },
    order: order('BTC', 'long', '3000', 'cross'),
  });
  // 300,000 x 1 % - 1,300
  expect(exposure.positions[0]?.maintenanceMargin).toBe('1700');
});

it('BN-D1: the bracket is the one at the liquidation price, not at the entry', () => {
  const tiers = [
    { floor: decimal('0'), cap: decimal('50000'), rate: decimal('0.004') },
    { floor: decimal('50000'), cap: decimal('600000'), rate: decimal('0.005') },
    { floor: decimal('600000'), cap: decimal('3000000'), rate: decimal('0.0065') },
    { floor: decimal('3000000'), cap: null, rate: decimal('0.01') },
  ];
  const exposure = assessOrder({
    balance: '50000',
    instruments: { BTC: contract({ markPrice: decimal('60000'), tiers }) },
    order: order('BTC', 'long', '10.2', 'isolated', terms('60000', '20')),
  });
  expect(exposure.liquidation).toMatchObject({ kind: 'price' });
  expect(number((exposure.liquidation as { price: string }).price)).toBeCloseTo(57281.51, 2);
});

it('BY4: Bybit counts in the opening fee and the closing fee at the bankruptcy price', () => {
  const cost = (price: string, leverage: string, taker: string) =>
    assessOrder({
      balance: '10000',
      rules: bybit.rules,
      instruments: at(price, taker, taker),
      order: order('BTC', 'long', '1', 'cross', terms(price, leverage)),
    }).orderCost;
  expect(cost('50000', '10', '0.00055')).toBe('5052.25');
  expect(cost('10000', '50', '0.00075')).toBe('214.85');
});

it('OK4: a taker fee of 0.05 % on 10,000 is 5', () => {
  const exposure = assessOrder({
    balance: '10000',
    instruments: at('10000', '0.0005', '0.0005'),
    order: order('BTC', 'long', '1', 'cross', terms('10000', '10')),
  });
  expect(exposure.fees).toMatchObject({ open: '5', close: '5' });
});

it('Hyperliquid takes margin at the mark, Orderly adds 0.06 % to isolated margin', () => {
  const margin = (rules: typeof binance.rules, mode: 'cross' | 'isolated') =>
    assessOrder({
      balance: '10000',
      rules,
      instruments: at('110'),
      order: order('BTC', 'long', '1', mode),
    }).initialMargin;
  expect(margin(hyperliquid.rules, 'cross')).toBe('11');
  expect(margin(orderly.rules, 'isolated')).toBe('10.06');
  expect(margin(orderly.rules, 'cross')).toBe('10');
});

describe('losses with their costs', () => {
  const exposure = assessOrder({
    balance: '2000',
    instruments: {
      BTC: contract({
        rate: '0.004',
        takerFee: decimal('0.0005'),
        makerFee: decimal('0.0002'),
        fundingRate: decimal('0.0001'),
      }),
    },
    order: order('BTC', 'long', '60', 'isolated', { leverage: decimal('20'), stopLoss: decimal('97') }),
  });

  it('at the stop: price, both fees, funding to the horizon, slippage', () => {
    expect(exposure.losses.atStop).toEqual({
      amount: '191.73',
      price: '97',
      priceLoss: '180',
      // 6,000 x 0.02 % in as maker, 5,820 x 0.05 % out as taker
      fees: '4.11',
      // 6,000 x 0.01 % x 3
      funding: '1.8',
      slippage: '5.82',
    });
    expect(exposure.plannedVersusExposed).toMatchObject({ planned: '191.73', exposed: '301.2' });
  });

  it('funding received makes no loss smaller', () => {
    const short = assessOrder({
      balance: '2000',
      instruments: { BTC: contract({ fundingRate: decimal('0.0001') }) },
      assumptions: { slippage: decimal('0') },
      order: order('BTC', 'short', '60', 'isolated', { leverage: decimal('20'), stopLoss: decimal('103') }),
    });
    expect(short.funding.toHorizon).toBe('-1.8');
    expect(short.losses.atStop).toMatchObject({ amount: '180', funding: '0' });
  });

  it('at the worst: the margin and the opening fee', () => {
    expect(exposure.losses.worst).toEqual({ amount: '301.2', why: 'isolated-margin' });
  });
});

describe('the range around the liquidation price', () => {
  const instruments = (change = {}) => ({
    BTC: contract({
      takerFee: decimal('0.0005'),
      makerFee: decimal('0.0005'),
      fundingRate: decimal('0.0001'),
      ...change,
    }),
  });
  const ticket = order('BTC', 'long', '10', 'isolated');

  it('nearest: funding, opening and closing fee, one tick; farthest: one tick', () => {
    const { liquidation } = assessOrder({ balance: '1000', instruments: instruments(), order: ticket });
    if (!('range' in liquidation)) throw new Error('there is a price');
    // (100 - 0.3 - 0.5 - 1,000) / (10 x (0.005 + 0.0005 - 1)) + 0.01
    expect(number(liquidation.range.nearest)).toBeCloseTo(900.8 / 9.945 + 0.01, 10);
    expect(number(liquidation.range.farthest)).toBeCloseTo(900 / 9.95 - 0.01, 10);
  });

  it('an old or borrowed table is read one bracket stricter at the near end', () => {
    const tiers = [
      { floor: decimal('0'), cap: decimal('5000'), rate: decimal('0.005') },
      { floor: decimal('5000'), cap: null, rate: decimal('0.02') },
    ];
    const free = { takerFee: decimal('0'), makerFee: decimal('0'), fundingRate: decimal('0'), tiers };
    const { liquidation } = assessOrder({
      balance: '1000',
      instruments: instruments({ ...free, tiersAssumed: true }),
      order: ticket,
    });
    if (!('range' in liquidation)) throw new Error('there is a price');
    expect(number(liquidation.range.nearest)).toBeCloseTo(900 / 9.8 + 0.01, 10);
    expect(number(liquidation.price)).toBeCloseTo(900 / 9.95, 10);
  });
});

describe('reach', () => {
  it('a long of 600 on a 2,000 wallet loses 180 in a move of 30 %, not 600', () => {
    const { reach } = assessOrder({ balance: '2000', order: order('BTC', 'long', '6', 'cross') });
    expect(reach).toEqual({ move: '0.3', loss: '180', idleTaken: '120', share: '0.06' });
  });

  it('where the liquidation lies nearer, the worst loss', () => {
    const { reach, losses } = assessOrder({ balance: '2000', order: order('BTC', 'long', '100', 'cross') });
    expect(reach.loss).toBe((losses.worst as { amount: string }).amount);
  });
});

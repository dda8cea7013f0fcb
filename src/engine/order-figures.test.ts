import { describe, expect, it } from 'vitest';
import { assessOrder, contract, number, order, position } from '../../test/support/engine-input.ts';
import { decimal } from '../domain/decimal-string.ts';
import { venueFacts } from '../venues/facts.ts';

/** Cost, margin and losses of an order where no venue's example has them; those are rows of test/golden/examples.json. */

const { binance, hyperliquid, orderly } = venueFacts;
const at = (markPrice: string, taker = '0', maker = '0') => ({
  BTC: contract({ markPrice: decimal(markPrice), takerFee: decimal(taker), makerFee: decimal(maker) }),
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

it('an order that turns a position round has costs of its margin as far as it opens', () => {
  // Long 10, sold 10.01: 0.01 is opened, worth 1, on a margin of 0.1.
  const { fees, funding, initialMargin } = assessOrder({
    balance: '1000',
    positions: [position('BTC', 'long', '10', 'isolated', { margin: decimal('100') })],
    instruments: {
      BTC: contract({
        takerFee: decimal('0.0005'),
        makerFee: decimal('0.0002'),
        fundingRate: decimal('-0.0001'),
      }),
    },
    order: order('BTC', 'short', '10.01', 'isolated'),
  });
  expect(initialMargin).toBe('0.1');
  // 1,001 x 0.02 % is paid; of it 1 x 0.02 % opens, and closing that takes 1 x 0.05 %: 0.0007 / 0.1
  expect(fees).toEqual({ open: '0.2002', close: '0.0005', roundTripOfMargin: '0.007' });
  // 1 x 0.01 %, three times a day
  expect(funding).toMatchObject({ perInterval: '0.0001', toHorizon: '0.0003', ofMargin: '0.003' });
});

it('an order that only takes off has the costs of what it takes off', () => {
  const { fees, funding } = assessOrder({
    balance: '1000',
    positions: [position('BTC', 'long', '10', 'isolated', { margin: decimal('100') })],
    instruments: { BTC: contract({ takerFee: decimal('0.0005'), fundingRate: decimal('-0.0001') }) },
    order: order('BTC', 'short', '4', 'isolated', { effect: 'reduce' }),
  });
  expect(fees).toMatchObject({ open: '0', close: '0.2' });
  expect(funding).toMatchObject({ perInterval: '0.04' });
});

describe('losses with their costs', () => {
  const exposure = () =>
    assessOrder({
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
    expect(exposure().losses.atStop).toEqual({
      amount: '191.73',
      price: '97',
      priceLoss: '180',
      // 6,000 x 0.02 % in as maker, 5,820 x 0.05 % out as taker
      fees: '4.11',
      // 6,000 x 0.01 % x 3
      funding: '1.8',
      slippage: '5.82',
    });
    expect(exposure().plannedVersusExposed).toMatchObject({ planned: '191.73', exposed: '301.2' });
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
    expect(exposure().losses.worst).toEqual({ amount: '301.2', why: 'isolated-margin' });
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

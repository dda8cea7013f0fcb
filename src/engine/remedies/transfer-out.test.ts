import { describe, expect, it } from 'vitest';
import {
  assessOrder,
  contract,
  liquidationPercent,
  order,
  position,
} from '../../../test/support/engine-input.ts';
import { decimal } from '../../domain/decimal-string.ts';

type Scene = Parameters<typeof assessOrder>[0];

const transferOf = (scene: Scene) => assessOrder(scene).remedies.transferOut;

/** 20 at 100 with 10x: notional 2,000, margin 200. */
const long = order('BTC', 'long', '20', 'cross');

describe('the transfer that brings idle money at risk to zero', () => {
  it('EX-2b: 2,000 in the wallet, 1,800 idle: move 1,800 out, and the long is liquidated as on isolated', () => {
    const transfer = transferOf({ balance: '2000', order: long });
    expect(transfer).toMatchObject({ amount: '1800', atRisk: '0', stop: 'no-stop' });
    // 200 + 20 (P - 100) = 0.005 x 20 P: P = 1,800 / 19.9 = 90.452
    expect(liquidationPercent((transfer as { liquidation: unknown }).liquidation)).toBeCloseTo(-9.548, 3);
  });

  it('EX-8: 1,000 in the wallet, margin 150: move 850 out', () => {
    const sol = order('SOL', 'long', '15', 'cross');
    expect(transferOf({ balance: '1000', order: sol })).toMatchObject({ amount: '850', atRisk: '0' });
  });

  it('EX-9: of 2,000 idle a long that can lose its notional of 2,000 risks 1,800; only all 2,000 out ends that', () => {
    expect(assessOrder({ balance: '2200', order: long }).idle).toMatchObject({
      balance: '2000',
      atRisk: '1800',
    });
    expect(transferOf({ balance: '2200', order: long })).toMatchObject({ amount: '2000', atRisk: '0' });
    // Moving out just the 1,800 leaves 400: 200 idle, and all of it can go.
    expect(assessOrder({ balance: '400', order: long }).idle).toMatchObject({
      balance: '200',
      atRisk: '200',
    });
    // A short can lose whatever there is.
    expect(transferOf({ balance: '2200', order: { ...long, side: 'short' } })).toMatchObject({
      amount: '2000',
    });
  });

  it('tells whether the stop still fills before the liquidation it brings nearer', () => {
    const at = (stopLoss: string) =>
      transferOf({ balance: '2000', order: { ...long, stopLoss: decimal(stopLoss) } });
    // Near end 90.452 + 0.01; the stop fills 0.1 % below itself: 91 at 90.909, 90.5 at 90.4095.
    expect(at('91')).toMatchObject({ amount: '1800', stop: 'reached' });
    expect(at('90.5')).toMatchObject({ amount: '1800', stop: 'not-reached' });
  });

  it('is not lost to the fortieth digit of an average entry', () => {
    // Short 3 at 97 and 4 more at 101 with the mark at 100: 695 / 7 on average. 1,000 - 9 can go, 69.5 of it is margin.
    const standing = position('BTC', 'short', '3', 'cross', { entryPrice: decimal('97') });
    const more = order('BTC', 'short', '4', 'cross', { price: decimal('101') });
    expect(transferOf({ balance: '1000', positions: [standing], order: more })).toMatchObject({
      amount: '921.5',
      atRisk: '0',
    });
    // What is left is nothing, and is said to be.
    expect(assessOrder({ balance: '78.5', positions: [standing], order: more }).idle.atRisk).toBe('0');
  });

  it('is none where the order is down at once by idle money, which then cannot go', () => {
    // Bought at 105 with the mark at 100: margin 210, down 100. Of 790 idle only 690 can go; the fill takes the rest.
    const dear = order('BTC', 'long', '20', 'cross', { price: decimal('105') });
    expect(transferOf({ balance: '1000', order: dear })).toEqual({ kind: 'none', why: 'unrealised-loss' });
  });

  it('is none where open losses of others stand against the idle money', () => {
    const eth = position('ETH', 'long', '10', 'cross', { markPrice: decimal('70') });
    const instruments = { BTC: contract(), ETH: contract({ markPrice: decimal('70') }) };
    const exposure = assessOrder({ balance: '1000', positions: [eth], instruments, order: long });
    // Cash 1,000, equity 700, margins 100 + 200: 500 at risk, but a venue lets out no more than 700 - 300.
    expect(exposure.idle).toMatchObject({ balance: '700', atRisk: '500' });
    expect(exposure.remedies.transferOut).toEqual({ kind: 'none', why: 'unrealised-loss' });
  });

  it('counts profit of others as no cash', () => {
    const eth = position('ETH', 'long', '10', 'cross', { markPrice: decimal('130') });
    const instruments = { BTC: contract(), ETH: contract({ markPrice: decimal('130') }) };
    // Cash 1,000 less margins 100 + 200; the profit of 300 stays in the pool and backs the order.
    expect(transferOf({ balance: '1000', positions: [eth], instruments, order: long })).toMatchObject({
      amount: '700',
      atRisk: '0',
    });
  });

  it('EX-1a: isolated with auto-add risks the wallet: all that is idle has to go', () => {
    const added = order('BTC', 'long', '10', 'isolated', { autoAddMargin: true });
    expect(transferOf({ balance: '1000', order: added })).toMatchObject({ amount: '900', atRisk: '0' });
  });

  it('is none where nothing is at risk, and unknown without a balance', () => {
    const none = { kind: 'none', why: 'nothing-at-risk' };
    expect(transferOf({ balance: '2000', order: { ...long, marginMode: 'isolated' } })).toEqual(none);
    expect(transferOf({ balance: '200', order: long })).toEqual(none);
    expect(transferOf({ order: long })).toMatchObject({ known: false, missing: ['account.crossBalance'] });
  });

  it('is none where the account without the money is liquidated at once', () => {
    // 0.5 % of maintenance with 250x: the margin of 8 is less than the maintenance of 10.
    const steep = order('BTC', 'long', '20', 'cross', { leverage: decimal('250') });
    expect(transferOf({ balance: '2000', order: steep })).toEqual({ kind: 'none', why: 'would-liquidate' });
  });
});

describe('coins in the margin account', () => {
  /** So many ETH at 100 beside cash and the long of 2,000. */
  const withCoins = (balance: string, amount: string, weight?: string) =>
    transferOf({
      balance,
      order: long,
      account: {
        coins: [
          {
            symbol: 'ETH',
            amount: decimal(amount),
            inMarginAccount: true,
            ...(weight === undefined ? {} : { weight: decimal(weight) }),
          },
        ],
      },
    });

  it('stay: only cash is moved', () => {
    // 5,000 and 100 in coins less the margin of 200.
    expect(withCoins('5000', '1', '1')).toMatchObject({ amount: '4900', atRisk: '0' });
    // 100 and 3,000 in coins: the 2,900 that are idle are not there in cash.
    expect(withCoins('100', '30', '1')).toEqual({ kind: 'none', why: 'balance-too-small' });
    expect(withCoins('4900', '2', '1')).toMatchObject({ amount: '4900' });
    expect(withCoins('4899.99', '2.0001', '1')).toEqual({ kind: 'none', why: 'balance-too-small' });
  });

  it('that count for half let out half as much', () => {
    // 5,050 of collateral less 200 is 4,850, but 4,900 are idle.
    expect(withCoins('5000', '1', '0.5')).toEqual({ kind: 'none', why: 'unrealised-loss' });
    expect(withCoins('5000', '1')).toMatchObject({ known: false, missing: ['account.coins[0].weight'] });
  });
});

it('is rounded up to 8 decimals', () => {
  // 3,000 of face value at 30 with 10x take 10 of 100/3 coins: 23.333... are idle.
  const inverse = order('BTC', 'long', '3000', 'cross', { price: decimal('30') });
  const instruments = { BTC: contract({ kind: 'inverse', markPrice: decimal('30') }) };
  const balance = '33.33333333333333333333';
  expect(transferOf({ balance, instruments, order: inverse })).toMatchObject({ amount: '23.33333334' });
});

describe('orders that only reduce', () => {
  it('have no remedies', () => {
    const held = position('BTC', 'long', '10', 'cross');
    for (const effect of ['reduce', 'close'] as const) {
      const closing = order('BTC', 'short', '5', 'cross', { effect });
      const none = { kind: 'none', why: 'only-reduces' };
      expect(assessOrder({ balance: '2000', positions: [held], order: closing }).remedies).toEqual({
        transferOut: none,
        isolatedMargin: none,
        fittingSize: none,
      });
    }
  });
});

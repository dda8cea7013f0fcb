import { describe, expect, it } from 'vitest';
import { assessOrder, order, position } from '../../test/support/engine-input.ts';
import type { Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';

const at = (entry: string, change: Partial<Position> = {}): Partial<Position> => ({
  entryPrice: decimal(entry),
  ...change,
});
const price = (text: string) => ({ price: decimal(text) });

describe('an order on an open position', () => {
  it('adds at the average entry, in place', () => {
    const { positions, equity } = assessOrder({
      balance: '1000',
      positions: [position('BTC', 'long', '10', 'cross', at('90')), position('ETH', 'long', '1', 'cross')],
      order: order('BTC', 'long', '30', 'cross', price('98')),
    });
    expect(positions.map(({ symbol }) => symbol)).toEqual(['BTC', 'ETH']);
    // Entry (10 x 90 + 30 x 98) / 40 = 96.
    expect(positions[0]).toMatchObject({ unrealisedPnl: '160', initialMargin: '384' });
    expect(equity).toEqual({ before: '1100', after: '1160' });
  });

  it('nets a smaller opposite order and realises its part', () => {
    const exposure = assessOrder({
      balance: '1000',
      positions: [position('BTC', 'long', '10', 'cross', at('90'))],
      order: order('BTC', 'short', '4', 'cross'),
    });
    expect(exposure.positions).toHaveLength(1);
    expect(exposure.positions[0]).toMatchObject({ side: 'long', unrealisedPnl: '60' });
    expect(exposure.equity).toEqual({ before: '1100', after: '1100' });
    expect(exposure.initialMargin).toBe('0');
  });

  it('closes on an equal one: nothing is left to lose', () => {
    const exposure = assessOrder({
      balance: '1000',
      positions: [position('BTC', 'long', '10', 'cross', at('90'))],
      order: order('BTC', 'short', '10', 'cross', { stopLoss: decimal('120') }),
    });
    expect(exposure.positions).toEqual([]);
    expect(exposure.liquidation).toEqual({ kind: 'none', why: 'no-position' });
    expect(exposure.losses).toEqual({
      atStop: { kind: 'no-stop' },
      atLiquidation: { kind: 'none' },
      worst: { amount: '0', why: 'notional' },
    });
    expect(exposure.equity.after).toBe('1100');
  });

  it('flips on a larger one: the rest opens at the order price, in place', () => {
    const exposure = assessOrder({
      balance: '1000',
      positions: [position('BTC', 'long', '10', 'cross', at('90')), position('ETH', 'long', '1', 'cross')],
      order: order('BTC', 'short', '25', 'cross', price('101')),
    });
    expect(exposure.positions[0]).toMatchObject({ symbol: 'BTC', side: 'short', unrealisedPnl: '15' });
    expect(exposure.positions[1]).toMatchObject({ symbol: 'ETH' });
    // 110 realised on the long; the short of 15 at 101 needs 151.5 at 10x.
    expect(exposure.initialMargin).toBe('151.5');
    expect(exposure.equity.after).toBe('1125');
  });

  it('gives isolated margin back in proportion', () => {
    const exposure = assessOrder({
      balance: '500',
      positions: [position('BTC', 'long', '10', 'isolated', at('100', { margin: decimal('100') }))],
      order: order('BTC', 'short', '4', 'isolated', { ...price('95'), effect: 'reduce' }),
    });
    expect(exposure.positions[0]).toMatchObject({ initialMargin: '60' });
    // 40 released, 20 lost.
    expect(exposure.equity.after).toBe('580');
    expect(exposure.idle.balance).toBe('520');
  });

  it('opens a second leg in hedge mode, and says so by itself where both legs stand already', () => {
    const long = position('BTC', 'long', '10', 'cross');
    const hedged = assessOrder({
      balance: '1000',
      positions: [long],
      order: order('BTC', 'short', '4', 'cross', { positionMode: 'hedge' }),
    });
    expect(hedged.positions.map(({ side }) => side)).toEqual(['long', 'short']);
    expect(hedged.positions[0]?.liquidation).toEqual(hedged.positions[1]?.liquidation);
    const both = assessOrder({
      balance: '1000',
      positions: [long, position('BTC', 'short', '4', 'cross')],
      order: order('BTC', 'short', '4', 'cross'),
    });
    expect(both.positions).toHaveLength(2);
    expect(both.positions[1]).toMatchObject({ side: 'short', initialMargin: '80' });
  });

  it('never flips on reduce or close, whatever the size', () => {
    const exposure = assessOrder({
      balance: '1000',
      positions: [position('BTC', 'long', '10', 'cross')],
      order: order('BTC', 'short', '25', 'cross', { effect: 'reduce' }),
    });
    expect(exposure.positions).toEqual([]);
    const { size: _size, ...unsized } = order('BTC', 'short', '1', 'cross', { effect: 'close' });
    const closed = assessOrder({
      balance: '1000',
      positions: [position('BTC', 'long', '10', 'cross')],
      order: unsized,
    });
    expect(closed.positions).toEqual([]);
    expect(closed.notional).toBe('1000');
  });

  it('leaves a position of the other mode alone where modes live side by side', () => {
    const exposure = assessOrder({
      balance: '1000',
      rules: { modeScope: 'position' },
      positions: [position('BTC', 'long', '10', 'cross')],
      order: order('BTC', 'long', '10', 'isolated'),
    });
    expect(exposure.positions.map(({ marginMode }) => marginMode)).toEqual(['cross', 'isolated']);
  });

  it('takes the position along where the mode belongs to the symbol', () => {
    const exposure = assessOrder({
      balance: '1000',
      positions: [position('BTC', 'long', '10', 'cross')],
      order: order('BTC', 'long', '10', 'isolated'),
    });
    expect(exposure.positions).toHaveLength(1);
    expect(exposure.positions[0]).toMatchObject({ marginMode: 'isolated', initialMargin: '200' });
    expect(exposure.idle.balance).toBe('800');
  });

  it('counts a limit order as maker and a market order as taker at the mark, and says so', () => {
    const instruments = {
      BTC: {
        kind: 'linear' as const,
        markPrice: decimal('101'),
        takerFee: decimal('0.0005'),
        makerFee: decimal('0.0002'),
      },
    };
    const limit = assessOrder({
      balance: '1000',
      instruments,
      order: order('BTC', 'long', '10', 'isolated'),
    });
    expect(limit.fees.open).toBe('0.2');
    const { price: _price, ...priceless } = order('BTC', 'long', '10', 'isolated', { type: 'market' });
    const market = assessOrder({ balance: '1000', instruments, order: priceless });
    expect(market.fees.open).toBe('0.505');
    expect(market.assumed).toContainEqual({
      field: 'order.price',
      value: '101',
      why: 'market order: the mark is used',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { contract, order, position, sceneInput } from '../../test/support/engine-input.ts';
import type { MarginMode, Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';
import { isUnknown } from '../domain/known.ts';
import type { Order } from '../domain/order.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { accountState } from './account-state.ts';
import { type Amount, figure } from './amount.ts';
import { Contracts } from './contract.ts';
import { parse } from './decimal.ts';
import { orderTerms } from './order-terms.ts';

const d = decimal;

interface Scene {
  readonly positions?: readonly Position[];
  readonly instrument?: Partial<Instrument>;
  readonly rules?: Partial<VenueRules>;
}

function termsOf(change: Partial<Order>, scene: Scene = {}, without: readonly (keyof Order)[] = []) {
  const rules = { ...baseRules, ...scene.rules };
  const instruments = { BTC: contract(scene.instrument), ETH: contract() };
  const input = sceneInput({ balance: '1000', instruments, positions: scene.positions ?? [] });
  const contracts = new Contracts(instruments, rules);
  const state = accountState(input.account, contracts, rules);
  const whole = { ...order('BTC', 'long', '4', 'isolated'), ...change };
  const asked = Object.fromEntries(
    Object.entries(whole).filter(([name]) => !without.includes(name as keyof Order)),
  ) as unknown as Order;
  const mode: MarginMode = asked.marginMode ?? 'isolated';
  return orderTerms(asked, mode, state, contracts.of('BTC'), rules);
}

const text = (amount: Amount) => (isUnknown(amount) ? amount.missing : figure(amount));

describe('the price', () => {
  const marked = { instrument: { markPrice: d('105') } };

  it('is that of the order, and the mark of a market order whatever it says', () => {
    expect(text(termsOf({ type: 'limit', price: d('99') }, marked).price)).toBe('99');
    expect(text(termsOf({ type: 'other', price: d('99') }, marked).price)).toBe('99');
    expect(text(termsOf({ type: 'market', price: d('99') }, marked).price)).toBe('105');
    expect(text(termsOf({ type: 'other' }, marked, ['price']).price)).toEqual(['order.price']);
  });

  it('takes the mark that an open position of the symbol shows where the contract has none', () => {
    const { markPrice: _mark, ...unmarked } = contract();
    const rowOf = (symbol: string, markPrice?: string) => {
      const { markPrice: _own, ...row } = position(symbol, 'long', '1', 'cross');
      return markPrice === undefined ? row : { ...row, markPrice: d(markPrice) };
    };
    const markOf = (...positions: readonly Position[]) => {
      const rules = baseRules;
      const contracts = new Contracts({ BTC: unmarked, ETH: contract() }, rules);
      const { account } = sceneInput({ balance: '1', positions });
      const state = accountState(account, contracts, rules);
      return text(
        orderTerms(order('BTC', 'long', '4', 'cross'), 'cross', state, contracts.of('BTC'), rules).mark,
      );
    };
    expect(markOf(rowOf('ETH', '90'), rowOf('BTC'), rowOf('BTC', '98'))).toBe('98');
    expect(markOf(rowOf('ETH', '90'), rowOf('BTC'))).toEqual(['instruments.BTC.markPrice']);
    expect(text(termsOf({}, { ...marked, positions: [rowOf('BTC', '98')] }).mark)).toBe('105');
  });
});

describe('the size', () => {
  const held = (symbol: string, side: 'long' | 'short', size: string) =>
    position(symbol, side, size, 'cross');

  it('of a close without one is the position it stands against', () => {
    const positions = [held('ETH', 'short', '1'), held('BTC', 'long', '2'), held('BTC', 'short', '3')];
    const close = { effect: 'close' as const, marginMode: 'cross' as const };
    expect(text(termsOf(close, { positions }, ['size']).size)).toBe('3');
    expect(text(termsOf({ ...close, side: 'short' }, { positions }, ['size']).size)).toBe('2');
    expect(text(termsOf(close, { positions }).size)).toBe('4');
  });

  it('of a close without one is that of its own mode where both modes stand', () => {
    const alone = position('BTC', 'short', '9', 'isolated', { margin: d('1') });
    const positions = [alone, held('BTC', 'short', '3')];
    expect(text(termsOf({ effect: 'close', marginMode: 'cross' }, { positions }, ['size']).size)).toBe('3');
    expect(text(termsOf({ effect: 'close' }, { positions }, ['size']).size)).toBe('9');
    const { marginMode: _mode, ...modeless } = alone;
    const unsure = { positions: [modeless, held('BTC', 'short', '3')] };
    expect(text(termsOf({ effect: 'close', marginMode: 'cross' }, unsure, ['size']).size)).toBe('9');
  });

  it('of anything else has to be given', () => {
    const positions = [held('BTC', 'short', '3')];
    expect(text(termsOf({ effect: 'reduce' }, { positions }, ['size']).size)).toEqual(['order.size']);
    expect(text(termsOf({}, { positions }, ['size']).size)).toEqual(['order.size']);
    expect(text(termsOf({ effect: 'close' }, {}, ['size']).size)).toEqual(['order.size']);
    expect(text(termsOf({ size: d('0') }).size)).toEqual(['order.size']);
  });
});

describe('the margin of a size', () => {
  const marginFor = (size: string, change: Partial<Order>, scene: Scene = {}) =>
    text(termsOf(change, scene).marginFor(parse(d(size))));

  it('is its value at the price over the leverage', () => {
    // 2 x 100 / 10; 2 x 80 / 5.
    expect(marginFor('2', {})).toBe('20');
    expect(marginFor('2', { price: d('80'), leverage: d('5') })).toBe('32');
  });

  it('is valued at the mark where the venue does so, in the mode in which it does so', () => {
    const marked = { markPrice: d('110') };
    expect(marginFor('2', {}, { instrument: marked, rules: { initialMarginAt: 'mark' } })).toBe('22');
    expect(marginFor('2', {}, { instrument: marked, rules: { crossInitialMarginAt: 'mark' } })).toBe('20');
    expect(
      marginFor(
        '2',
        { marginMode: 'cross' },
        { instrument: marked, rules: { crossInitialMarginAt: 'mark' } },
      ),
    ).toBe('22');
  });

  it("is the trader's own on isolated, in proportion", () => {
    expect(marginFor('4', { margin: d('30') })).toBe('30');
    expect(marginFor('1', { margin: d('30') })).toBe('7.5');
    expect(marginFor('4', { margin: d('30'), marginMode: 'cross' })).toBe('40');
  });

  it('is none where coins are put up in its place on isolated', () => {
    expect(marginFor('4', { collateralCoins: d('0.5') })).toBe('0');
    expect(marginFor('4', { collateralCoins: d('0.5'), margin: d('30') })).toBe('30');
    expect(marginFor('4', { collateralCoins: d('0.5'), marginMode: 'cross' })).toBe('40');
  });

  it('grows with the size, and with what is held on its side, symbol and mode, where the venue has it so', () => {
    const sizeRate = { base: d('0.01'), perUnit: d('0'), initialBase: d('0.02'), initialPerUnit: d('0.001') };
    const beside = (...positions: readonly Position[]) =>
      marginFor(
        '2',
        { marginMode: 'cross' },
        { instrument: { sizeRate }, rules: { model: 'deribit' }, positions },
      );
    // 200 x (0.02 + 2 x 0.001); with 3 held (500 x 0.025) - (300 x 0.023).
    expect(beside()).toBe('4.4');
    expect(beside(position('BTC', 'long', '3', 'cross'))).toBe('5.6');
    expect(beside(position('ETH', 'long', '3', 'cross'))).toBe('4.4');
    expect(beside(position('BTC', 'short', '3', 'cross'))).toBe('4.4');
    expect(beside(position('BTC', 'long', '3', 'isolated'))).toBe('4.4');
  });

  it('has a reserve beside it on isolated where the venue keeps one', () => {
    // 200 x (1 / 10 + 0.001).
    const rules = { isolatedMarginBuffer: d('0.001') };
    expect(marginFor('2', {}, { rules })).toBe('20.2');
    expect(marginFor('2', { marginMode: 'cross' }, { rules })).toBe('20');
  });
});

describe('collateral in coins', () => {
  it('is in proportion to the size, and on isolated only', () => {
    const coins = (change: Partial<Order>, size: string) => {
      const collateral = termsOf(change).collateralFor(parse(d(size)));
      return collateral && [text(collateral.coins), text(collateral.owed)];
    };
    expect(coins({ collateralCoins: d('0.5') }, '4')).toEqual(['0.5', '0']);
    expect(coins({ collateralCoins: d('0.5') }, '1')).toEqual(['0.125', '0']);
    expect(coins({ collateralCoins: d('0.5'), marginMode: 'cross' }, '4')).toBeUndefined();
    expect(coins({}, '4')).toBeUndefined();
  });
});

describe('the rest of it', () => {
  it('is the opening fee as maker of a limit order, else as taker', () => {
    // 4 x 100 x 0.1 %, 4 x 100 x 0.3 %.
    const instrument = { makerFee: d('0.001'), takerFee: d('0.003') };
    expect(text(termsOf({ type: 'limit' }, { instrument }).openFee)).toBe('0.4');
    expect(text(termsOf({ type: 'market' }, { instrument }).openFee)).toBe('1.2');
    expect(text(termsOf({ type: 'other' }, { instrument }).openFee)).toBe('1.2');
  });

  it('is hedge mode where the page says so, and on GMX', () => {
    expect(termsOf({}).positionMode).toBeUndefined();
    expect(termsOf({ positionMode: 'one-way' }).positionMode).toBe('one-way');
    expect(termsOf({}, { rules: { model: 'gmx' } }).positionMode).toBe('hedge');
    expect(termsOf({ positionMode: 'one-way' }, { rules: { model: 'gmx' } }).positionMode).toBe('one-way');
  });

  it('is what the order says', () => {
    expect(termsOf({ side: 'short', effect: 'reduce' })).toMatchObject({
      symbol: 'BTC',
      side: 'short',
      effect: 'reduce',
      mode: 'isolated',
    });
    expect(text(termsOf({ leverage: d('0') }).leverage)).toEqual(['order.leverage']);
  });
});

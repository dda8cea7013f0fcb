import { describe, expect, it } from 'vitest';
import { contract, order, position, sceneInput } from '../../test/support/engine-input.ts';
import type { Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';
import { isUnknown } from '../domain/known.ts';
import type { Order } from '../domain/order.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { accountState } from './account-state.ts';
import { type Amount, figure } from './amount.ts';
import { applyOrder, takesFeeFromMargin } from './apply-order.ts';
import { Contracts } from './contract.ts';
import { orderTerms } from './order-terms.ts';

const d = decimal;
const fee = { makerFee: d('0.01') };

interface Scene {
  readonly balance?: string;
  readonly positions?: readonly Position[];
  readonly order: Order;
  readonly instrument?: Partial<Instrument>;
  readonly rules?: Partial<VenueRules>;
}

/** The account after the order: cash, each position as text, which one is the order's, and how much it opened. */
function applied(scene: Scene) {
  const rules = { ...baseRules, ...scene.rules };
  const instruments = { BTC: contract(scene.instrument), ETH: contract() };
  const input = sceneInput({
    balance: scene.balance ?? '1000',
    instruments,
    positions: scene.positions ?? [],
  });
  const contracts = new Contracts(instruments, rules);
  const state = accountState(input.account, contracts, rules);
  const mode = scene.order.marginMode ?? {
    known: false as const,
    why: 'missing-input' as const,
    field: 'order.marginMode',
  };
  const terms = orderTerms(scene.order, mode, state, contracts.of('BTC'), rules);
  const { after, own, ownIndex, opened } = applyOrder(state, terms, contracts.of('BTC'), rules);
  const text = (amount: Amount) =>
    isUnknown(amount) ? (amount.missing ?? [amount.field]).join(' ') : figure(amount);
  return {
    cash: text(after.crossBalance),
    opened: text(opened),
    ownIndex,
    own: own === null ? null : own === after.holdings[ownIndex],
    holdings: after.holdings.map(({ terms: { symbol, side, mode: at, size, entry, margin, leverage } }) =>
      [symbol, side, isUnknown(at) ? '?' : at, text(size), text(entry), text(margin), text(leverage)].join(
        ' ',
      ),
    ),
  };
}

const without = <T extends object>(whole: T, ...names: readonly (keyof T)[]): T =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name as keyof T))) as T;

const long = (change: Partial<Position> = {}) =>
  position('BTC', 'long', '10', 'isolated', { margin: d('100'), ...change });
const eth = position('ETH', 'long', '1', 'cross', { margin: d('0') });

describe('opening', () => {
  it('takes fee and isolated margin out of the cash; cross takes the fee alone', () => {
    // 1,000 of value: margin 100, fee 10.
    expect(
      applied({ order: order('BTC', 'short', '10', 'isolated'), instrument: fee, positions: [eth] }),
    ).toEqual({
      cash: '890',
      opened: '10',
      ownIndex: 1,
      own: true,
      holdings: ['ETH long cross 1 100 0 10', 'BTC short isolated 10 100 100 10'],
    });
    expect(applied({ order: order('BTC', 'short', '10', 'cross'), instrument: fee })).toMatchObject({
      cash: '990',
      holdings: ['BTC short cross 10 100 0 10'],
    });
  });

  it('pays the fee out of isolated margin where the venue does so', () => {
    const rules = { openFeeFromMargin: true };
    // 100 put up, of which 10 are fee: 90 of margin, 900 of cash.
    expect(applied({ order: order('BTC', 'long', '10', 'isolated'), instrument: fee, rules })).toMatchObject({
      cash: '900',
      holdings: ['BTC long isolated 10 100 90 10'],
    });
    expect(applied({ order: order('BTC', 'long', '10', 'cross'), instrument: fee, rules })).toMatchObject({
      cash: '990',
      holdings: ['BTC long cross 10 100 0 10'],
    });
    expect(takesFeeFromMargin({ ...baseRules, ...rules }, 'isolated')).toBe(true);
    expect(takesFeeFromMargin({ ...baseRules, ...rules }, 'cross')).toBe(false);
    expect(takesFeeFromMargin(baseRules, 'isolated')).toBe(false);
  });

  it('adds margin to margin at the average entry, with the leverage of the ticket', () => {
    // (10 x 100 + 30 x 80) / 40 = 85; margin 100 + 30 x 80 / 8 = 400; cash 1,000 - 300.
    expect(
      applied({
        positions: [eth, long()],
        order: order('BTC', 'long', '30', 'isolated', { price: d('80'), leverage: d('8') }),
      }),
    ).toEqual({
      cash: '700',
      opened: '30',
      ownIndex: 1,
      own: true,
      holdings: ['ETH long cross 1 100 0 10', 'BTC long isolated 40 85 400 8'],
    });
  });

  it('on cross adds no margin, whatever the row said', () => {
    const held = position('BTC', 'long', '10', 'cross', { margin: d('7') });
    expect(applied({ positions: [held], order: order('BTC', 'long', '10', 'cross') }).holdings).toEqual([
      'BTC long cross 20 100 0 10',
    ]);
  });
});

describe('which position an order meets', () => {
  const cross = position('BTC', 'long', '10', 'cross', { margin: d('0') });
  const modeless = without(cross, 'marginMode');

  it('is one of its own mode', () => {
    expect(
      applied({ positions: [cross], order: order('BTC', 'long', '1', 'isolated') }).holdings,
    ).toHaveLength(2);
    expect(
      applied({ positions: [cross], order: order('BTC', 'short', '1', 'isolated') }).holdings,
    ).toHaveLength(2);
    expect(
      applied({ positions: [cross, long()], order: order('BTC', 'long', '1', 'isolated') }),
    ).toMatchObject({
      ownIndex: 1,
    });
  });

  it('may be one whose mode is not known: what its margin does to the cash is not known then', () => {
    const modeOfRow = 'account.positions[0].marginMode';
    expect(applied({ positions: [modeless], order: order('BTC', 'long', '10', 'cross') })).toMatchObject({
      cash: modeOfRow,
      holdings: ['BTC long cross 20 100 0 10'],
    });
    expect(applied({ positions: [modeless], order: order('BTC', 'long', '10', 'isolated') })).toMatchObject({
      cash: modeOfRow,
      holdings: [`BTC long isolated 20 100 ${modeOfRow} 10`],
    });
    expect(applied({ positions: [modeless], order: order('BTC', 'short', '4', 'cross') })).toMatchObject({
      cash: modeOfRow,
      holdings: [`BTC long ? 6 100 ${modeOfRow} 10`],
    });
  });

  it('is met by an order whose mode is not known, and is then in a mode that is not known', () => {
    const bare = without(order('BTC', 'long', '10', 'cross'), 'marginMode');
    expect(applied({ positions: [cross], order: bare })).toMatchObject({
      cash: 'order.marginMode',
      holdings: ['BTC long ? 20 100 order.marginMode 10'],
    });
  });

  it('is none of another symbol', () => {
    expect(applied({ positions: [eth], order: order('BTC', 'long', '1', 'cross') }).holdings).toHaveLength(2);
    expect(applied({ positions: [eth], order: order('BTC', 'short', '1', 'cross') }).holdings).toHaveLength(
      2,
    );
  });

  it('is the leg of its side where both sides stand', () => {
    const short = position('BTC', 'short', '3', 'cross', { margin: d('0') });
    expect(applied({ positions: [cross, short], order: order('BTC', 'short', '1', 'cross') })).toMatchObject({
      ownIndex: 1,
      opened: '1',
      holdings: ['BTC long cross 10 100 0 10', 'BTC short cross 4 100 0 10'],
    });
    expect(applied({ positions: [short, cross], order: order('BTC', 'short', '1', 'cross') }).ownIndex).toBe(
      0,
    );
    // A way out still goes against the other side.
    expect(
      applied({ positions: [cross, short], order: order('BTC', 'short', '1', 'cross', { effect: 'reduce' }) })
        .holdings,
    ).toEqual(['BTC long cross 9 100 0 10', 'BTC short cross 3 100 0 10']);
  });

  it('is none in hedge mode but its own leg', () => {
    const hedge = order('BTC', 'short', '1', 'cross', { positionMode: 'hedge' });
    expect(applied({ positions: [cross], order: hedge })).toMatchObject({ ownIndex: 1, opened: '1' });
    const oneWay = order('BTC', 'short', '1', 'cross', { positionMode: 'one-way' });
    expect(applied({ positions: [cross], order: oneWay })).toMatchObject({ ownIndex: 0, opened: '0' });
  });
});

describe('reducing', () => {
  it('gives margin back in proportion, realises the part and pays the fee', () => {
    // 4 of 10 at 95: 40 released, 20 lost, fee 4 x 95 x 1 % = 3.8.
    const reduced = {
      ...order('BTC', 'short', '4', 'isolated', { price: d('95') }),
      effect: 'reduce' as const,
    };
    expect(applied({ positions: [eth, long()], order: reduced, instrument: fee })).toEqual({
      cash: '1016.2',
      opened: '0',
      ownIndex: 1,
      own: true,
      holdings: ['ETH long cross 1 100 0 10', 'BTC long isolated 6 100 60 10'],
    });
  });

  it('on cross releases no margin, whatever the row said', () => {
    const held = position('BTC', 'long', '10', 'cross', { margin: d('70') });
    expect(
      applied({ positions: [held], order: order('BTC', 'short', '4', 'cross', { price: d('95') }) }),
    ).toMatchObject({ cash: '980', holdings: ['BTC long cross 6 100 0 10'] });
  });

  it('closes all of it and no more', () => {
    const close = (size: string, effect: 'reduce' | 'close' | 'open') =>
      applied({ positions: [long(), eth], order: { ...order('BTC', 'short', size, 'isolated'), effect } });
    const closed = {
      cash: '1100',
      opened: '0',
      ownIndex: -1,
      own: null,
      holdings: ['ETH long cross 1 100 0 10'],
    };
    expect(close('10', 'reduce')).toEqual(closed);
    expect(close('25', 'reduce')).toEqual(closed);
    expect(close('10', 'open')).toEqual(closed);
    expect(
      applied({
        positions: [long(), eth],
        order: without({ ...order('BTC', 'short', '1', 'isolated'), effect: 'close' as const }, 'size'),
      }),
    ).toEqual(closed);
  });

  it('of nothing changes nothing', () => {
    const reduced = order('BTC', 'long', '4', 'isolated', { effect: 'reduce' });
    expect(applied({ order: reduced })).toEqual({
      cash: '1000',
      opened: '0',
      ownIndex: -1,
      own: null,
      holdings: [],
    });
    expect(applied({ positions: [eth, long()], order: reduced, instrument: fee })).toEqual({
      cash: '1000',
      opened: '0',
      ownIndex: 1,
      own: true,
      holdings: ['ETH long cross 1 100 0 10', 'BTC long isolated 10 100 100 10'],
    });
  });

  it('flips with what is left, and pays the fee once', () => {
    // 25 at 100: fee 25. 100 of margin back, 150 taken for the short of 15.
    expect(
      applied({ positions: [eth, long()], order: order('BTC', 'short', '25', 'isolated'), instrument: fee }),
    ).toEqual({
      cash: '925',
      opened: '15',
      ownIndex: 1,
      own: true,
      holdings: ['ETH long cross 1 100 0 10', 'BTC short isolated 15 100 150 10'],
    });
  });

  it('by an unknown size leaves size and cash unknown and names both', () => {
    const unsized = without(order('BTC', 'short', '4', 'isolated', { effect: 'reduce' }), 'size');
    expect(applied({ positions: [long()], order: unsized })).toMatchObject({
      cash: 'order.size',
      opened: 'order.size',
      ownIndex: 0,
      own: true,
      holdings: ['BTC long isolated order.size 100 100 10'],
    });
    const sizeless = long({ size: d('0') });
    expect(applied({ positions: [sizeless], order: order('BTC', 'short', '4', 'isolated') })).toMatchObject({
      cash: '1000',
      holdings: ['BTC long isolated account.positions[0].size 100 100 10'],
    });
  });
});

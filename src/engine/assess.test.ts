import { describe, expect, it } from 'vitest';
import {
  assessOrder,
  assessScene,
  contract,
  order,
  position,
  sceneInput,
} from '../../test/support/engine-input.ts';
import type { AssessInput } from '../domain/assess-input.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Order } from '../domain/order.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { assess } from './assess.ts';
import { parse, plain } from './decimal.ts';

const d = decimal;
const alone = position('BTC', 'long', '10', 'isolated', { margin: d('50') });
const cross = position('ETH', 'long', '10', 'cross');
const plans = ['horizonHours', 'slippage', 'reachMove'].map((name) => `assumptions.${name}`);

describe('an account without an order', () => {
  it('has the equity of all of it, and the ratio of its one position', () => {
    // 200 of cash and 50 of margin; 1,000 x 0.5 % of 50.
    const { equity, marginRatio, shocks, positions } = assessScene({ balance: '200', positions: [alone] });
    expect(equity).toEqual({ before: '250', after: '250' });
    expect(marginRatio).toEqual({ before: '0.1', after: '0.1' });
    expect(new Set(shocks.map(({ marginMode }) => marginMode))).toEqual(new Set(['isolated']));
    expect(shocks.map(({ scope }) => scope)).toEqual(Array(6).fill('together'));
    expect(positions).toHaveLength(1);
    expect(positions[0]?.exposedToThisOrder).toBe(false);
  });

  it('of several positions has the ratio of the pool', () => {
    const { marginRatio, shocks } = assessScene({ balance: '200', positions: [alone, cross] });
    expect(marginRatio.after).toBe('0.025');
    expect(shocks[0]).toMatchObject({ marginMode: 'isolated', move: '-0.02' });
    const { shocks: others } = assessScene({ balance: '200', positions: [cross, alone] });
    expect(others[0]?.marginMode).toBe('cross');
  });

  it('has no ratio where nothing is left of it', () => {
    const noRatio = { known: false, why: 'undefined-ratio', field: 'marginRatio' };
    expect(assessScene({ balance: '-1', positions: [cross] }).marginRatio.after).toEqual(noRatio);
    expect(assessScene({ balance: '0', positions: [cross] }).marginRatio.after).toEqual(noRatio);
    const under = { ...alone, entryPrice: d('105') };
    expect(assessScene({ balance: '200', positions: [under] }).marginRatio.after).toEqual(noRatio);
  });

  it('of none has no risk', () => {
    const nothing = assessScene({ balance: '200' });
    expect(nothing.equity.after).toBe('200');
    expect(nothing.marginRatio.after).toBe('0');
    expect(nothing.positions).toEqual([]);
    expect(nothing.shocks[0]?.marginMode).toBe('cross');
  });

  it('says what was assumed, by whoever made the input first', () => {
    const own = { field: 'venue', value: 'generic', why: 'unheard of' };
    const input = { ...sceneInput({ balance: '200' }), assumed: [own] };
    expect(assess(input, baseRules).assumed.map(({ field }) => field)).toEqual(['venue', ...plans]);
    const ordered = {
      ...sceneInput({ balance: '200', order: order('BTC', 'long', '1', 'cross') }),
      assumed: [own],
    };
    expect(assess(ordered, baseRules).assumed.map(({ field }) => field)).toEqual(['venue', ...plans]);
  });

  it('says of itself what was planned with, where the input has nothing to say', () => {
    expect(assessScene({ balance: '200' }).assumed.map(({ field }) => field)).toEqual(plans);
  });

  it('on an exchange nobody described has no more figures than elsewhere', () => {
    const BTC = contract({ takerFee: d('0.01') });
    const input = sceneInput({ balance: '0', instruments: { BTC }, positions: [alone] });
    const generic = { ...baseRules, alsoUnder: [{ triggerFee: 'taker' as const }] };
    const exposure = assess(input, generic);
    expect(exposure).not.toHaveProperty('remedies');
    // 50 + 10 (P - 100) = 10 P x 0.015, where the rules alone say 0.005.
    expect(exposure.positions[0]?.liquidation).toMatchObject({
      price: plain(parse(d('950')).div(d('9.85'))),
    });
    expect(exposure.marginRatio.after).toBe('0.1');
  });

  it('says so of an exchange whose own rules are not all known, unless the input brings rules', () => {
    const input: AssessInput = { ...sceneInput({ balance: '200' }), venue: 'htx' };
    const rules = { ...baseRules, alsoUnder: [{ triggerFee: 'taker' as const }] };
    expect(assess(input, rules).assumed[0]).toMatchObject({ field: 'venue', value: 'generic' });
    const fields = (given: AssessInput, under: VenueRules) =>
      assess(given, under).assumed.map(({ field }) => field);
    expect(fields(input, baseRules)).toEqual(plans);
    expect(fields({ ...input, venue: 'generic' }, rules)).toEqual(plans);
    expect(fields({ ...input, rules: { triggerFee: 'none' } }, rules)).toEqual(plans);
  });

  it('is a lower bound where its balance is', () => {
    const bound = (crossBalanceIsLowerBound: boolean, ticket?: Order) =>
      assessScene({
        balance: '200',
        account: { crossBalanceIsLowerBound },
        ...(ticket && { order: ticket }),
      });
    expect(bound(true).atLeast).toBe(true);
    expect(bound(false)).not.toHaveProperty('atLeast');
    expect(bound(true, order('BTC', 'long', '1', 'cross')).atLeast).toBe(true);
    expect(bound(false, order('BTC', 'long', '1', 'cross'))).not.toHaveProperty('atLeast');
  });
});

describe('the figures of a ticket', () => {
  const BTC = contract({ makerFee: d('0.001'), takerFee: d('0.002'), fundingRate: d('0.0005') });
  const ticket = (change: Partial<Order> = {}, scene: object = {}) =>
    assessOrder({
      balance: '1000',
      instruments: { BTC, ETH: contract() },
      order: order('BTC', 'long', '10', change.marginMode ?? 'cross', change),
      ...scene,
    });

  it('are its value, its fees both ways and its funding, and their share of the margin', () => {
    // 1,000 of value: 1 in, 2 out, of a margin of 100; 0.5 each 8 hours, 1.5 a day.
    expect(ticket()).toMatchObject({
      symbol: 'BTC',
      side: 'long',
      marginMode: 'cross',
      notional: '1000',
      initialMargin: '100',
      fees: { open: '1', close: '2', roundTripOfMargin: '0.03' },
      funding: { perInterval: '0.5', toHorizon: '1.5', ofMargin: '0.015' },
    });
    expect(ticket({ side: 'short' })).toMatchObject({
      side: 'short',
      funding: { perInterval: '-0.5', toHorizon: '-1.5', ofMargin: '-0.015' },
    });
  });

  it('have no share of a margin that is nothing', () => {
    const held = position('BTC', 'short', '10', 'cross');
    const { fees, funding, initialMargin, liquidation } = ticket({ effect: 'close' }, { positions: [held] });
    expect(initialMargin).toBe('0');
    expect(fees.roundTripOfMargin).toMatchObject({ why: 'undefined-ratio', field: 'fees.roundTripOfMargin' });
    expect(funding.ofMargin).toMatchObject({ why: 'undefined-ratio', field: 'funding.ofMargin' });
    expect(liquidation).toEqual({ kind: 'none', why: 'no-position' });
  });

  it('compare the plan with the worst: the loss at the stop, else the margin', () => {
    // 999 behind it; 100 of margin.
    expect(ticket().plannedVersusExposed).toEqual({ planned: '100', exposed: '999', ratio: '9.99' });
    // To 90: 100, 1 in, 1.8 out, 1.5 of funding and 0.9 of slippage.
    expect(ticket({ stopLoss: d('90') }).plannedVersusExposed).toMatchObject({
      planned: '105.2',
      exposed: '999',
    });
    const held = position('BTC', 'short', '10', 'cross');
    expect(ticket({ effect: 'close' }, { positions: [held] }).plannedVersusExposed.ratio).toMatchObject({
      why: 'undefined-ratio',
      field: 'plannedVersusExposed.ratio',
    });
  });

  it('have the equity and the ratio of what stands behind it, before and after', () => {
    const held = position('BTC', 'long', '10', 'cross', { entryPrice: d('90') });
    const added = ticket({}, { positions: [held] });
    expect(added.equity).toEqual({ before: '1100', after: '1099' });
    // 5 of 1,100; 10 of 1,099.
    expect(added.marginRatio.before).toMatch(/^0\.0045454/);
    expect(added.marginRatio.after).toMatch(/^0\.0090991/);
    const isolated = ticket({ marginMode: 'isolated' });
    expect(isolated.marginRatio).toMatchObject({
      before: { why: 'undefined-ratio', field: 'marginRatio' },
      after: '0.05',
    });
    const { marginRatio } = ticket(
      { marginMode: 'isolated', effect: 'close', side: 'short' },
      { positions: [alone], rules: { modeScope: 'position' } },
    );
    expect(marginRatio).toMatchObject({ after: { why: 'undefined-ratio', field: 'marginRatio' } });
    expect(ticket().marginRatio.before).toBe('0');
    // 50 of margin before; 5 of 1,000 x 0.5 %.
    const grown = ticket({ marginMode: 'isolated' }, { positions: [alone] });
    expect(grown.marginRatio.before).toBe('0.1');
    // On cross the pool's, whatever is left of the order's own position: 5 of 1,000 less a fee of 1.
    const closed = ticket(
      { side: 'short', effect: 'close' },
      { positions: [position('BTC', 'long', '10', 'cross'), cross] },
    );
    expect(closed.liquidation).toEqual({ kind: 'none', why: 'no-position' });
    expect(closed.marginRatio).toEqual({ before: '0.01', after: plain(parse(d('5')).div(999)) });
  });

  it('say that a market order fills at the mark', () => {
    const { assumed } = ticket({ type: 'market' });
    expect(assumed.map(({ field }) => field)).toEqual(['order.price', ...plans]);
    expect(assumed[0]).toEqual({ field: 'order.price', value: '100', why: 'market order: the mark is used' });
    expect(ticket({ type: 'other' }).assumed.map(({ field }) => field)).toEqual(plans);
    const { markPrice: _, ...unmarked } = BTC;
    const blind = ticket({ type: 'market' }, { instruments: { BTC: unmarked } });
    expect(blind.assumed.map(({ field }) => field)).toEqual(plans);
  });

  it('show the other mode where the venue offers it', () => {
    expect(ticket().otherMode).toMatchObject({
      marginMode: 'isolated',
      initialMargin: '100',
      idle: { atRisk: '0' },
    });
    expect(ticket({ marginMode: 'isolated' }).otherMode).toMatchObject({
      marginMode: 'cross',
      losses: { worst: { amount: '999' } },
    });
    for (const modes of [['cross'], []])
      expect(ticket({}, { rules: { modes } }).otherMode).toMatchObject({
        why: 'model-not-supported',
        field: 'rules.modes',
      });
    const held = position('BTC', 'short', '10', 'cross');
    expect(ticket({ effect: 'close' }, { positions: [held] }).otherMode).toMatchObject({
      liquidation: { kind: 'none', why: 'no-position' },
    });
  });

  it('tell shocks in every mode the venue offers', () => {
    const modesOf = (modes: readonly string[]) => [
      ...new Set(ticket({}, { rules: { modes } }).shocks.map(({ marginMode }) => marginMode)),
    ];
    expect(modesOf(['cross', 'isolated'])).toEqual(['cross', 'isolated']);
    expect(modesOf(['cross'])).toEqual(['cross']);
  });

  it('move against the position it leaves, whichever side the order is', () => {
    const held = position('BTC', 'long', '20', 'cross');
    const reduced = ticket({ side: 'short' }, { positions: [held] });
    expect(reduced.shocks[0]?.move).toBe('-0.02');
    expect(ticket({ side: 'short' }).shocks[0]?.move).toBe('0.02');
  });

  it('speak of a hedge only where there are coins', () => {
    expect(ticket()).not.toHaveProperty('hedge');
    const coins = [{ symbol: 'BTC', amount: d('1'), inMarginAccount: false }];
    expect(ticket({}, { account: { coins } }).hedge).toEqual({ kind: 'none' });
  });

  it('call coins a hedge of a short of their own symbol alone', () => {
    const coins = [{ symbol: 'BTC', amount: d('4'), inMarginAccount: true, weight: d('1') }];
    const hedgeOf = (change: Partial<Order>, scene: object = {}) =>
      ticket({ side: 'short', ...change }, { account: { coins }, ...scene }).hedge;
    expect(hedgeOf({})).toEqual({ kind: 'in-margin', covered: '4', coveredInMargin: '4' });
    const others = { account: { coins: coins.map((coin) => ({ ...coin, symbol: 'ETH' })) } };
    expect(hedgeOf({}, others)).toEqual({ kind: 'none' });
    const held = position('BTC', 'short', '10', 'cross');
    expect(hedgeOf({ side: 'long', effect: 'close' }, { positions: [held] })).toEqual({ kind: 'none' });
    expect(hedgeOf({}, { instruments: {} })).toMatchObject({ missing: ['instruments.BTC.kind'] });
    const { marginMode: _, ...modeless } = order('BTC', 'short', '10', 'cross');
    const unsure = assessOrder({
      balance: '1000',
      instruments: { BTC },
      account: { coins },
      order: modeless,
    });
    expect(unsure.hedge).toMatchObject({ missing: ['order.marginMode'] });
  });
});

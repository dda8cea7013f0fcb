import { describe, expect, it } from 'vitest';
import { assessOrder, assessScene, contract, order, position } from '../../test/support/engine-input.ts';
import type { Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';
import type { Order } from '../domain/order.ts';
import type { VenueRules } from '../domain/venue.ts';

function without<T extends object>(whole: T, ...names: readonly (keyof T)[]): T {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name as keyof T))) as T;
}

const instrument = (...names: readonly (keyof Instrument)[]) => ({ BTC: without(contract(), ...names) });
const ticket = (...names: readonly (keyof Order)[]) => without(order('BTC', 'long', '10', 'cross'), ...names);
const held = (...names: readonly (keyof Position)[]) =>
  without(position('ETH', 'long', '1', 'cross'), ...names);
const withEth = (btc: Readonly<Record<string, Instrument>>) => ({ ...btc, ETH: contract() });

describe('a missing input makes what depends on it unknown, and is named', () => {
  it('all of them, not only the first', () => {
    const { liquidation } = assessOrder({
      instruments: withEth(instrument('tiers')),
      positions: [held('markPrice'), held('entryPrice')],
      order: ticket('size'),
    });
    expect(liquidation).toEqual({
      known: false,
      why: 'missing-input',
      field: 'account.crossBalance',
      missing: [
        'account.crossBalance',
        'order.size',
        'account.positions[1].entryPrice',
        'instruments.BTC.tiers',
      ],
    });
  });

  it('without a balance the worst loss on cross is unknown, never small, and isolated still has its own', () => {
    const cross = assessOrder({ order: ticket() });
    expect(cross.losses.worst).toMatchObject({ known: false, missing: ['account.crossBalance'] });
    expect(cross.idle.atRisk).toMatchObject({ known: false });
    const isolated = assessOrder({ order: { ...ticket(), marginMode: 'isolated' } });
    expect(isolated.losses.worst).toEqual({ amount: '100', why: 'isolated-margin' });
    expect(isolated.liquidation).toMatchObject({ kind: 'price' });
    expect(isolated.idle).toMatchObject({ balance: { known: false }, atRisk: '0' });
  });

  it('without a mark a position that is due at every price is due at a price that is not known', () => {
    // 5,000 of debt behind a short of 10: even at 0 it gains no more than 1,000.
    const due = {
      balance: '-5000',
      positions: [without(position('BTC', 'short', '10', 'cross'), 'markPrice')],
    };
    const [gone] = assessScene({ ...due, instruments: instrument('markPrice') }).positions;
    expect(gone?.liquidation).toMatchObject({ known: false, missing: ['account.positions[0].markPrice'] });
    const [there] = assessScene({ ...due, instruments: instrument() }).positions;
    expect(there?.liquidation).toMatchObject({ kind: 'price', price: '100' });
  });

  it('without brackets: liquidation unknown, fees, margin and worst loss known', () => {
    const exposure = assessOrder({ balance: '1000', instruments: instrument('tiers'), order: ticket() });
    expect(exposure.liquidation).toMatchObject({ missing: ['instruments.BTC.tiers'] });
    expect(exposure.losses.atLiquidation).toMatchObject({ missing: ['instruments.BTC.tiers'] });
    expect(exposure.losses.worst).toEqual({ amount: '1000', why: 'cross-scope' });
    expect(exposure.fees.open).toBe('0');
    expect(exposure.initialMargin).toBe('100');
    expect(exposure.idle.atRisk).toBe('900');
    expect(exposure.marginRatio.after).toMatchObject({ missing: ['instruments.BTC.tiers'] });
  });

  it.each([
    ['order.leverage', ticket('leverage'), 'initialMargin'],
    ['order.price', ticket('price'), 'notional'],
    ['order.size', ticket('size'), 'notional'],
    ['order.size', ticket('size'), 'orderCost'],
  ] as const)('%s', (path, without1, figure) => {
    expect(assessOrder({ balance: '1000', order: without1 })[figure]).toMatchObject({ missing: [path] });
  });

  it.each([
    ['instruments.BTC.makerFee', 'makerFee', (each: ReturnType<typeof assessOrder>) => each.fees.open],
    ['instruments.BTC.takerFee', 'takerFee', (each: ReturnType<typeof assessOrder>) => each.fees.close],
    [
      'instruments.BTC.fundingRate',
      'fundingRate',
      (each: ReturnType<typeof assessOrder>) => each.funding.perInterval,
    ],
    [
      'instruments.BTC.fundingIntervalHours',
      'fundingIntervalHours',
      (each: ReturnType<typeof assessOrder>) => each.funding.toHorizon,
    ],
    ['instruments.BTC.markPrice', 'markPrice', (each: ReturnType<typeof assessOrder>) => each.reach.loss],
  ] as const)('%s', (path, name, figure) => {
    const exposure = assessOrder({ balance: '1000', instruments: instrument(name), order: ticket() });
    expect(figure(exposure)).toMatchObject({ known: false, missing: [path] });
  });

  it('an order whose mode is not known has no liquidation and no worst loss, but a notional', () => {
    const exposure = assessOrder({ balance: '1000', order: ticket('marginMode') });
    expect(exposure.marginMode).toMatchObject({ known: false, field: 'order.marginMode' });
    expect(exposure.losses.worst).toMatchObject({ known: false });
    expect(exposure.liquidation).toMatchObject({ known: false });
    expect(exposure.otherMode).toMatchObject({ known: false });
    expect(exposure.notional).toBe('1000');
    expect(exposure.shocks).toHaveLength(24);
  });

  it('an order whose mode is not known does not take that of the position it adds to', () => {
    const exposure = assessOrder({
      balance: '1000',
      positions: [position('BTC', 'long', '10', 'isolated', { margin: decimal('100') })],
      order: { ...ticket('marginMode'), margin: decimal('400') },
    });
    expect(exposure.losses.worst).toMatchObject({ missing: ['order.marginMode'] });
    // 400 count on isolated only.
    expect(exposure.initialMargin).toMatchObject({ missing: ['order.marginMode'] });
    expect(exposure.orderCost).toMatchObject({ missing: ['order.marginMode'] });
    // 1,000 / 10 in either mode, but where the venue values or reserves differently on isolated.
    const margin = (rules: Partial<VenueRules>) =>
      assessOrder({ balance: '1000', rules, order: ticket('marginMode') }).initialMargin;
    expect(margin({})).toBe('100');
    expect(margin({ crossInitialMarginAt: 'mark' })).toMatchObject({ missing: ['order.marginMode'] });
    expect(margin({ isolatedMarginBuffer: decimal('0.0006') })).toMatchObject({
      missing: ['order.marginMode'],
    });
    expect(assessOrder({ balance: '1000', order: ticket('marginMode') }).marginRatio.before).toMatchObject({
      missing: ['order.marginMode'],
    });
  });

  it('a stop below an order of unknown size is on no wrong side: the order may leave a long where a short is', () => {
    const short = position('BTC', 'short', '10', 'cross');
    const bare = { ...ticket('size'), stopLoss: decimal('90') };
    const { losses } = assessOrder({ balance: '1000', positions: [short], order: bare });
    expect(losses.atStop).toMatchObject({ missing: ['order.size'] });
    // 4 of the 10 bought back: what is left is a short, and 90 stops no loss of it.
    const { losses: less } = assessOrder({
      balance: '1000',
      positions: [short],
      order: { ...bare, size: decimal('4') },
    });
    expect(less.atStop).toMatchObject({ kind: 'stop-wrong-side' });
  });

  it('a position of unknown mode that an order closes gives back nobody knows what', () => {
    // Isolated, it would bring 500 into the pool; on cross they are there already.
    const { marginMode: _mode, ...held } = position('BTC', 'long', '10', 'isolated', {
      margin: decimal('500'),
    });
    const exposure = assessOrder({
      balance: '100',
      positions: [held],
      order: order('BTC', 'short', '30', 'isolated'),
    });
    const missing = ['account.positions[0].marginMode'];
    expect(exposure.losses.worst).toEqual({ amount: '200', why: 'isolated-margin' });
    expect(exposure.idle.balance).toMatchObject({ missing });
    expect(exposure.otherMode).toMatchObject({ losses: { worst: { missing } } });
  });

  it('a position of unknown mode makes the pool unknown, and leaves isolated figures alone', () => {
    const exposure = assessOrder({
      balance: '1000',
      positions: [held('marginMode')],
      order: { ...ticket(), marginMode: 'isolated' },
    });
    expect(exposure.losses.worst).toEqual({ amount: '100', why: 'isolated-margin' });
    expect(exposure.equity.before).toMatchObject({ missing: ['account.positions[0].marginMode'] });
  });

  it('a symbol of which nothing is known names its kind', () => {
    const exposure = assessOrder({ balance: '1000', instruments: {}, order: ticket() });
    expect(exposure.notional).toMatchObject({ missing: ['instruments.BTC.kind'] });
  });

  it('a model whose own rates are missing names them, and computes what does not need them', () => {
    const exposure = assessOrder({
      balance: '1000',
      rules: { model: 'gmx' },
      order: { ...ticket(), marginMode: 'isolated' },
    });
    expect(exposure.liquidation).toMatchObject({
      why: 'missing-input',
      missing: ['instruments.BTC.collateral'],
    });
    expect(exposure.losses.worst).toEqual({ amount: '100', why: 'isolated-margin' });
    expect(exposure.reach).toMatchObject({ loss: '100' });
  });
});

describe('what makes no sense comes out as a typed unknown', () => {
  it.each([
    ['price', '0'],
    ['size', '-1'],
    ['leverage', '0'],
  ] as const)('order.%s of %s', (name, value) => {
    const exposure = assessOrder({ balance: '1000', order: { ...ticket(), [name]: decimal(value) } });
    const figure = name === 'leverage' ? exposure.initialMargin : exposure.notional;
    expect(figure).toMatchObject({ known: false, why: 'unparsable', field: `order.${name}` });
  });

  it('a stop at or beyond the entry is on the wrong side', () => {
    for (const stopLoss of ['100', '101']) {
      const exposure = assessOrder({ balance: '1000', order: { ...ticket(), stopLoss: decimal(stopLoss) } });
      expect(exposure.losses.atStop).toEqual({ kind: 'stop-wrong-side', price: stopLoss });
      expect(exposure.plannedVersusExposed.planned).toBe('100');
    }
  });

  it('a stop beyond the liquidation price says so', () => {
    const exposure = assessOrder({
      balance: '1000',
      assumptions: { slippage: decimal('0') },
      order: { ...ticket(), marginMode: 'isolated', stopLoss: decimal('85') },
    });
    // 150 of price, of which the margin of 100 is all that there is to lose.
    expect(exposure.losses.atStop).toMatchObject({
      kind: 'stop-beyond-liquidation',
      amount: '100',
      priceLoss: '150',
    });
  });

  it('ratios over nothing are undefined', () => {
    const exposure = assessOrder({ balance: '0', order: ticket() });
    expect(exposure.idle.share).toMatchObject({ known: false, why: 'undefined-ratio' });
    expect(exposure.reach.share).toMatchObject({ known: false, why: 'undefined-ratio' });
  });

  it('an account already past its liquidation has no room left', () => {
    const { positions } = assessScene({
      balance: '-90',
      positions: [
        position('BTC', 'long', '1', 'cross', { markPrice: decimal('95'), entryPrice: decimal('10') }),
      ],
    });
    expect(positions[0]?.liquidation).toMatchObject({ kind: 'price', distance: '0' });
  });
});

describe('an order against a position of unknown mode, where each has a mode of its own', () => {
  const { marginMode: _, ...modeless } = position('BTC', 'long', '10', 'isolated', {
    margin: decimal('100'),
  });
  const against = (
    size: string,
    change: Partial<Order> = {},
    modeScope: VenueRules['modeScope'] = 'position',
  ) =>
    assessOrder({
      balance: '1000',
      positions: [modeless],
      rules: { modeScope },
      order: order('BTC', 'short', size, 'isolated', change),
    });
  const missing = ['account.positions[0].marginMode'];

  it('has no known loss: in the other mode the position stays and all of the order opens', () => {
    // Of 15 against an isolated 10 opens 5, on a margin of 50; against a cross 10 all 15, on 150. Of 10 nothing or 100.
    for (const size of ['4', '10', '15']) {
      const { losses, initialMargin } = against(size);
      expect(losses.worst).toMatchObject({ known: false, missing });
      expect(initialMargin).toMatchObject({ known: false, missing });
    }
  });

  it('closes it where it says so, and where the symbol has one mode', () => {
    expect(against('10', { effect: 'close' }).losses.worst).toMatchObject({ amount: '0' });
    expect(against('10', {}, 'symbol').losses.worst).toMatchObject({ amount: '0' });
  });
});

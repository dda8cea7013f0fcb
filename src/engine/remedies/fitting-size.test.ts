import { describe, expect, it } from 'vitest';
import { assessOrder, contract, order, position } from '../../../test/support/engine-input.ts';
import { decimal } from '../../domain/decimal-string.ts';
import type { Assumptions } from '../../domain/order.ts';

type Scene = Parameters<typeof assessOrder>[0];

const d = decimal;
const sizeOf = (scene: Scene) => assessOrder(scene).remedies.fittingSize;

/** Taker 0.05 %, maker 0.02 %, funding 0.03 % a day. */
const charged = { BTC: contract({ takerFee: d('0.0005'), makerFee: d('0.0002'), fundingRate: d('0.0001') }) };
const fivePercent: Assumptions = { maxLossFraction: d('0.05') };
const fifty: Assumptions = { maxLoss: d('50'), slippage: d('0') };

describe('EX-1d: the size whose loss at the stop and costs stay within 5 % of equity', () => {
  const ticket = order('BTC', 'long', '20', 'isolated', { stopLoss: d('95') });
  const scene = { balance: '1000', instruments: charged, order: ticket };

  it('5 % of 1,000 is 50, and that limit binds', () => {
    // A unit loses 5 in price, 0.02 and 0.0475 in fees, 0.03 of funding, 0.095 of slippage: 5.1925. 50 / 5.1925 = 9.629272989...
    expect(sizeOf({ ...scene, assumptions: fivePercent })).toMatchObject({
      size: '9.62927298',
      bindingLimit: 'max-loss-fraction',
      limit: '50',
      measure: 'at-stop',
      // 9.62927298 x 5.1925
      loss: '49.99999994865',
      notCounted: [],
    });
  });

  it('a smaller limit in money binds instead', () => {
    // 40 / 5.1925 = 7.703418391...
    expect(sizeOf({ ...scene, assumptions: { ...fivePercent, maxLoss: d('40') } })).toMatchObject({
      size: '7.70341839',
      bindingLimit: 'max-loss',
      limit: '40',
    });
    expect(sizeOf({ ...scene, assumptions: { ...fivePercent, maxLoss: d('60') } })).toMatchObject({
      size: '9.62927298',
      bindingLimit: 'max-loss-fraction',
    });
  });

  it('the margin there is binds where the limit would allow more', () => {
    // At 1x a unit takes 100 of margin and 0.02 of fee: 500 / 100.02 = 4.9990001999...
    const unlevered = { ...ticket, leverage: d('1') };
    expect(
      sizeOf({ ...scene, balance: '500', order: unlevered, assumptions: { maxLoss: d('100') } }),
    ).toMatchObject({ size: '4.99900019', bindingLimit: 'margin-available', limit: '100' });
  });

  it('the bracket binds that ends the leverage', () => {
    const tiers = [
      { floor: d('0'), cap: d('600'), rate: d('0.005'), maxLeverage: d('20') },
      { floor: d('600'), cap: null, rate: d('0.01'), maxLeverage: d('5') },
    ];
    const instruments = { BTC: contract({ tiers }) };
    // 10x is allowed up to 600, that is 6 at 100.
    expect(sizeOf({ ...scene, instruments, assumptions: fivePercent })).toMatchObject({
      size: '6',
      bindingLimit: 'bracket-leverage',
    });
    const over = { ...ticket, leverage: d('50') };
    expect(sizeOf({ ...scene, instruments, order: over, assumptions: fivePercent })).toEqual({
      kind: 'none',
      why: 'no-size-fits',
    });
  });

  it('an inverse contract: face value against coins', () => {
    // Entry 100, stop 80, no costs: a unit loses 1/80 - 1/100 = 0.0025 coins; 5 % of 10 is 0.5.
    const inverse = order('BTC', 'long', '1000', 'isolated', { stopLoss: d('80'), leverage: d('2') });
    expect(
      sizeOf({
        balance: '10',
        instruments: { BTC: contract({ kind: 'inverse' }) },
        assumptions: { maxLossFraction: d('0.05'), slippage: d('0') },
        order: inverse,
      }),
    ).toMatchObject({ size: '200', bindingLimit: 'max-loss-fraction', loss: '0.5' });
  });
});

describe('an open position on the symbol', () => {
  const ticket = order('BTC', 'long', '20', 'cross', { stopLoss: d('95') });

  it('its loss at the stop is part of the limit', () => {
    // (4 + s) x 5 <= 50
    expect(
      sizeOf({
        balance: '1000',
        positions: [position('BTC', 'long', '4', 'cross')],
        assumptions: fifty,
        order: ticket,
      }),
    ).toMatchObject({ size: '6', loss: '50', bindingLimit: 'max-loss' });
  });

  it('its profit at the stop makes room', () => {
    // 5 bought at 80 gain 75 at the stop: 5 s - 75 <= 25
    const held = position('BTC', 'long', '5', 'cross', { entryPrice: d('80') });
    const assumptions = { ...fifty, maxLoss: d('25') };
    expect(
      sizeOf({ balance: '1000', positions: [held], assumptions, order: { ...ticket, size: d('15') } }),
    ).toMatchObject({ size: '20', loss: '25' });
  });

  it('an opposite one is closed first, and what only closes it is no size', () => {
    // 4 short are closed, s - 4 are left long: 5 (s - 4) <= 50
    const short = position('BTC', 'short', '4', 'cross');
    const scene = { balance: '1000', positions: [short], order: ticket };
    expect(sizeOf({ ...scene, assumptions: fifty })).toMatchObject({ size: '14', loss: '50' });
    const fees = { ...scene, instruments: charged, assumptions: { maxLoss: d('0.05') } };
    // 4 x 100 x 0.02 % of fee for closing alone is 0.08.
    expect(sizeOf(fees)).toEqual({ kind: 'none', why: 'no-size-fits' });
    expect(sizeOf({ ...scene, order: { ...ticket, size: d('3') }, assumptions: fifty })).toEqual({
      kind: 'none',
      why: 'only-reduces',
    });
  });
});

describe('without a stop the worst loss is held against the limit', () => {
  it('isolated: margin and opening fee', () => {
    // A unit takes 10 and 0.02: 50 / 10.02 = 4.990019960...
    const ticket = order('BTC', 'long', '20', 'isolated');
    expect(
      sizeOf({ balance: '1000', instruments: charged, assumptions: fivePercent, order: ticket }),
    ).toMatchObject({ size: '4.99001996', measure: 'worst', bindingLimit: 'max-loss-fraction' });
  });

  it('a cross long can lose its notional; a cross short all there is, whatever its size', () => {
    const ticket = order('BTC', 'long', '20', 'cross');
    expect(sizeOf({ balance: '1000', assumptions: fifty, order: ticket })).toMatchObject({
      size: '0.5',
      measure: 'worst',
      loss: '50',
    });
    expect(sizeOf({ balance: '1000', assumptions: fifty, order: { ...ticket, side: 'short' } })).toEqual({
      kind: 'none',
      why: 'no-size-fits',
    });
  });

  it('a wallet smaller than the limit leaves it to the margin', () => {
    // 40 can be lost at most; 10x carries 400, that is 4 at 100.
    const ticket = order('BTC', 'short', '20', 'cross');
    expect(sizeOf({ balance: '40', assumptions: fifty, order: ticket })).toMatchObject({
      size: '4',
      bindingLimit: 'margin-available',
      loss: '40',
    });
  });

  it('a stop behind the liquidation stops nothing: the margin is what counts', () => {
    const ticket = order('BTC', 'long', '20', 'isolated', { stopLoss: d('80') });
    expect(sizeOf({ balance: '1000', assumptions: fifty, order: ticket })).toMatchObject({
      size: '5',
      measure: 'worst',
      loss: '50',
    });
  });

  it('auto-add puts the wallet behind it', () => {
    const ticket = order('BTC', 'long', '20', 'isolated', { autoAddMargin: true });
    expect(sizeOf({ balance: '1000', assumptions: fifty, order: ticket })).toEqual({
      kind: 'none',
      why: 'no-size-fits',
    });
  });
});

describe('what is missing', () => {
  const ticket = order('BTC', 'long', '20', 'isolated', { stopLoss: d('95') });

  it('no limit, no size', () => {
    expect(sizeOf({ balance: '1000', order: ticket })).toEqual({ kind: 'none', why: 'no-limit' });
  });

  it('a fraction of an unknown equity is unknown; a limit in money stands without a balance, and says so', () => {
    expect(sizeOf({ assumptions: fivePercent, order: ticket })).toMatchObject({
      known: false,
      missing: ['account.crossBalance'],
    });
    expect(sizeOf({ assumptions: fifty, order: ticket })).toMatchObject({
      size: '10',
      bindingLimit: 'max-loss',
      notCounted: ['margin-available'],
    });
  });

  it('every missing cost is named', () => {
    const { takerFee: _, fundingRate: __, ...rest } = contract();
    const size = sizeOf({ balance: '1000', instruments: { BTC: rest }, assumptions: fifty, order: ticket });
    expect(size).toMatchObject({
      known: false,
      missing: expect.arrayContaining(['instruments.BTC.takerFee', 'instruments.BTC.fundingRate']),
    });
  });
});

describe('a margin rate that grows with the size', () => {
  it('is solved as the parabola it is', () => {
    // Deribit: margin of s at 100 is 100 s (0.02 + 0.01 s) = 2 s + s^2; 48 of balance hold s = 6.
    const rate = { base: d('0.01'), perUnit: d('0.001'), initialBase: d('0.02'), initialPerUnit: d('0.01') };
    const { tiers: _, ...rest } = contract();
    const ticket = order('BTC', 'long', '20', 'isolated');
    const scene = {
      instruments: { BTC: { ...rest, sizeRate: rate } },
      rules: { model: 'deribit' as const },
      order: ticket,
    };
    expect(sizeOf({ ...scene, balance: '48', assumptions: { maxLoss: d('99') } })).toMatchObject({
      size: '6',
      bindingLimit: 'margin-available',
    });
    expect(sizeOf({ ...scene, balance: '999', assumptions: { maxLoss: d('48') } })).toMatchObject({
      size: '6',
      bindingLimit: 'max-loss',
      loss: '48',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { assessOrder, contract, order, position, sceneInput } from '../../test/support/engine-input.ts';
import { decimal } from '../domain/decimal-string.ts';
import { isOrderExposure } from '../domain/exposure.ts';
import { baseRules } from '../venues/base-rules.ts';
import { assess } from './assess.ts';

const d = decimal;
const charged = { takerFee: d('0.0005'), makerFee: d('0.0002') };

describe('fees by the order type', () => {
  const ticket = order('BTC', 'long', '10', 'isolated', { stopLoss: d('95') });
  const scene = { balance: '1000', instruments: { BTC: contract(charged) } };

  it('a limit order opens as maker, the others as taker; every close is taken', () => {
    // 1,000 x 0.02 % and 950 x 0.05 %; market and other orders 1,000 x 0.05 %
    expect(assessOrder({ ...scene, order: ticket }).losses.atStop).toMatchObject({ fees: '0.675' });
    const { price: _, ...market } = { ...ticket, type: 'market' as const };
    expect(assessOrder({ ...scene, order: market }).losses.atStop).toMatchObject({ fees: '0.975' });
    expect(assessOrder({ ...scene, order: { ...ticket, type: 'other' } }).losses.atStop).toMatchObject({
      fees: '0.975',
    });
  });

  it('what is left out names fees and funding of which any part is not known', () => {
    const without = (name: 'makerFee' | 'takerFee' | 'fundingRate' | 'fundingIntervalHours') => {
      const { [name]: _, ...rest } = contract(charged);
      return assessOrder({ ...scene, instruments: { BTC: rest }, order: ticket }).leftOut;
    };
    expect(without('makerFee')).toContain('fees');
    expect(without('takerFee')).toContain('fees');
    expect(without('fundingRate')).toContain('funding');
    expect(without('fundingIntervalHours')).toContain('funding');
    expect(assessOrder({ ...scene, order: ticket }).leftOut).not.toContain('fees');
  });
});

describe('where the stop stands', () => {
  const atStop = (stopLoss: string, change: Parameters<typeof order>[4] = {}) =>
    assessOrder({
      balance: '1000',
      assumptions: { slippage: d('0') },
      order: order('BTC', 'long', '10', 'isolated', { ...change, stopLoss: d(stopLoss) }),
    }).losses.atStop;

  it('at the entry it stops nothing, and says so; a hair below it does', () => {
    expect(atStop('100')).toEqual({ kind: 'stop-wrong-side', price: '100' });
    expect(atStop('100.000')).toEqual({ kind: 'stop-wrong-side', price: '100.000' });
    expect(atStop('99.99')).toMatchObject({ amount: '0.1' });
    expect(atStop('100.01', { side: 'short' })).toMatchObject({ amount: '0.1' });
    expect(atStop('100', { side: 'short' })).toEqual({ kind: 'stop-wrong-side', price: '100' });
  });

  it('at the liquidation price itself it comes too late', () => {
    // 100 + 10 (P - 100) = 0.1 x 10 P: P = 100
    const tight = { balance: '1000', instruments: { BTC: contract({ rate: '0.05' }) } };
    // 100 + 10 (P - 100) = 0.05 x 10 P: P = 900 / 9.5 = 94.73684210526...
    const at = (stopLoss: string) =>
      assessOrder({ ...tight, order: order('BTC', 'long', '10', 'isolated', { stopLoss: d(stopLoss) }) })
        .losses.atStop;
    expect(at('94.7368')).toHaveProperty('kind', 'stop-beyond-liquidation');
    expect(at('94.7369')).not.toHaveProperty('kind');
  });

  it('a stop on a limit order between mark and entry is no stop behind the liquidation', () => {
    // Bought at 105 while the mark is 100 and the liquidation at 95.5: the stop at 102 is met at once.
    expect(atStop('102', { price: d('105') })).toMatchObject({ amount: '30' });
    expect(atStop('102', { price: d('105') })).not.toHaveProperty('kind');
  });

  it('a leg of a hedge that is liquidated on its winning side still has its stop', () => {
    // 10 long beside 30 short: the pool dies upwards, the long's stop lies below.
    const exposure = assessOrder({
      balance: '1000',
      positions: [position('BTC', 'short', '30', 'cross')],
      order: order('BTC', 'long', '10', 'cross', { stopLoss: d('90'), positionMode: 'hedge' }),
    });
    // 1,000 - 20 (P - 100) = 0.005 x 40 P: P = 3,000 / 20.2
    expect(Number((exposure.liquidation as { price: string }).price)).toBeCloseTo(3000 / 20.2, 10);
    expect(exposure.losses.atStop).not.toHaveProperty('kind');
    // Nor does a fall of 30 % meet it: 10 x 30.
    expect(exposure.reach.loss).toBe('300');
  });

  it.each(['0', '-5', 'soon'])('%s is no price', (stopLoss) => {
    const input = sceneInput({
      balance: '1000',
      order: order('BTC', 'long', '10', 'cross', { stopLoss: stopLoss as ReturnType<typeof decimal> }),
    });
    const exposure = assess(input, baseRules);
    if (!isOrderExposure(exposure)) throw new Error('there is an order');
    const unparsable = { known: false, why: 'unparsable', field: 'order.stopLoss' };
    expect(exposure.losses.atStop).toMatchObject(unparsable);
    expect(exposure.plannedVersusExposed.planned).toMatchObject(unparsable);
    expect(exposure.remedies.isolatedMargin).toMatchObject(unparsable);
  });
});

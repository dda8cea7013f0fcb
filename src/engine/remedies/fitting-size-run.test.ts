import { describe, expect, it } from 'vitest';
import { assessOrder, contract, order } from '../../../test/support/engine-input.ts';
import { sceneView } from '../../../test/support/scene-view.ts';
import { decimal } from '../../domain/decimal-string.ts';
import type { Order } from '../../domain/order.ts';
import { lossesOf } from '../losses.ts';
import type { OrderView } from '../order-view.ts';
import { fittingSize } from './fitting-size.ts';

type Scene = Parameters<typeof assessOrder>[0];

const d = decimal;
const assumptions = { maxLoss: d('50'), slippage: d('0') };
/** 5 a unit are lost at the stop: 10 units fit. */
const stopped = order('BTC', 'long', '20', 'isolated', { stopLoss: d('95') });
const none = (why: string) => ({ kind: 'none', why });

function sizeOf(scene: Scene, run?: (order: Order, real: (order: Order) => OrderView) => OrderView) {
  const { view, viewOf, contract: btc, planning, equityBefore } = sceneView(scene);
  return fittingSize({
    view,
    losses: lossesOf(view, planning),
    viewOf: run === undefined ? viewOf : (changed) => run(changed, viewOf),
    equityBefore,
    tiers: btc.tiersByValue,
    planning,
  });
}

describe('the run on the order of that size', () => {
  const scene = { balance: '1000', assumptions, order: stopped };
  const at = (size: string, change: Partial<Scene> = {}) =>
    sceneView({ ...scene, ...change, order: { ...stopped, size: d(size) } }).view;

  it('is taken at its word', () => {
    const asked: unknown[] = [];
    const found = sizeOf(scene, (changed, real) => {
      asked.push(changed);
      return real(changed);
    });
    expect(found).toMatchObject({ size: '10', loss: '50' });
    expect(asked).toEqual([{ ...stopped, size: '10' }]);
  });

  it('that loses more than the limit is made one step smaller, once', () => {
    const asTwelve = (changed: Order, real: (order: Order) => OrderView) =>
      changed.size === '10' ? at('12') : real(changed);
    expect(sizeOf(scene, asTwelve)).toMatchObject({ size: '9.99999999', loss: '49.99999995' });
    expect(sizeOf(scene, () => at('12'))).toEqual(none('not-confirmed'));
  });

  it('that takes more than there is, with what the venue holds back, is made one step smaller', () => {
    const poor = (changed: Order, real: (order: Order) => OrderView) =>
      changed.size === '10' ? at('10', { balance: '99' }) : real(changed);
    expect(sizeOf(scene, poor)).toMatchObject({ size: '9.99999999' });
    // The whole 100 is margin: nothing is left for the closing fee of 0.45.
    const charged = {
      instruments: { BTC: contract({ takerFee: d('0.0005') }) },
      rules: { costIncludes: 'margin+open+close-fee' },
    } as const;
    // 50 / 5.0475 of loss a unit is 9.905894006...
    const all = (changed: Order, real: (order: Order) => OrderView) =>
      changed.size === '9.905894' ? at('9.905894', { balance: '99.05894' }) : real(changed);
    expect(sizeOf({ ...scene, ...charged }, all)).toMatchObject({ size: '9.90589399' });
  });

  it('that does not know its liquidation makes the size unknown', () => {
    const { tiers: _, ...bare } = contract();
    expect(sizeOf(scene, () => at('10', { instruments: { BTC: bare } }))).toMatchObject({
      missing: ['instruments.BTC.tiers'],
    });
  });

  it('whose stop lies beyond the liquidation is held against the worst loss', () => {
    // At 50x the margin of 2 a unit is gone before the stop; at 10x it is 10 a unit.
    const beyond = (changed: Order, real: (order: Order) => OrderView) =>
      changed.size === '10' ? real({ ...changed, leverage: d('50') }) : real(changed);
    expect(sizeOf(scene, beyond)).toMatchObject({ size: '5', measure: 'worst', loss: '50' });
  });
});

describe('what stops a larger size', () => {
  const open = order('BTC', 'long', '20', 'isolated', { margin: d('10') });
  const { tiers: _, ...bare } = contract();

  it('is nothing that is known: then what is not known is told', () => {
    expect(sizeOf({ assumptions, instruments: { BTC: bare }, order: open })).toMatchObject({
      known: false,
      missing: ['instruments.BTC.tiers', 'account.crossBalance'],
    });
  });

  it('is nothing at all: a margin that was typed is lost at any size', () => {
    expect(sizeOf({ balance: '1000', assumptions, order: open })).toEqual(none('not-confirmed'));
  });

  it('is not a bracket where there are none, or the order has no leverage', () => {
    const ticket = order('BTC', 'long', '20', 'isolated');
    const empty = { BTC: contract({ tiers: [] }) };
    expect(sizeOf({ balance: '1000', assumptions, instruments: empty, order: ticket })).toMatchObject({
      size: '5',
      notCounted: ['bracket-leverage'],
    });
    const { leverage: __, ...plain } = { ...stopped, margin: d('200') };
    expect(sizeOf({ balance: '1000', assumptions, order: plain })).toMatchObject({
      size: '10',
      notCounted: ['bracket-leverage'],
    });
  });

  it('is the balance where there is none', () => {
    expect(sizeOf({ balance: '0', assumptions, order: stopped })).toEqual(none('balance-too-small'));
  });

  it('is the smaller of two limits, either way round, and the money where they are as large', () => {
    const limited = (maxLoss: string, fraction: string) =>
      sizeOf({
        balance: '1000',
        assumptions: { maxLoss: d(maxLoss), maxLossFraction: d(fraction), slippage: d('0') },
        order: stopped,
      });
    expect(limited('40', '0.05')).toMatchObject({ size: '8', bindingLimit: 'max-loss', limit: '40' });
    expect(limited('60', '0.05')).toMatchObject({
      size: '10',
      bindingLimit: 'max-loss-fraction',
      limit: '50',
    });
    expect(limited('50', '0.05')).toMatchObject({ size: '10', bindingLimit: 'max-loss' });
  });
});

describe('before a size is looked for', () => {
  it('it has to be known that there is a size and a limit', () => {
    const { size: _, ...unsized } = stopped;
    expect(assessOrder({ balance: '1000', assumptions, order: unsized }).remedies.fittingSize).toMatchObject({
      missing: ['order.size'],
    });
    expect(assessOrder({ balance: '1000', order: unsized }).remedies.fittingSize).toEqual(none('no-limit'));
  });

  it('it is rounded down to 8 decimals', () => {
    // 10 / 3 a unit are lost at a stop that far.
    const third = { ...stopped, stopLoss: d('97') };
    expect(sizeOf({ balance: '1000', assumptions, order: third })).toMatchObject({ size: '16.66666666' });
  });
});

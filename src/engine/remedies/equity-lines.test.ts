import { describe, expect, it } from 'vitest';
import { assessOrder, contract, order, position } from '../../../test/support/engine-input.ts';
import { decimal } from '../../domain/decimal-string.ts';

type Scene = Parameters<typeof assessOrder>[0];

const d = decimal;
const noProfit = { unrealisedProfitCounts: false };
const sizeOf = (scene: Scene) => assessOrder(scene).remedies.fittingSize;
const buy = (price: string) => order('BTC', 'long', '20', 'cross', { price: d(price) });

describe('the money there is, with what the order gains or loses at the mark', () => {
  const assumptions = { maxLoss: d('99999') };
  /** 10 at 100, margin 100, with the mark at 70: 300 down. */
  const eth = position('ETH', 'long', '10', 'cross', { markPrice: d('70') });
  const down = {
    balance: '1000',
    positions: [eth],
    instruments: { BTC: contract(), ETH: contract({ markPrice: d('70') }) },
    assumptions,
  };

  it('is equity: bought at 105 a unit takes 10.5 and is down 5', () => {
    const scene = { balance: '1000', assumptions, order: buy('105') };
    // 1,000 / 15.5, with or without profit that counts.
    expect(sizeOf(scene)).toMatchObject({ size: '64.51612903', bindingLimit: 'margin-available' });
    expect(sizeOf({ ...scene, rules: noProfit })).toMatchObject({ size: '64.51612903' });
  });

  it('is cash where equity is more: bought at 95 a unit gains 5 that is no cash', () => {
    // 100 + 9.5 s <= 1,000; equity, 700 + 5 s, would allow more.
    expect(sizeOf({ ...down, order: buy('95') })).toMatchObject({
      size: '94.7368421',
      bindingLimit: 'margin-available',
    });
  });

  it('is equity without the profit where that does not count', () => {
    // 100 + 9.5 s <= 700
    expect(sizeOf({ ...down, rules: noProfit, order: buy('95') })).toMatchObject({
      size: '63.15789473',
      bindingLimit: 'margin-available',
    });
  });

  it('on isolated is that of the pool, whatever the order is down', () => {
    const isolated = { ...buy('105'), marginMode: 'isolated' as const };
    // 100 + 10.5 s <= 700
    expect(sizeOf({ ...down, order: isolated })).toMatchObject({ size: '57.14285714' });
  });
});

describe('what a cross order can lose of it', () => {
  const assumptions = { maxLoss: d('50') };

  it('is within a limit that is more than there is: then the margin binds', () => {
    for (const [price, size] of [
      ['100', '4'],
      // 40 / 9.5: what the fill gains at this mark is no money to lose.
      ['95', '4.21052631'],
    ] as const)
      expect(sizeOf({ balance: '40', assumptions, order: buy(price) })).toMatchObject({ size, loss: '40' });
  });

  it('without profit that counts is the cash', () => {
    // 40 / 9.5
    expect(sizeOf({ balance: '40', assumptions, rules: noProfit, order: buy('95') })).toMatchObject({
      size: '4.21052631',
      bindingLimit: 'margin-available',
      loss: '40',
    });
  });

  it('with auto-add is margin and pool together, which are what was there', () => {
    const added = { ...buy('100'), marginMode: 'isolated' as const, autoAddMargin: true };
    expect(sizeOf({ balance: '40', assumptions, order: added })).toMatchObject({
      size: '4',
      bindingLimit: 'margin-available',
      loss: '40',
    });
    expect(sizeOf({ balance: '50.01', assumptions, order: added })).toEqual({
      kind: 'none',
      why: 'no-size-fits',
    });
  });
});

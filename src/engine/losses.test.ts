import { describe, expect, it } from 'vitest';
import { assessOrder, assessScene, contract, order, position } from '../../test/support/engine-input.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Order } from '../domain/order.ts';

const d = decimal;
/** 10 at 100, fees of 0.1 % in and 0.2 % out, funding of 0.1 % three times a day, nothing lost on a stop's fill. */
const BTC = contract({ makerFee: d('0.001'), takerFee: d('0.002'), fundingRate: d('0.001') });
const assumptions = { slippage: d('0') };

function lossesOf(change: Partial<Order>, balance = '1000', scene: object = {}) {
  const { marginMode = 'cross' } = change;
  return assessOrder({
    balance,
    instruments: { BTC, ETH: contract() },
    assumptions,
    order: order('BTC', 'long', '10', marginMode, change),
    ...scene,
  });
}

describe('the worst loss', () => {
  const worst = (...inputs: Parameters<typeof lossesOf>) => lossesOf(...inputs).losses.worst;

  it('on isolated is the margin and the opening fee', () => {
    expect(worst({ marginMode: 'isolated' })).toEqual({ amount: '101', why: 'isolated-margin' });
    expect(worst({ marginMode: 'isolated', autoAddMargin: false }).valueOf()).toMatchObject({
      amount: '101',
    });
  });

  it('with auto-add is the pool beside it, never a negative one', () => {
    // Margin 100, fee 1, then 1,000 - 101 of cash.
    expect(worst({ marginMode: 'isolated', autoAddMargin: true })).toEqual({
      amount: '1000',
      why: 'cross-scope',
    });
    expect(worst({ marginMode: 'isolated', autoAddMargin: true }, '50')).toEqual({
      amount: '101',
      why: 'cross-scope',
    });
  });

  it('on cross is the smaller of the pool after fees and what a long can lose at all', () => {
    expect(worst({})).toEqual({ amount: '999', why: 'cross-scope' });
    expect(worst({}, '1001')).toEqual({ amount: '1000', why: 'cross-scope' });
    expect(worst({}, '1001.5')).toEqual({ amount: '1000', why: 'notional' });
    expect(worst({ side: 'short' }, '5000')).toEqual({ amount: '4999', why: 'cross-scope' });
    expect(worst({}, '-3')).toEqual({ amount: '0', why: 'cross-scope' });
  });

  describe('of a fill beside the mark', () => {
    // At a mark of 100 a long of 10 at 110 and a short of 10 at 90 are down 100 at once, which is the order's loss too.
    const free = { instruments: { BTC: contract() } };
    const filled = (side: 'long' | 'short', price: string, balance: string, more: object = {}) =>
      assessOrder({
        ...free,
        balance,
        ...more,
        order: order('BTC', side, '10', 'cross', { price: d(price) }),
      });

    it('is all that was there before it', () => {
      for (const [side, price] of [
        ['long', '110'],
        ['short', '90'],
      ] as const) {
        expect(filled(side, price, '1000').losses.worst).toEqual({ amount: '1000', why: 'cross-scope' });
        expect(filled(side, price, '50').losses.worst).toEqual({ amount: '50', why: 'cross-scope' });
      }
      // The notional of 1,100 is still the most a long can lose.
      expect(filled('long', '110', '5000').losses.worst).toEqual({ amount: '1100', why: 'notional' });
    });

    it('better than the mark gains nothing that could be lost: filled, the mark has come to it', () => {
      for (const [side, price] of [
        ['long', '90'],
        ['short', '110'],
      ] as const)
        expect(filled(side, price, '500').losses.worst).toEqual({ amount: '500', why: 'cross-scope' });
      expect(filled('long', '90', '5000').losses.worst).toEqual({ amount: '900', why: 'notional' });
      // Held at 105, so 50 down before the fill: 950 of 1,000 are there, whether the profit of the fill counts or not.
      for (const unrealisedProfitCounts of [true, false]) {
        const more = {
          rules: { unrealisedProfitCounts },
          positions: [position('BTC', 'long', '10', 'cross', { entryPrice: d('105') })],
        };
        expect(filled('long', '90', '1000', more).losses.worst).toEqual({
          amount: '950',
          why: 'cross-scope',
        });
      }
    });

    it('is all that counts where profit does not', () => {
      const rules = { unrealisedProfitCounts: false };
      const held = (entry: string) => [position('BTC', 'short', '10', 'cross', { entryPrice: d(entry) })];
      // Held with a profit of 50 that counts for nothing, 100 down by the fill: 50 down in all, 950 of 1,000 left.
      for (const entry of ['105', '120', '95']) {
        const before = entry === '95' ? '950' : '1000';
        expect(filled('short', '90', '1000', { rules, positions: held(entry) }).losses.worst).toEqual({
          amount: before,
          why: 'cross-scope',
        });
      }
    });

    it('has a size that fits: 500 / 110 of a long, none of a short', () => {
      const assumptions = { maxLoss: d('500') };
      const { remedies } = filled('long', '110', '1000', { assumptions });
      expect(remedies.fittingSize).toMatchObject({
        size: '4.54545454',
        loss: '499.9999994',
        measure: 'worst',
      });
      // A short can lose the 1,000 at any size.
      expect(filled('short', '90', '1000', { assumptions }).remedies.fittingSize).toEqual({
        kind: 'none',
        why: 'no-size-fits',
      });
    });
  });

  it('is never below 0, whatever a rebate gives', () => {
    const BTC = contract({ makerFee: d('-0.2') });
    const ticket = order('BTC', 'long', '10', 'isolated');
    // Margin 100, rebate 200.
    expect(assessOrder({ balance: '1000', instruments: { BTC }, order: ticket }).losses.worst).toEqual({
      amount: '0',
      why: 'isolated-margin',
    });
  });

  it('with auto-add counts a rebate larger than the margin once', () => {
    const BTC = contract({ makerFee: d('-0.2') });
    const ticket = order('BTC', 'long', '10', 'isolated', { autoAddMargin: true });
    // Of 1,000 and a rebate of 200, 100 is margin: margin less rebate, and 1,100 of cash.
    expect(assessOrder({ balance: '1000', instruments: { BTC }, order: ticket }).losses.worst).toEqual({
      amount: '1000',
      why: 'cross-scope',
    });
  });

  it('of an order of unknown mode is unknown and names what its parts need', () => {
    const { marginMode: _, ...modeless } = order('BTC', 'long', '10', 'cross');
    const { losses } = assessOrder({ instruments: { BTC }, order: modeless });
    expect(losses.worst).toMatchObject({ missing: ['order.marginMode', 'account.crossBalance'] });
  });
});

describe('the loss at the stop', () => {
  const atStop = (...inputs: Parameters<typeof lossesOf>) => lossesOf(...inputs).losses.atStop;

  it('is price, both fees, funding paid and slippage', () => {
    // 10 x 5; 1 in and 950 x 0.2 % out; 1,000 x 0.1 % x 3; 950 x 1 %.
    const slipping = { assumptions: { slippage: d('0.01') } };
    expect(atStop({ stopLoss: d('95') }, '1000', slipping)).toEqual({
      amount: '65.4',
      price: '95',
      priceLoss: '50',
      fees: '2.9',
      funding: '3',
      slippage: '9.5',
    });
  });

  it('of a short is above the entry, and funding received makes it no smaller', () => {
    expect(atStop({ side: 'short', stopLoss: d('105') })).toEqual({
      amount: '53.1',
      price: '105',
      priceLoss: '50',
      fees: '3.1',
      funding: '0',
      slippage: '0',
    });
  });

  it('is none without a stop, and at or beyond the fill it is on the wrong side', () => {
    expect(atStop({})).toEqual({ kind: 'no-stop' });
    for (const [side, stop] of [
      ['long', '100'],
      ['long', '100.1'],
      ['short', '100'],
      ['short', '99.9'],
    ] as const)
      expect(atStop({ side, stopLoss: d(stop) })).toEqual({ kind: 'stop-wrong-side', price: stop });
    expect(atStop({ side: 'short', stopLoss: d('100.1') })).not.toHaveProperty('kind');
  });

  it('counts a profit at the stop as no loss of price', () => {
    // The 10 held at 80 and the 10 bought at 100 have an average of 90: at 95 there is a gain.
    const held = position('BTC', 'long', '10', 'cross', { entryPrice: d('80') });
    expect(atStop({ stopLoss: d('95') }, '1000', { positions: [held] })).toMatchObject({ priceLoss: '0' });
  });

  it('behind the liquidation is never more than the worst loss, which comes first', () => {
    // Liquidated at 90.45; 300 of price on a margin of 100, with a fee of 1.
    expect(atStop({ marginMode: 'isolated', stopLoss: d('70') }, '1000')).toMatchObject({
      kind: 'stop-beyond-liquidation',
      amount: '101',
      priceLoss: '300',
    });
    // With auto-add that is the wallet's too: not known without it.
    const { losses } = assessOrder({
      instruments: { BTC },
      order: order('BTC', 'long', '10', 'isolated', { autoAddMargin: true, stopLoss: d('70') }),
    });
    expect(losses.atStop).toMatchObject({
      kind: 'stop-beyond-liquidation',
      amount: { known: false, missing: ['account.crossBalance'] },
    });
  });

  it('can fill wherever nothing liquidates it', () => {
    expect(atStop({ stopLoss: d('95') }, '5000')).not.toHaveProperty('kind');
  });

  it('cannot fill beyond the liquidation', () => {
    // (100 - 1,000) / (10 x (0.005 - 1)) = 90.4523 on isolated.
    const isolated = { marginMode: 'isolated' as const };
    expect(atStop({ ...isolated, stopLoss: d('90.46') })).not.toHaveProperty('kind');
    expect(atStop({ ...isolated, stopLoss: d('90.45') })).toMatchObject({ kind: 'stop-beyond-liquidation' });
    // A short: (100 + 1,000) / (10 x 1.005) = 109.4527.
    expect(atStop({ ...isolated, side: 'short', stopLoss: d('109.45') })).not.toHaveProperty('kind');
    expect(atStop({ ...isolated, side: 'short', stopLoss: d('109.46') })).toMatchObject({
      kind: 'stop-beyond-liquidation',
    });
  });

  it('is unknown of a stop that makes no sense', () => {
    expect(atStop({ stopLoss: d('0') })).toMatchObject({ known: false, missing: ['order.stopLoss'] });
  });

  it('is unknown where the fill is not known', () => {
    const { price: _, ...priceless } = order('BTC', 'long', '10', 'cross', { stopLoss: d('95') });
    const { losses } = assessOrder({ balance: '1000', instruments: { BTC }, order: priceless });
    expect(losses.atStop).toMatchObject({ known: false, missing: ['order.price'] });
  });
});

describe('the loss at liquidation', () => {
  it('is never more than the worst loss', () => {
    // 95.477 of price, 1 + 1.809 of fees and 3 of funding are more than the 101 that stand behind it.
    const { atLiquidation } = lossesOf({ marginMode: 'isolated' }).losses;
    expect(atLiquidation).toMatchObject({ amount: '101', funding: '3', slippage: '0' });
    const free = lossesOf({ marginMode: 'isolated' }, '1000', { instruments: { BTC: contract() } }).losses;
    expect(Number((free.atLiquidation as { amount: string }).amount)).toBeCloseTo(95.477387, 5);
  });

  it('is none where nothing liquidates it', () => {
    expect(lossesOf({}, '5000').losses.atLiquidation).toEqual({ kind: 'none' });
  });
});

describe('what a planned move takes', () => {
  const reach = (...inputs: Parameters<typeof lossesOf>) => lossesOf(...inputs).reach;

  it('is the loss of that move from the mark', () => {
    // 10 x 30 of 30 %; balance 5,000 - 1: the fee is 1 of it.
    expect(reach({}, '5000')).toEqual({ move: '0.3', loss: '300', idleTaken: '200', share: '0.04' });
    expect(reach({ side: 'short' }, '5000')).toMatchObject({ loss: '300' });
    const gone = { assumptions: { reachMove: d('1.5') } };
    expect(reach({}, '5000', gone)).toMatchObject({ move: '1.5', loss: '1000' });
  });

  it('is the worst loss where the liquidation comes first', () => {
    expect(reach({ marginMode: 'isolated' })).toEqual({
      move: '0.3',
      loss: '101',
      idleTaken: '0',
      share: '0',
    });
    expect(reach({}, '200')).toMatchObject({ loss: '199' });
    // (305 - 1,000) / -9.95 = 69.85: beyond 30 %.
    expect(reach({ marginMode: 'isolated', margin: d('305') })).toMatchObject({ loss: '300' });
    // (303 - 1,000) / -9.95 = 70.05: within 30 %.
    expect(reach({ marginMode: 'isolated', margin: d('303') })).toMatchObject({ loss: '304' });
  });

  it('is the worst loss where the account is due, and no price of this contract would save it', () => {
    // 2,010 - 10 (300 - 100) = 10 of equity against 50 of maintenance; a short of 0.01 can win 1.
    const held = position('ETH', 'long', '10', 'cross', { entryPrice: d('300') });
    const instruments = { BTC: contract(), ETH: contract({ rate: '0.05' }) };
    const due = lossesOf({ side: 'short', size: d('0.01') }, '2010', { positions: [held], instruments });
    expect(due.liquidation).toEqual({
      kind: 'price',
      price: '100',
      distance: '0',
      range: { nearest: '100', farthest: '100' },
    });
    expect(due.losses.worst).toMatchObject({ amount: '10' });
    expect(due.reach).toMatchObject({ loss: '10' });
  });

  it('is nothing where the order leaves nothing open', () => {
    const held = position('BTC', 'short', '10', 'cross');
    expect(reach({ effect: 'close' }, '1000', { positions: [held] })).toMatchObject({
      loss: '0',
      idleTaken: '0',
    });
  });

  it('is nothing where the move still leaves a gain', () => {
    // 10 at 20 and 10 at 100 are 20 at 60; 30 % off the mark is 70.
    const held = position('BTC', 'long', '10', 'cross', { entryPrice: d('20') });
    expect(reach({}, '5000', { positions: [held] })).toMatchObject({ loss: '0' });
  });
});

describe('idle money', () => {
  it('is what no initial margin stands on, and at risk is what the loss takes beyond the margin', () => {
    // 1,000 - 1 of fee - 100 of margin; the worst takes 999 - 100.
    expect(lossesOf({}).idle).toMatchObject({ balance: '899', atRisk: '899', share: '0.899' });
    // 5,000: the long loses 1,000 at most, 900 beyond its margin.
    expect(lossesOf({}, '5000').idle).toEqual({
      balance: '4899',
      atRisk: '900',
      atLiquidation: '0',
      share: '0.18',
    });
  });

  it('is taken by the liquidation as far as that goes', () => {
    // 500 - 10 (100 - P) = 0.05 P, so P = 500 / 9.95 = 50.2513: 497.487 lost, 100 of it margin.
    const { idle } = lossesOf({}, '500', { instruments: { BTC: contract() } });
    expect(idle).toMatchObject({ balance: '400', atRisk: '400' });
    expect(Number(idle.atLiquidation)).toBeCloseTo(397.487437, 5);
  });

  it('is never below nothing', () => {
    expect(lossesOf({}, '50').idle).toMatchObject({ balance: '0', atRisk: '0' });
    const { idle, reach } = lossesOf({}, '0');
    expect(idle.share).toMatchObject({ why: 'undefined-ratio', field: 'idle.share' });
    expect(reach.share).toMatchObject({ why: 'undefined-ratio', field: 'reach.share' });
  });

  it('is not at risk on isolated, and with auto-add it is', () => {
    expect(lossesOf({ marginMode: 'isolated' }).idle).toMatchObject({
      balance: '899',
      atRisk: '0',
      share: '0',
    });
    expect(lossesOf({ marginMode: 'isolated', autoAddMargin: true }).idle).toMatchObject({ atRisk: '899' });
  });

  it('is not at risk of an order that leaves nothing open, whatever it is', () => {
    const held = position('BTC', 'short', '10', 'cross');
    expect(lossesOf({ effect: 'close' }, '1000', { positions: [held] }).idle).toMatchObject({ atRisk: '0' });
    const close = order('BTC', 'long', '10', 'cross', { effect: 'close' });
    expect(assessOrder({ instruments: { BTC }, positions: [held], order: close }).idle).toMatchObject({
      balance: { known: false },
      atRisk: '0',
    });
  });
});

describe('what the ticket costs', () => {
  const cost = (rules: object, change: Partial<Order> = {}) => lossesOf(change, '1000', { rules }).orderCost;

  it.each([
    // Margin 100; fee in 1; fee out at the bankruptcy price of a 10x long 90: 900 x 0.2 %.
    ['margin', '100'],
    ['margin+open-fee', '101'],
    ['margin+open+close-fee', '102.8'],
  ] as const)('%s: %s', (costIncludes, amount) => {
    expect(cost({ costIncludes })).toBe(amount);
  });

  it('counts what the fill would be down at once where the venue does', () => {
    // 10 x (103 - 100).
    const rules = { costIncludes: 'margin', costIncludesOpenLoss: true };
    expect(cost(rules, { price: d('103') })).toBe('133');
    expect(cost({ ...rules, costIncludesOpenLoss: false }, { price: d('103') })).toBe('103');
    expect(cost(rules, { price: d('97') })).toBe('97');
    expect(cost(rules, { price: d('97'), side: 'short' })).toBe('127');
  });

  it('of a way out is its fee', () => {
    const held = position('BTC', 'short', '20', 'cross');
    const close = (costIncludes: string) =>
      lossesOf({ effect: 'reduce', price: d('103') }, '1000', {
        positions: [held],
        rules: { costIncludes, costIncludesOpenLoss: true },
      }).orderCost;
    expect(close('margin')).toBe('0');
    expect(close('margin+open+close-fee')).toBe('1.03');
  });
});

describe('what is left out', () => {
  const base = ['liquidation-fee', 'partial-liquidation', 'auto-deleveraging', 'open-orders'];

  it('is always the same four, and what the input cannot tell', () => {
    expect(lossesOf({}).leftOut).toEqual(base);
    expect(lossesOf({ type: 'market' }).leftOut).toEqual([...base, 'entry-slippage']);
    const { takerFee: _fee, fundingRate: _rate, ...bare } = contract();
    expect(lossesOf({}, '1000', { instruments: { BTC: bare } }).leftOut).toEqual([
      ...base,
      'funding',
      'fees',
    ]);
    expect(lossesOf({}, '1000', { account: { positionsComplete: false } }).leftOut).toEqual([
      ...base,
      'positions-not-shown',
    ]);
    expect(lossesOf({}, '1000', { account: { positionsComplete: true } }).leftOut).toEqual(base);
    const { marginMode: _mode, ...modeless } = position('ETH', 'long', '1', 'cross');
    expect(lossesOf({}, '1000', { positions: [modeless] }).leftOut).toEqual([
      ...base,
      'positions-of-unknown-mode',
    ]);
  });

  it('is the borrowing fee on GMX, and the impact of what is to be opened', () => {
    expect(lossesOf({ marginMode: 'isolated' }, '1000', { rules: { model: 'gmx' } }).leftOut).toEqual([
      ...base,
      'borrowing-fee',
      'price-impact',
    ]);
  });
});

describe('what is left out of an account on GMX', () => {
  const held = (priceImpact?: string) =>
    position('BTC', 'long', '1', 'isolated', {
      margin: d('10'),
      ...(priceImpact === undefined ? {} : { priceImpact: d(priceImpact) }),
    });
  const leftOut = (...positions: readonly ReturnType<typeof held>[]) =>
    assessScene({ balance: '1', rules: { model: 'gmx' }, positions }).leftOut.slice(4);

  it('is the impact of any position that does not say its own', () => {
    expect(leftOut(held('0'), held('-1'))).toEqual(['borrowing-fee']);
    expect(leftOut(held('0'), held())).toEqual(['borrowing-fee', 'price-impact']);
    expect(leftOut(held(), held('0'))).toEqual(['borrowing-fee', 'price-impact']);
  });
});

describe('which positions a loss of the order reaches', () => {
  const eth = position('ETH', 'long', '1', 'cross');
  const sol = position('SOL', 'long', '1', 'isolated', { margin: d('10') });
  const { marginMode: _, ...modeless } = position('XRP', 'long', '1', 'cross');
  const instruments = { BTC, ETH: contract(), SOL: contract(), XRP: contract() };
  const exposed = (change: Partial<Order>) =>
    lossesOf(change, '5000', { positions: [eth, sol, modeless], instruments }).positions.map(
      ({ exposedToThisOrder: it }) => (typeof it === 'boolean' ? it : it.missing?.[0]),
    );

  it('are its own, and those on cross where it draws on cross', () => {
    expect(exposed({})).toEqual([true, false, 'account.positions[2].marginMode', true]);
    expect(exposed({ marginMode: 'isolated' })).toEqual([false, false, false, true]);
    expect(exposed({ marginMode: 'isolated', autoAddMargin: true })).toEqual([
      true,
      false,
      'account.positions[2].marginMode',
      true,
    ]);
  });

  it('are not known of an order whose mode is not', () => {
    const { marginMode: _mode, ...ticket } = order('BTC', 'long', '10', 'cross');
    const { positions } = assessOrder({ balance: '5000', positions: [eth], instruments, order: ticket });
    expect(positions.map(({ exposedToThisOrder }) => exposedToThisOrder)).toMatchObject([
      { missing: ['order.marginMode'] },
      true,
    ]);
  });

  it('are none where it leaves nothing open', () => {
    const held = position('BTC', 'short', '10', 'cross');
    const { positions } = lossesOf({ effect: 'close' }, '1000', { positions: [held, eth] });
    expect(positions.map(({ exposedToThisOrder }) => exposedToThisOrder)).toEqual([false]);
  });
});

describe('a rebate larger than what is lost', () => {
  const BTC = contract({ makerFee: d('-0.01'), rate: '0.1' });
  // Long 10 since 80; 10 more at 100 bring a rebate of 10. The average entry is 90.
  const losses = (stopLoss: string) =>
    lossesOf({ stopLoss: d(stopLoss), marginMode: 'isolated' }, '1000', {
      instruments: { BTC },
      positions: [position('BTC', 'long', '10', 'isolated', { entryPrice: d('80'), margin: d('79') })],
    }).losses;

  it('makes no loss at the stop negative', () => {
    expect(losses('95').atStop).toMatchObject({ amount: '0', priceLoss: '0', fees: '-10' });
  });

  it('makes no loss at the liquidation negative', () => {
    // 179 + 20 (P - 90) = 0.1 x 20 P at 1,621 / 18, above the entry.
    expect(losses('95').atLiquidation).toMatchObject({ amount: '0', priceLoss: '0', fees: '-10' });
  });
});

describe('a stop before the liquidation', () => {
  const funded = contract({ fundingRate: d('0.001'), rate: '0' });
  const month = { assumptions: { slippage: d('0'), horizonHours: d('720') } };

  it('loses no more than an isolated margin, however long the funding', () => {
    // Margin 100, 50 of price, 90 intervals of 1.
    const scene = { instruments: { BTC: funded }, ...month };
    const { losses, plannedVersusExposed } = lossesOf(
      { marginMode: 'isolated', stopLoss: d('95') },
      '1000',
      scene,
    );
    expect(losses.atStop).toMatchObject({ amount: '100', priceLoss: '50', funding: '90' });
    expect(losses.worst).toMatchObject({ amount: '100' });
    expect(plannedVersusExposed).toMatchObject({ planned: '100', ratio: '1' });
  });

  it('is not bounded where auto-add takes from the wallet', () => {
    const change = { marginMode: 'isolated', stopLoss: d('95'), autoAddMargin: true } as const;
    const scene = { instruments: { BTC: funded }, ...month };
    expect(lossesOf(change, '1000', scene).losses.atStop).toMatchObject({ amount: '140' });
  });

  it('has the size that the worst loss allows where that is the smaller', () => {
    const fitting = lossesOf({ marginMode: 'isolated', stopLoss: d('95') }, '1000', {
      instruments: { BTC: funded },
      assumptions: { ...month.assumptions, maxLoss: d('60') },
    }).remedies.fittingSize;
    // 14 a unit at the stop, of which the margin of 10 is all there is.
    expect(fitting).toMatchObject({ size: '6', measure: 'at-stop', loss: '60' });
  });

  it('of one leg of a hedge on cross counts in full: the other leg wins then', () => {
    const { losses } = lossesOf({ stopLoss: d('50'), positionMode: 'hedge' }, '300', {
      instruments: { BTC: contract() },
      positions: [position('BTC', 'short', '10', 'cross')],
    });
    expect(losses.worst).toMatchObject({ amount: '300' });
    expect(losses.atStop).toMatchObject({ amount: '500' });
  });
});

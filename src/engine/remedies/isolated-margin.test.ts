import { describe, expect, it } from 'vitest';
import { assessOrder, contract, order, position } from '../../../test/support/engine-input.ts';
import { sceneView } from '../../../test/support/scene-view.ts';
import { decimal } from '../../domain/decimal-string.ts';
import type { Instrument } from '../../domain/instrument.ts';
import { isolatedMargin } from './isolated-margin.ts';

type Scene = Parameters<typeof assessOrder>[0];

const marginOf = (scene: Scene) => assessOrder(scene).remedies.isolatedMargin;

/** 20 at 100 with 10x: notional 2,000, margin 200. */
const long = order('BTC', 'long', '20', 'cross');
const stopped = (stopLoss: string, side: 'long' | 'short' = 'long') => ({
  ...long,
  side,
  stopLoss: decimal(stopLoss),
});

describe('the isolated margin of an order', () => {
  it('EX-2b, EX-9: without a stop the ordinary one: isolated with 200 can lose 200', () => {
    for (const balance of ['2000', '2200']) {
      expect(marginOf({ balance, order: long })).toMatchObject({
        amount: '200',
        worst: '200',
        stop: 'no-stop',
      });
    }
  });

  it('EX-8: isolated with 150 instead of 1,000 on cross', () => {
    const sol = order('SOL', 'long', '15', 'cross');
    expect(marginOf({ balance: '1000', order: sol })).toMatchObject({ amount: '150', worst: '150' });
  });

  it('a stop that the ordinary margin reaches asks for no more', () => {
    expect(marginOf({ balance: '2000', order: stopped('95') })).toMatchObject({
      amount: '200',
      stop: 'reached',
    });
  });

  it('a stop beyond that asks for the margin with which the near end is where the stop fills', () => {
    // Long, stop 85: fills at 84.915; one tick beyond it, at 84.905, M + 20 (84.905 - 100) = 0.005 x 20 x 84.905:
    // M = 301.9 + 8.4905.
    expect(marginOf({ balance: '2000', order: stopped('85') })).toMatchObject({
      amount: '310.3905',
      worst: '310.3905',
      stop: 'reached',
      liquidation: { price: '84.905', range: { nearest: '84.915' } },
    });
    // Short, stop 115: fills at 115.115, M = 20 x 15.125 + 0.005 x 20 x 115.125 = 302.5 + 11.5125.
    expect(marginOf({ balance: '2000', order: stopped('115', 'short') })).toMatchObject({
      amount: '314.0125',
      liquidation: { price: '115.125', range: { nearest: '115.115' } },
    });
  });

  it('counts in fees and funding as the near end does', () => {
    const instruments = {
      BTC: contract({
        takerFee: decimal('0.0005'),
        makerFee: decimal('0.0002'),
        fundingRate: decimal('0.0001'),
      }),
    };
    // 301.9 + 20 x 84.905 x (0.005 + 0.0005) = 311.23955, a day of funding 0.6, opening fee 0.4.
    expect(marginOf({ balance: '2000', instruments, order: stopped('85') })).toMatchObject({
      amount: '312.23955',
      worst: '312.63955',
    });
  });

  it('a flat table asks most where the price enters a lower bracket', () => {
    const tiers: Instrument['tiers'] = [
      { floor: decimal('0'), cap: decimal('1700'), rate: decimal('0.004') },
      { floor: decimal('1700'), cap: null, rate: decimal('0.05') },
    ];
    const scene = {
      balance: '2000',
      instruments: { BTC: contract({ tiers }) },
      rules: { tierScheme: 'flat' as const },
    };
    // Edge at 85, where 5 % of 1,700 is asked: M > 300 + 85. At the stop of 84 itself 328.59248 would do.
    expect(marginOf({ ...scene, order: stopped('84') })).toMatchObject({
      amount: '385.00000001',
      stop: 'reached',
    });
    // Stop 80, fills at 79.92: M = 20 x 20.09 + 0.004 x 20 x 79.91 = 401.8 + 6.3928, which passes the edge too.
    expect(marginOf({ ...scene, order: stopped('80') })).toMatchObject({ amount: '408.1928' });
  });

  it('an inverse long: 2,000 of face value at 100, stop 80', () => {
    const instruments = { BTC: contract({ kind: 'inverse' }) };
    const inverse = order('BTC', 'long', '2000', 'cross', { stopLoss: decimal('80') });
    // M + 2,000 (1/100 - 1/79.99) = 0.005 x 2,000 / 79.99: M = 2,010 / 79.99 - 20 = 5.128141017...
    expect(
      marginOf({ balance: '30', instruments, assumptions: { slippage: decimal('0') }, order: inverse }),
    ).toMatchObject({ amount: '5.12814102', stop: 'reached' });
  });

  it('what is put behind an open position already counts', () => {
    const held = position('BTC', 'long', '10', 'isolated', { margin: decimal('50') });
    const added = order('BTC', 'long', '10', 'isolated', { stopLoss: decimal('85') });
    // 20 together at 100 ask for 310.3905 as above; 50 are there.
    expect(marginOf({ balance: '2000', positions: [held], order: added })).toMatchObject({
      amount: '260.3905',
      worst: '310.3905',
    });
  });

  it('a typed margin that is more than the stop needs comes down, never below the initial margin', () => {
    const typed = { ...stopped('85'), marginMode: 'isolated' as const, margin: decimal('500') };
    expect(marginOf({ balance: '2000', order: typed })).toMatchObject({ amount: '310.3905' });
    expect(marginOf({ balance: '2000', order: { ...typed, stopLoss: decimal('95') } })).toMatchObject({
      amount: '200',
    });
  });

  it('with auto-add on the cap is that of the order without it', () => {
    const added = { ...long, marginMode: 'isolated' as const, autoAddMargin: true };
    const exposure = assessOrder({ balance: '2000', order: added });
    expect(exposure.losses.worst).toMatchObject({ amount: '2000' });
    expect(exposure.remedies.isolatedMargin).toMatchObject({ amount: '200', worst: '200' });
  });

  it('is none where the balance does not hold it, the venue has no isolated margin or liquidates at once', () => {
    const none = (why: string) => ({ kind: 'none', why });
    expect(marginOf({ balance: '300', order: stopped('85') })).toEqual(none('balance-too-small'));
    expect(marginOf({ balance: '2000', rules: { modes: ['cross'] }, order: long })).toEqual(
      none('mode-not-offered'),
    );
    const steep = { ...long, leverage: decimal('250') };
    expect(marginOf({ balance: '2000', order: steep })).toEqual(none('would-liquidate'));
    const half = order('BTC', 'long', '2000', 'cross', { stopLoss: decimal('0.005') });
    const inverse = { balance: '9999', instruments: { BTC: contract({ kind: 'inverse' }) } };
    expect(marginOf({ ...inverse, order: half })).toEqual(none('stop-out-of-reach'));
  });

  it('names what is missing, and needs no balance', () => {
    const { tick: _, ...without } = contract();
    expect(marginOf({ balance: '2000', instruments: { BTC: without }, order: stopped('85') })).toMatchObject({
      known: false,
      missing: ['instruments.BTC.tick'],
    });
    expect(marginOf({ order: stopped('85') })).toMatchObject({ amount: '310.3905', stop: 'reached' });
  });
});

describe('no isolated margin is offered', () => {
  const none = (why: string) => ({ kind: 'none', why });

  it('to an order that only takes from what is open', () => {
    const held = position('BTC', 'long', '4', 'isolated', { margin: decimal('40') });
    const sell = (size: string) =>
      marginOf({ balance: '2000', positions: [held], order: order('BTC', 'short', size, 'isolated') });
    expect(sell('3')).toEqual(none('only-reduces'));
    expect(sell('4')).toEqual(none('only-reduces'));
    // 1 is left short: at 10x its margin is 10.
    expect(sell('5')).toMatchObject({ worst: '10' });
  });

  it('where coins are put up, by the order or before', () => {
    const coins = { collateralCoins: decimal('1') };
    expect(marginOf({ balance: '2000', order: { ...long, ...coins } })).toEqual(none('not-confirmed'));
    const held = position('BTC', 'long', '4', 'isolated', { margin: decimal('40'), ...coins });
    const added = { ...stopped('85'), marginMode: 'isolated' as const };
    expect(marginOf({ balance: '2000', positions: [held], order: added })).toEqual(none('not-confirmed'));
  });

  it('without a size or the fee it pays', () => {
    const { size: _, ...unsized } = long;
    expect(marginOf({ balance: '2000', order: unsized })).toMatchObject({ missing: ['order.size'] });
    const { makerFee: __, ...free } = contract();
    expect(marginOf({ balance: '2000', instruments: { BTC: free }, order: long })).toMatchObject({
      missing: ['instruments.BTC.makerFee'],
    });
  });
});

describe('the run on the order with that margin', () => {
  const isolated = { ...stopped('85'), marginMode: 'isolated' as const };

  it('is left out where the order has the margin already', () => {
    const ordinary = { ...isolated, stopLoss: decimal('95') };
    const { view, planning } = sceneView({ balance: '2000', order: ordinary });
    const never = () => {
      throw new Error('no other order is asked for');
    };
    expect(isolatedMargin(view, never, planning)).toMatchObject({ amount: '200', stop: 'reached' });
  });

  it('asks for that margin, without auto-add', () => {
    const { view, viewOf, planning } = sceneView({
      balance: '2000',
      order: { ...isolated, autoAddMargin: true },
    });
    const asked: unknown[] = [];
    isolatedMargin(
      view,
      (changed) => {
        asked.push(changed);
        return viewOf(changed);
      },
      planning,
    );
    expect(asked).toEqual([{ ...isolated, autoAddMargin: false, margin: '310.3905' }]);
  });

  it('is believed: what it does not confirm is not offered', () => {
    const { view, planning } = sceneView({ balance: '2000', order: isolated });
    const found = (run: typeof view) => isolatedMargin(view, () => run, planning);
    // The margin of 200 does not reach the stop.
    expect(found(view)).toEqual({ kind: 'none', why: 'not-confirmed' });
    const { tick: _, ...tickless } = contract();
    const vague = sceneView({ balance: '2000', instruments: { BTC: tickless }, order: isolated });
    expect(found(vague.view)).toMatchObject({ missing: ['instruments.BTC.tick'] });
    const gone = { ...view, own: null };
    expect(isolatedMargin(view, () => gone, planning)).toEqual({ kind: 'none', why: 'only-reduces' });
  });
});

it('an inverse short with a stop of 125, rounded up to 8 decimals', () => {
  const inverse = { balance: '300', instruments: { BTC: contract({ kind: 'inverse' }) } };
  // Short 2,000 at 100, stop 125, no slippage: M + 2,000 (1/125.01 - 1/100) = 10 / 125.01: M = 20 - 1,990 / 125.01.
  const short = order('BTC', 'short', '2000', 'cross', { stopLoss: decimal('125') });
  expect(marginOf({ ...inverse, assumptions: { slippage: decimal('0') }, order: short })).toMatchObject({
    amount: '4.0812735',
  });
});

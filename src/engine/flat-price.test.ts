import { describe, expect, it } from 'vitest';
import { assessOrder, contract, number, order, position } from '../../test/support/engine-input.ts';
import { decimal } from '../domain/decimal-string.ts';

const d = decimal;

function flatOf(scene: Parameters<typeof assessOrder>[0]) {
  return assessOrder(scene).funding.flatPrice;
}

describe('MK-4: days at a flat price until fees and funding alone liquidate', () => {
  /** Maintenance 0.5 %, opening fee 0.05 %; funding every 8 hours. */
  const charged = (fundingRate: string) => ({
    BTC: contract({ makerFee: d('0.0005'), takerFee: d('0.0005'), fundingRate: d(fundingRate) }),
  });

  it.each([
    // (margin - 0.5 % - 0.05 %) / 0.03 %: 9.45 / 0.03 = 315, 4.45 / 0.03 = 148.33, 1.45 / 0.03 = 48.33, 0.45 / 0.03 = 15
    ['10', '0.0001', 315],
    ['20', '0.0001', 148],
    ['50', '0.0001', 48],
    ['100', '0.0001', 15],
    // The same over 0.15 %: 63, 29.67, 9.67, 3. The source prints whole days, to the nearest.
    ['10', '0.0005', 63],
    ['20', '0.0005', 30],
    ['50', '0.0005', 10],
    ['100', '0.0005', 3],
  ])('isolated %sx at %s per 8 hours: %s days', (leverage, rate, days) => {
    const ticket = order('BTC', 'long', '10', 'isolated', { leverage: d(leverage) });
    const flat = flatOf({ balance: '1000', instruments: charged(rate), order: ticket });
    expect(Math.round(number((flat as { days: unknown }).days))).toBe(days);
  });

  it('cross: all that is left of the pool over the maintenance of all', () => {
    // Equity 1,000 - 0.5 fee - 50 of ETH; maintenance 5 + 9.5; a day of the order's position 0.3: 935 / 0.3
    const eth = position('ETH', 'long', '20', 'cross', { entryPrice: d('97.5'), markPrice: d('95') });
    const flat = flatOf({
      balance: '1000',
      positions: [eth],
      instruments: { ...charged('0.0001'), ETH: contract({ markPrice: d('95') }) },
      order: order('BTC', 'long', '10', 'cross'),
    });
    expect(number((flat as { days: unknown }).days)).toBeCloseTo(935 / 0.3, 10);
  });

  it('never where funding is received or there is none', () => {
    const short = order('BTC', 'short', '10', 'isolated');
    expect(flatOf({ balance: '1000', instruments: charged('0.0001'), order: short })).toEqual({
      kind: 'never',
      why: 'funding-received',
    });
    expect(flatOf({ balance: '1000', order: short })).toEqual({ kind: 'never', why: 'no-funding' });
    const closing = order('BTC', 'long', '10', 'cross', { effect: 'close' });
    expect(
      flatOf({ balance: '1000', positions: [position('BTC', 'short', '10', 'cross')], order: closing }),
    ).toEqual({ kind: 'never', why: 'no-position' });
  });

  it('of an order that turns a position round only what opens pays its fee out of the margin', () => {
    // Long 100, sold 110: 10 are opened on a margin of 100. (100 - 5 - 10 of the fee of 110) / (1,000 x 0.01 % x 3)
    const flat = flatOf({
      balance: '1000',
      positions: [position('BTC', 'long', '100', 'isolated', { margin: d('1000') })],
      instruments: { BTC: contract({ makerFee: d('0.01'), fundingRate: d('-0.0001') }) },
      order: order('BTC', 'short', '110', 'isolated'),
    });
    expect(number((flat as { days: unknown }).days)).toBeCloseTo(85 / 0.3, 10);
  });

  it('0 where it is due already', () => {
    const ticket = order('BTC', 'long', '10', 'isolated', { leverage: d('250') });
    expect(flatOf({ balance: '1000', instruments: charged('0.0001'), order: ticket })).toEqual({ days: '0' });
  });

  it('unknown names all that is missing', () => {
    const { tiers: _, fundingRate: __, ...rest } = contract();
    const flat = flatOf({ order: order('BTC', 'long', '10', 'cross'), instruments: { BTC: rest } });
    expect(flat).toMatchObject({
      known: false,
      missing: expect.arrayContaining([
        'account.crossBalance',
        'instruments.BTC.tiers',
        'instruments.BTC.fundingRate',
      ]),
    });
  });
});

import { describe, expect, it } from 'vitest';
import { assessOrder, assessScene, contract, order, position } from '../../test/support/engine-input.ts';
import type { Side } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';
import type { VenueRules } from '../domain/venue.ts';

const d = decimal;

/** 10 at 100 on isolated, no maintenance at all unless said, so a margin of 100 ends 10 away; tick 0.5. */
function range(
  side: Side,
  margin: string,
  change: Partial<Instrument> & { rate?: string } = {},
  rules: Partial<VenueRules> = {},
) {
  const held = position('BTC', side, '10', 'isolated', { margin: d(margin) });
  const [only] = assessScene({
    balance: '0',
    rules,
    instruments: { BTC: contract({ rate: '0', tick: d('0.5'), ...change }) },
    positions: [held],
  }).positions;
  const liquidation = only?.liquidation;
  if (liquidation === undefined || !('range' in liquidation)) throw new Error(JSON.stringify(liquidation));
  const { price, distance, range: ends } = liquidation;
  return [ends.nearest, price, ends.farthest, distance].map((each) =>
    typeof each === 'string' ? each : each.missing?.join(' '),
  );
}

describe('without costs the range is one tick each way', () => {
  it('below the mark of a long, above that of a short', () => {
    expect(range('long', '100')).toEqual(['90.5', '90', '89.5', '0.1']);
    expect(range('short', '100')).toEqual(['109.5', '110', '110.5', '0.1']);
  });

  it('never past the mark nor below nothing', () => {
    expect(range('long', '3')[0]).toBe('100');
    expect(range('short', '3')[0]).toBe('100');
    expect(range('long', '998')).toEqual(['0.7', '0.2', '0', '0.998']);
  });

  it('is the price alone where it is due', () => {
    // Nothing behind it: due at the mark itself.
    expect(range('long', '0')).toEqual(['100', '100', '100', '0']);
    expect(range('short', '0')).toEqual(['100', '100', '100', '0']);
  });
});

describe('a rebate takes the near end no farther away', () => {
  it('on closing', () => {
    expect(range('long', '100', { takerFee: d('-0.01') })).toEqual(['90.5', '90', '89.5', '0.1']);
    expect(range('short', '100', { takerFee: d('-0.01') })).toEqual(['109.5', '110', '110.5', '0.1']);
  });

  it('on opening', () => {
    const { liquidation } = assessOrder({
      balance: '1000',
      instruments: { BTC: contract({ rate: '0', tick: d('0.5'), makerFee: d('-0.01') }) },
      order: order('BTC', 'long', '10', 'isolated'),
    });
    expect(liquidation).toMatchObject({ price: '90', range: { nearest: '90.5' } });
  });
});

describe('a position that is past its liquidation', () => {
  it('has no range, whatever else it owes', () => {
    const past = (side: Side) => {
      const held = position('BTC', side, '10', 'cross');
      const [only] = assessScene({
        balance: '-100',
        instruments: {
          BTC: contract({ rate: '0', tick: d('0.5'), fundingRate: d(side === 'long' ? '0.01' : '-0.01') }),
        },
        positions: [held],
      }).positions;
      return only?.liquidation;
    };
    expect(past('long')).toMatchObject({
      price: '110',
      distance: '0',
      range: { nearest: '110', farthest: '110' },
    });
    expect(past('short')).toMatchObject({
      price: '90',
      distance: '0',
      range: { nearest: '90', farthest: '90' },
    });
  });
});

describe('funding to the horizon', () => {
  it('paid brings the near end nearer, received takes the far end farther', () => {
    // 1,000 x 1 % x 3 = 30 of 100.
    const fundingRate = { fundingRate: d('0.01') };
    expect(range('long', '100', fundingRate)).toEqual(['93.5', '90', '89.5', '0.1']);
    expect(range('short', '100', fundingRate)).toEqual(['109.5', '110', '113.5', '0.1']);
    const turned = { fundingRate: d('-0.01') };
    expect(range('long', '100', turned)).toEqual(['90.5', '90', '86.5', '0.1']);
    expect(range('short', '100', turned)).toEqual(['106.5', '110', '110.5', '0.1']);
  });

  it('that pays for the whole way leaves a far end of nothing below', () => {
    // 950 + 60 of 1,000: no price liquidates it then.
    expect(range('long', '950', { fundingRate: d('-0.02') })).toEqual(['5.5', '5', '0', '0.95']);
  });

  it('that is not known leaves both ends unknown', () => {
    const { fundingRate: _, ...rateless } = contract({ rate: '0' });
    const [only] = assessScene({
      balance: '0',
      instruments: { BTC: rateless },
      positions: [position('BTC', 'long', '10', 'isolated', { margin: d('100') })],
    }).positions;
    expect(only?.liquidation).toMatchObject({
      price: '90',
      range: {
        nearest: { missing: ['instruments.BTC.fundingRate'] },
        farthest: { missing: ['instruments.BTC.fundingRate'] },
      },
    });
  });
});

describe('the closing fee', () => {
  it('brings the near end nearer where the venue has none in its trigger', () => {
    const fee = { takerFee: d('0.02') };
    // 100 - 10 (100 - P) = 10 P x 0.02: P = 900 / 9.8 = 91.8367, and a tick.
    expect(range('long', '100', fee)[0]).toMatch(/^92\.3367/);
    expect(range('long', '100', fee)[1]).toBe('90');
    expect(range('long', '100', fee, { triggerFee: 'taker' })[0]).toMatch(/^92\.3367/);
    expect(range('long', '100', fee, { triggerFee: 'taker' })[1]).toMatch(/^91\.8367/);
  });
});

describe('the opening fee of an order', () => {
  const ends = (marginMode: 'cross' | 'isolated', balance: string, rules: Partial<VenueRules> = {}) => {
    const { liquidation } = assessOrder({
      balance,
      rules,
      instruments: { BTC: contract({ rate: '0', tick: d('0.5'), makerFee: d('0.01') }) },
      order: order('BTC', 'long', '10', marginMode),
    });
    if (!('range' in liquidation)) throw new Error(JSON.stringify(liquidation));
    return [liquidation.range.nearest, liquidation.price, liquidation.range.farthest];
  };

  it('may come out of isolated margin, which the near end counts', () => {
    // 10 of fee over 10: one nearer.
    expect(ends('isolated', '1000')).toEqual(['91.5', '90', '89.5']);
  });

  it('of an order that turns a position round is counted as far as it opens', () => {
    // Long 100, sold 110: 10 are opened on a margin of 100. Of the fee of 110 they pay 10: 90 left, 9 away, less a tick.
    const { liquidation } = assessOrder({
      balance: '1000',
      instruments: { BTC: contract({ rate: '0', tick: d('0.5'), makerFee: d('0.01') }) },
      positions: [position('BTC', 'long', '100', 'isolated', { margin: d('1000') })],
      order: order('BTC', 'short', '110', 'isolated'),
    });
    expect(liquidation).toMatchObject({ price: '110', range: { nearest: '108.5' } });
  });

  it('is counted once where the venue takes it out of the margin, or the pool pays it', () => {
    expect(ends('isolated', '1000', { openFeeFromMargin: true })).toEqual(['91.5', '91', '90.5']);
    // 110 less the fee is 100.
    expect(ends('cross', '110')).toEqual(['90.5', '90', '89.5']);
  });
});

describe('a margin that equals its maintenance', () => {
  // 700 / 66 and 700 / 45 are no round numbers: at 50x the margin is 2 % of the value, and so is the maintenance.
  it.each([
    ['long', '66'],
    ['long', '45'],
    ['short', '66'],
    ['short', '45'],
  ] as const)('is due on an inverse %s at %s, on no side of the mark', (side, at) => {
    const { liquidation } = assessOrder({
      balance: '1000',
      instruments: { BTC: contract({ kind: 'inverse', markPrice: d(at), rate: '0.02' }) },
      order: order('BTC', side, '700', 'isolated', { price: d(at), leverage: d('50') }),
    });
    expect(liquidation).toEqual({
      kind: 'price',
      price: at,
      distance: '0',
      range: { nearest: at, farthest: at },
    });
  });
});

describe('a table that is assumed', () => {
  it('is read one bracket stricter at the near end', () => {
    const tiers = [
      { floor: d('0'), cap: d('5000'), rate: d('0') },
      { floor: d('5000'), cap: null, rate: d('0.02') },
    ];
    expect(range('long', '100', { tiers })[0]).toBe('90.5');
    expect(range('long', '100', { tiers, tiersAssumed: true })[0]).toMatch(/^92\.3367/);
    expect(range('long', '100', { tiers, tiersAssumed: true }).slice(1)).toEqual(['90', '89.5', '0.1']);
  });
});

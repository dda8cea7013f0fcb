import { describe, expect, it } from 'vitest';
import { assessOrder, assessScene, contract, order, position } from '../../test/support/engine-input.ts';
import type { Account, Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';

const d = decimal;
const long = position('BTC', 'long', '10', 'cross');
const short = position('BTC', 'short', '10', 'cross');

/** Liquidation of the first position: its price by six digits, or why there is none, or what is missing. */
function first(
  balance: string,
  positions: readonly Position[],
  instrument: Partial<Instrument> & { rate?: string } = {},
) {
  const [own] = assessScene({
    balance,
    positions,
    instruments: { BTC: contract({ rate: '0', ...instrument }), ETH: contract() },
  }).positions;
  const liquidation = own?.liquidation;
  if (liquidation === undefined) throw new Error('there is a position');
  if ('known' in liquidation) return liquidation.missing?.join(' ');
  if (liquidation.kind === 'none') return liquidation.why;
  const due = liquidation.distance === '0' ? ' due' : '';
  return `${Number(Number(liquidation.price).toFixed(6))}${due}`;
}

describe('a price at which what stands behind it is gone', () => {
  it('is below a long and above a short', () => {
    // 10 (100 - P) = 200 and 10 (P - 100) = 200.
    expect(first('200', [long])).toBe('80');
    expect(first('200', [short])).toBe('120');
    // With 1 %: 200 - 10 (100 - P) = 0.1 P, so P = 800 / 9.9; (200 + 1,000) / 10.1.
    expect(first('200', [long], { rate: '0.01' })).toBe('80.808081');
    expect(first('200', [short], { rate: '0.01' })).toBe('118.811881');
  });

  it('of an inverse contract is worked out in the coin', () => {
    // 1,000 at 100 is 10 coins: 2 + 1,000 (1 / 100 - 1 / P) = 0 at 83.33; a short's at 125.
    const inverse = { kind: 'inverse' as const };
    expect(first('2', [{ ...long, size: d('1000') }], inverse)).toBe('83.333333');
    expect(first('2', [{ ...short, size: d('1000') }], inverse)).toBe('125');
  });

  it('is due where it is passed, and tells where it would live again', () => {
    expect(first('-100', [long])).toBe('110 due');
    expect(first('-100', [short])).toBe('90 due');
    expect(first('-999', [short])).toBe('0.1 due');
  });

  it('is due at the mark where no price above zero brings it back', () => {
    expect(first('-1000', [short])).toBe('100 due');
    expect(first('-1001', [short])).toBe('100 due');
    const inverse = { kind: 'inverse' as const };
    // 10 coins at 100: a long that owes 11 lives at no price, and 1 / 100 is no round figure of 3.
    const third = { ...long, size: d('1000') };
    expect(first('-100', [third], inverse)).toBe('100 due');
  });

  it('counts the gains and losses of a leg against it', () => {
    // 200 - 10 (100 - P) + 4 (100 - P): 6 (100 - P) = 200.
    expect(first('200', [long, { ...short, size: d('4') }])).toBe('66.666667');
  });
});

describe('no price', () => {
  it('within the collateral', () => {
    expect(first('1001', [long])).toBe('notional-within-collateral');
    expect(first('1000', [long])).toBe('notional-within-collateral');
    expect(first('999', [long])).toBe('0.1');
  });

  it('where the legs hold each other', () => {
    expect(first('1000', [long, { ...short, size: d('4') }])).toBe('hedged');
  });

  it('where nothing is left', () => {
    const { liquidation } = assessOrder({
      balance: '10',
      positions: [short],
      order: order('BTC', 'long', '10', 'cross', { effect: 'close' }),
    });
    expect(liquidation).toEqual({ kind: 'none', why: 'no-position' });
  });
});

describe('what is missing', () => {
  it('is all that it needs, once each', () => {
    const { marginMode: _mode, ...modeless } = { ...long, size: d('0') };
    expect(first('1', [modeless], { tiers: [] })).toBe(
      'account.positions[0].marginMode account.positions[0].size instruments.BTC.tiers',
    );
    const { marginMode: _other, ...only } = long;
    expect(first('1', [only])).toBe('account.positions[0].marginMode');
    const { entryPrice: _entry, ...unentered } = long;
    expect(first('1', [unentered])).toBe('account.positions[0].entryPrice');
    const alone = position('BTC', 'long', '10', 'isolated');
    expect(first('1', [alone])).toBe('account.positions[0].margin');
  });

  it('is not the mark: the price stands without its distance', () => {
    const { markPrice: _row, ...unmarked } = position('BTC', 'long', '10', 'isolated', { margin: d('200') });
    const { markPrice: _contract, ...bare } = contract({ rate: '0' });
    const [own] = assessScene({ balance: '1', positions: [unmarked], instruments: { BTC: bare } }).positions;
    expect(own?.liquidation).toMatchObject({
      price: '80',
      distance: { missing: ['account.positions[0].markPrice'] },
    });
  });
});

describe('maintenance that the venue freezes', () => {
  it('is asked for at its own price, whatever the mark becomes', () => {
    const at = (maintenanceAt: 'entry' | 'mark' | 'liquidation', markPrice: string) => {
      const [own] = assessScene({
        balance: '200',
        rules: { maintenanceAt },
        instruments: { BTC: contract({ rate: '0.02' }) },
        positions: [{ ...long, markPrice: d(markPrice) }],
      }).positions;
      const liquidation = own?.liquidation as { price: string };
      return Number(Number(liquidation.price).toFixed(6));
    };
    // 200 - 20 of 1,000; 200 - 18 of 900; 800 / 9.8.
    expect(at('entry', '90')).toBe(82);
    expect(at('mark', '90')).toBe(81.8);
    expect(at('liquidation', '90')).toBe(81.632653);
  });
});

describe('an inverse price', () => {
  const inverse = (balance: string) => {
    const [own] = assessScene({
      balance,
      instruments: { BTC: contract({ kind: 'inverse', rate: '0' }) },
      positions: [{ ...short, size: d('1000') }],
    }).positions;
    return own?.liquidation;
  };

  it('a million million times the mark is the last that is one: beyond it is what rounding left', () => {
    // 10 coins cover 1,000 at 100. What they lack of it, over 1,000, is 1 / price: 10^-14, 10^-15.
    expect(inverse('9.99999999999')).toMatchObject({ price: '100000000000000' });
    expect(inverse('9.999999999999')).toEqual({ kind: 'none', why: 'notional-within-collateral' });
  });

  it('is no reason to doubt a linear one however small', () => {
    const [own] = assessScene({
      balance: '999.99999999999',
      instruments: { BTC: contract({ rate: '0' }) },
      positions: [long],
    }).positions;
    expect(own?.liquidation).toMatchObject({ price: '0.000000000001' });
  });

  it('that the rounding of an average entry leaves is none: margin of the whole value cannot be liquidated', () => {
    // 0.05 at 101.7 and 0.6 at 120.3, both 1x: 77.265 behind 0.65 coins bought for 77.265.
    const held = position('BTC', 'long', '0.05', 'isolated', { entryPrice: d('101.7'), margin: d('5.085') });
    const added = order('BTC', 'long', '0.6', 'isolated', { price: d('120.3'), leverage: d('1') });
    const { liquidation, losses } = assessOrder({ balance: '1000', positions: [held], order: added });
    expect(liquidation).toEqual({ kind: 'none', why: 'notional-within-collateral' });
    expect(losses.atLiquidation).toEqual({ kind: 'none' });
  });
});

describe('a rate that grows', () => {
  /** Rate of 1 % and 0.0008 for each coin; at 80 the long of 1,000 is 12.5 coins: 12.5 x (0.01 + 0.01) = 0.25. */
  const deribit = (balance: string, coins: Account['coins'] = []) => {
    const { tiers: _, ...rest } = contract({ kind: 'inverse' });
    const [own] = assessScene({
      balance,
      rules: { model: 'deribit' },
      account: { coins },
      instruments: { BTC: { ...rest, sizeRate: { base: d('0.01'), perUnit: d('0.0008') } } },
      positions: [{ ...long, size: d('1000') }],
    }).positions;
    return own?.liquidation;
  };

  it('with the size in coins is a parabola, solved to the last digit', () => {
    // 10 coins at 100 have become 12.5: 2.5 lost and 0.25 asked.
    expect(deribit('2.75')).toMatchObject({ price: '80' });
    // 100 of the quote currency beside it are 1.25 coins there.
    const quote = { symbol: 'BTC', amount: d('100'), inMarginAccount: true, weight: d('1') };
    expect(deribit('1.5', [quote])).toMatchObject({ price: '80' });
  });

  /** Rate of 1 % that only grows far above. */
  const orderly = (balance: string, held: Position, coins: Account['coins'] = []) => {
    const { tiers: _, ...rest } = contract();
    const powerRate = { base: d('0.01'), baseInitial: d('0.02'), factor: d('0.00000001') };
    const [own] = assessScene({
      balance,
      rules: { model: 'orderly' },
      account: { coins },
      instruments: { BTC: { ...rest, powerRate } },
      positions: [held],
    }).positions;
    const liquidation = own?.liquidation as { price?: string; why?: string };
    return liquidation.why ?? Number(Number(liquidation.price).toFixed(6));
  };

  it('with a power of the value is solved alone, and beside coins', () => {
    // 200 - 10 (100 - P) = 0.1 P; (200 + 1,000) / 10.1.
    expect(orderly('200', long)).toBe(80.808081);
    expect(orderly('200', short)).toBe(118.811881);
    expect(orderly('1001', long)).toBe('notional-within-collateral');
    expect(orderly('-1001', short)).toBe(100);
    // 48 - 10 (100 - P) + 2 P = 0.1 P at 80: 48 - 200 + 160 = 8.
    const two = { symbol: 'BTC', amount: d('2'), inMarginAccount: true, weight: d('1') };
    expect(orderly('48', long, [two])).toBe(80);
  });
});

describe('the end of a table that lacks its upper part', () => {
  /** 1 % up to 2,000. */
  const excerpt = contract({
    tiersIncomplete: true,
    tiers: [{ floor: d('0'), cap: d('2000'), rate: d('0.01') }],
  });
  const isolated = (side: 'long' | 'short', size: string, margin: string) =>
    assessScene({
      balance: '0',
      instruments: { BTC: excerpt },
      positions: [position('BTC', side, size, 'isolated', { margin: d(margin) })],
    }).positions[0]?.liquidation;
  const missing = { known: false, missing: ['instruments.BTC.tiers'] };

  it('is still known, a cent beyond it is not', () => {
    // 2,000 less 20 P is 200: 20 P - 1,800 = 0.2 P.
    const at = isolated('long', '20', '200') as { price: string };
    expect(Number(at.price)).toBeCloseTo(1800 / 19.8, 12);
    expect(isolated('long', '20.0001', '200')).toMatchObject(missing);
  });

  it('hides what a position beyond it asks for, were it covered whole', () => {
    expect(isolated('long', '20', '2000')).toEqual({ kind: 'none', why: 'notional-within-collateral' });
    expect(isolated('long', '21', '2100')).toMatchObject(missing);
    expect(isolated('long', '21', '2200')).toMatchObject(missing);
  });

  it('is never met by what gains alone: a long and coins that cover it whole', () => {
    const [own] = assessScene({
      balance: '1100',
      instruments: { BTC: excerpt },
      account: { coins: [{ symbol: 'BTC', amount: d('5'), inMarginAccount: true, weight: d('1') }] },
      positions: [long],
    }).positions;
    // It can lose 1,000; above, it wins whatever it is asked for.
    expect(own?.liquidation).toEqual({ kind: 'none', why: 'hedged' });
  });

  it('is met by a short at a value of 2,000', () => {
    // 10 at 200: 1,000 + 20 is just what it takes; at a little less it is at 199.9.
    expect(isolated('short', '10', '1020')).toMatchObject(missing);
    const before = isolated('short', '10', '1018.99') as { price: string };
    expect(Number(before.price)).toBeCloseTo(199.9, 10);
  });
});

import { describe, expect, it } from 'vitest';
import { assessOrder, assessScene, contract, order, position } from '../../test/support/engine-input.ts';
import type { Position } from '../domain/account.ts';
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

  it('where none above zero brings it back', () => {
    expect(first('-1000', [short])).toBe('price-not-positive');
    expect(first('-1001', [short])).toBe('price-not-positive');
    expect(first('-999', [short])).toBe('0.1 due');
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

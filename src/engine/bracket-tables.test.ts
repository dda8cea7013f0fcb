import { describe, expect, it } from 'vitest';
import {
  assessOrder,
  assessScene,
  contract,
  number,
  order,
  position,
  sceneInput,
} from '../../test/support/engine-input.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument, MarginTier } from '../domain/instrument.ts';
import { isUnknown } from '../domain/known.ts';
import { baseRules } from '../venues/base-rules.ts';
import { liquidationPrice } from './liquidation-price.ts';

const tier = (floor: string, cap: string | null, rate: string): MarginTier => ({
  floor: decimal(floor),
  cap: cap === null ? null : decimal(cap),
  rate: decimal(rate),
});

/** Known up to a value of 2,000; what follows exists and was not found. */
const excerpt = (change: Partial<Instrument> = {}) =>
  contract({
    tiers: [tier('0', '1000', '0.01'), tier('1000', '2000', '0.02')],
    tiersIncomplete: true,
    ...change,
  });

const missing = { known: false, why: 'venue-facts-missing', missing: ['instruments.BTC.tiers'] };

/** The price of a liquidation that has one. */
const priceOf = (liquidation: unknown) => (liquidation as { price: string }).price;

const liquidationOf = (side: 'long' | 'short', size: string, margin: string, instrument = excerpt()) =>
  assessScene({
    balance: '0',
    positions: [position('BTC', side, size, 'isolated', { margin: decimal(margin) })],
    instruments: { BTC: instrument },
  }).positions[0]?.liquidation;

describe('a bracket table without its upper part', () => {
  it('is the whole table while neither the position nor its liquidation leaves it', () => {
    const whole = contract({ tiers: [tier('0', '1000', '0.01'), tier('1000', null, '0.02')] });
    expect(liquidationOf('long', '15', '150')).toEqual(liquidationOf('long', '15', '150', whole));
    expect(liquidationOf('short', '15', '150')).toEqual(liquidationOf('short', '15', '150', whole));
  });

  it('says nothing of a position beyond its end: not its maintenance, not its liquidation', () => {
    for (const side of ['long', 'short'] as const)
      expect(liquidationOf(side, '21', '210')).toMatchObject(missing);
    const { positions, shocks, marginRatio } = assessScene({
      balance: '5000',
      positions: [position('BTC', 'long', '21', 'cross')],
      instruments: { BTC: excerpt() },
    });
    expect(positions[0]?.maintenanceMargin).toMatchObject(missing);
    expect(marginRatio.after).toMatchObject(missing);
    expect(shocks[0]?.liquidated).toMatchObject(missing);
  });

  it('says nothing of a liquidation beyond its end: a short of 1,500 with 1,000 behind it', () => {
    expect(liquidationOf('short', '15', '1000')).toMatchObject(missing);
    // A long moves away from the end, whatever is behind it.
    expect(liquidationOf('long', '15', '1600')).toEqual({ kind: 'none', why: 'notional-within-collateral' });
  });

  it('says nothing of when a long that is past its liquidation would live again beyond the end', () => {
    const dead = position('BTC', 'long', '15', 'isolated', {
      margin: decimal('1'),
      entryPrice: decimal('200'),
    });
    const { positions } = assessScene({ balance: '0', positions: [dead], instruments: { BTC: excerpt() } });
    expect(positions[0]?.liquidation).toMatchObject(missing);
  });

  it('leaves the shocks unknown that take a short beyond the end, and only those', () => {
    const { shocks } = assessScene({
      balance: '5000',
      positions: [position('BTC', 'short', '19', 'cross')],
      instruments: { BTC: excerpt() },
    });
    const known = shocks.map(({ move, liquidated }) => [move, !isUnknown(liquidated)]);
    expect(known).toEqual([
      ['-0.02', true],
      ['-0.05', true],
      ['-0.08', false],
      ['-0.1', false],
      ['-0.15', false],
      ['-0.2', false],
    ]);
  });

  it('has no next rate for its last bracket once it is old as well', () => {
    const old = excerpt({ tiersAssumed: true });
    expect(liquidationOf('long', '15', '150', old)).toMatchObject({
      kind: 'price',
      range: { nearest: missing },
    });
    expect(liquidationOf('long', '5', '50', old)).toMatchObject({ kind: 'price' });
    const near = (liquidationOf('long', '5', '50', old) as { range: { nearest: string } }).range.nearest;
    // 5 x (P - 100) + 50 = 0.02 x 5 x P, and a tick.
    expect(number(near)).toBeCloseTo(450 / 4.9 + 0.01, 10);
  });

  it('is passed on to whoever shares the pool', () => {
    const input = sceneInput({
      balance: '5000',
      positions: [position('BTC', 'long', '21', 'cross'), position('ETH', 'long', '1', 'cross')],
      instruments: { BTC: excerpt(), ETH: contract() },
    });
    expect(liquidationPrice(input, baseRules, 1)).toMatchObject(missing);
  });

  it('leaves the worst loss known: it needs no brackets', () => {
    const { losses } = assessOrder({
      balance: '5000',
      order: order('BTC', 'long', '30', 'isolated'),
      instruments: { BTC: excerpt() },
    });
    expect(losses.worst).toEqual({ amount: '300', why: 'isolated-margin' });
    expect(losses.atLiquidation).toMatchObject(missing);
  });
});

describe('brackets that count size', () => {
  const bySize = (change: Partial<Instrument> = {}) =>
    contract({ tiers: [tier('0', '10', '0.01'), tier('10', '20', '0.02')], tierUnit: 'size', ...change });

  it('take the bracket of the size at every price', () => {
    // 15 coins: rate 0.02 on all of them (flat): 15 (P - 100) + 150 = 0.02 x 15 P.
    const flat = assessScene({
      balance: '0',
      positions: [position('BTC', 'long', '15', 'isolated', { margin: decimal('150') })],
      instruments: { BTC: bySize() },
      rules: { tierScheme: 'flat' },
    }).positions[0];
    expect(number(priceOf(flat?.liquidation))).toBeCloseTo(90 / 0.98, 10);
    expect(flat?.maintenanceMargin).toBe('30');
  });

  it('with a deduction ask of each part its own rate', () => {
    // 10 x 0.01 + 5 x 0.02 = 0.2 coins, at 100.
    const { positions } = assessScene({
      balance: '0',
      positions: [position('BTC', 'long', '15', 'isolated', { margin: decimal('150') })],
      instruments: { BTC: bySize() },
    });
    expect(number(positions[0]?.maintenanceMargin)).toBeCloseTo(20, 10);
    expect(number(priceOf(positions[0]?.liquidation))).toBeCloseTo(1350 / 14.8, 10);
  });

  it('of an inverse contract count face value: the same rate however many coins that is', () => {
    // 15 of face value at 100: 15 / 100 coins x 0.02.
    const { positions } = assessScene({
      balance: '0',
      positions: [position('BTC', 'long', '15', 'isolated', { margin: decimal('0.015') })],
      instruments: { BTC: bySize({ kind: 'inverse' }) },
      rules: { tierScheme: 'flat' },
    });
    expect(number(positions[0]?.maintenanceMargin)).toBeCloseTo(0.003, 15);
  });

  it('end where they end, and widen by the next rate when old', () => {
    const at = (size: string, instrument: Instrument) =>
      assessScene({
        balance: '0',
        positions: [position('BTC', 'long', size, 'isolated', { margin: decimal('50') })],
        instruments: { BTC: instrument },
        rules: { tierScheme: 'flat' },
      }).positions[0]?.liquidation;
    expect(at('21', bySize({ tiersIncomplete: true }))).toMatchObject(missing);
    expect(at('15', bySize({ tiersIncomplete: true, tiersAssumed: true }))).toMatchObject({
      kind: 'price',
      range: { nearest: missing },
    });
    const old = at('5', bySize({ tiersAssumed: true })) as { range: { nearest: string } };
    expect(number(old.range.nearest)).toBeCloseTo(450 / 4.9 + 0.01, 10);
  });

  it('allow no size by leverage that nobody worked out, and the fast price takes the same way', () => {
    const input = sceneInput({
      balance: '100',
      positions: [position('BTC', 'long', '5', 'cross'), position('ETH', 'long', '1', 'cross')],
      instruments: { BTC: bySize(), ETH: contract() },
    });
    const point = liquidationPrice(input, baseRules, 1);
    // ETH: 100 + (P - 100) - 0.01 x 500 = 0.005 P.
    if (isUnknown(point) || point.kind !== 'price') throw new Error('there is a price');
    expect(Number(point.price.toFixed())).toBeCloseTo(5 / 0.995, 10);
  });
});

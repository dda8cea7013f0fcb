import { describe, expect, it } from 'vitest';
import {
  assessOrder,
  assessScene,
  contract,
  number,
  order,
  position,
} from '../../test/support/engine-input.ts';
import type { Side } from '../domain/account.ts';
import { type DecimalString, decimal } from '../domain/decimal-string.ts';
import type { Liquidation } from '../domain/exposure.ts';
import type { Instrument, SizeRate } from '../domain/instrument.ts';
import { deribitFacts } from '../venues/deribit/facts.ts';

/** Deribit: rates that grow with the size in coins. Ids are those of the collected facts. */

const rules = deribitFacts.rules;

function rate(symbol: string): SizeRate {
  const found = deribitFacts.sizeRates?.[symbol];
  if (found === undefined) throw new Error(`no rate of ${symbol}`);
  return found;
}

function instrument(kind: 'linear' | 'inverse', mark: string, sizeRate: SizeRate): Instrument {
  const { tiers: _tiers, ...rest } = contract({
    kind,
    markPrice: decimal(mark),
    takerFee: decimal('0.0005'),
  });
  return { ...rest, sizeRate };
}

describe('margins as Deribit prints them', () => {
  it.each([
    ['DB1', 'BTC-PERPETUAL', '25', '100000', '53125', '28125'],
    ['DB2', 'BTC-PERPETUAL', '350', '100000', '1312500', '962500'],
    ['DB3', 'SOL_USDC-PERPETUAL', '25', '200', '200.625', '100.625'],
    ['DB4', 'SOL_USDC-PERPETUAL', '6000', '200', '84000', '60000'],
  ])('%s: %s, %s at %s, whatever the leverage', (_id, symbol, size, price, initial, maintenance) => {
    const exposure = assessOrder({
      balance: '100000000',
      rules,
      instruments: { [symbol]: instrument('linear', price, rate(symbol)) },
      order: order(symbol, 'long', size, 'cross', { price: decimal(price), leverage: decimal('3') }),
    });
    expect(exposure.initialMargin).toBe(initial);
    expect(exposure.positions[0]).toMatchObject({ initialMargin: initial, maintenanceMargin: maintenance });
  });

  it('the same for an inverse contract: 25 BTC are 2,500,000 of face value at 100,000', () => {
    const exposure = assessOrder({
      balance: '100',
      rules,
      instruments: { BTC: instrument('inverse', '100000', rate('BTC-PERPETUAL')) },
      order: order('BTC', 'long', '2500000', 'cross', { price: decimal('100000') }),
    });
    expect(exposure.initialMargin).toBe('0.53125');
    expect(exposure.positions[0]).toMatchObject({ initialMargin: '0.53125', maintenanceMargin: '0.28125' });
  });

  it('adding to a position takes what the larger one needs more', () => {
    const instruments = { BTC: instrument('linear', '100000', rate('BTC-PERPETUAL')) };
    const entryPrice = decimal('100000');
    const held = position('BTC', 'long', '25', 'cross', { entryPrice, markPrice: entryPrice });
    const exposure = assessOrder({
      balance: '100000000',
      rules,
      instruments,
      positions: [held],
      order: order('BTC', 'long', '325', 'cross', { price: entryPrice }),
    });
    expect(exposure.initialMargin).toBe(String(1312500 - 53125));
  });

  it('DB5: taker fees of 0.05 % in the coin', () => {
    const fee = (size: string, price: string) =>
      assessOrder({
        balance: '10',
        rules,
        instruments: { C: instrument('inverse', price, rate('BTC-PERPETUAL')) },
        order: order('C', 'long', size, 'cross', { type: 'market' }),
      }).fees.open;
    expect(fee('10000', '100000')).toBe('0.00005');
    expect(fee('50000', '100000')).toBe('0.00025');
    expect(fee('20000', '4000')).toBe('0.0025');
  });

  it('without the initial part, leverage decides', () => {
    const { base, perUnit } = rate('BTC-PERPETUAL');
    const exposure = assessOrder({
      balance: '100000000',
      rules,
      instruments: { BTC: instrument('linear', '100000', { base, perUnit }) },
      order: order('BTC', 'long', '25', 'cross', { price: decimal('100000'), leverage: decimal('50') }),
    });
    expect(exposure.initialMargin).toBe('50000');
  });
});

function priceOf(liquidation: unknown): DecimalString {
  const point = liquidation as Liquidation;
  if (point.kind !== 'price') throw new Error(JSON.stringify(liquidation));
  return point.price;
}

describe('liquidation', () => {
  const inverse = (side: Side, balance: string, size: string, sizeRate = rate('BTC-PERPETUAL')) =>
    assessScene({
      balance,
      rules,
      instruments: { BTC: instrument('inverse', '100000', sizeRate) },
      positions: [
        position('BTC', side, size, 'cross', {
          entryPrice: decimal('100000'),
          markPrice: decimal('100000'),
        }),
      ],
    }).positions[0]?.liquidation;

  it('DB-D: equity of 0.1 BTC, long 20,000 at 100,000: 67,334.32, and the trigger holds there', () => {
    const price = number(priceOf(inverse('long', '0.1', '20000')));
    expect(price).toBeCloseTo(67334.32, 2);
    const coins = 20000 / price;
    expect(0.1 + 20000 * (1 / 100000 - 1 / price)).toBeCloseTo(coins * (0.01 + 0.00005 * coins), 14);
  });

  it('DB-D with the rate held at 1 %: 67,333.33', () => {
    const fixed = { base: decimal('0.01'), perUnit: decimal('0') };
    expect(number(priceOf(inverse('long', '0.1', '20000', fixed)))).toBeCloseTo(67333.33, 2);
  });

  it('a short that its coins cover has none; a larger one is solved above the mark', () => {
    expect(inverse('short', '0.2', '20000')).toEqual({ kind: 'none', why: 'notional-within-collateral' });
    const price = number(priceOf(inverse('short', '1', '1000000')));
    const coins = 1000000 / price;
    expect(price).toBeGreaterThan(100000);
    expect(1 - 1000000 * (1 / 100000 - 1 / price)).toBeCloseTo(coins * (0.01 + 0.00005 * coins), 12);
  });

  it('linear: the rate of the size, whatever the price', () => {
    const exposure = assessScene({
      balance: '500000',
      rules,
      instruments: { BTC: instrument('linear', '100000', rate('BTC-PERPETUAL')) },
      positions: [
        position('BTC', 'long', '25', 'cross', {
          entryPrice: decimal('100000'),
          markPrice: decimal('100000'),
        }),
      ],
    });
    const price = number(priceOf(exposure.positions[0]?.liquidation));
    expect(500000 + 25 * (price - 100000)).toBeCloseTo(25 * price * 0.01125, 6);
    const fell = exposure.shocks.find(({ move }) => move === '-0.02');
    expect(number(fell?.marginRatio)).toBeCloseTo((2450000 * 0.01125) / 450000, 15);
  });

  it('inverse: a shock takes the rate of the shocked price', () => {
    const exposure = assessScene({
      balance: '20',
      rules,
      instruments: { BTC: instrument('inverse', '100000', rate('BTC-PERPETUAL')) },
      positions: [
        position('BTC', 'long', '1000000', 'cross', {
          entryPrice: decimal('100000'),
          markPrice: decimal('100000'),
        }),
      ],
    });
    const fell = exposure.shocks.find(({ move }) => move === '-0.2');
    // 12.5 BTC at 80,000, of which 2.5 are lost.
    expect(number(fell?.marginRatio)).toBeCloseTo((12.5 * (0.01 + 0.00005 * 12.5)) / 17.5, 15);
  });
});

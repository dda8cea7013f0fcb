import { describe, expect, it } from 'vitest';
import { contract, position, sceneInput } from '../../test/support/engine-input.ts';
import { type DecimalString, decimal } from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { bankruptcyPrice } from './bankruptcy-price.ts';
import { plain } from './decimal.ts';

type Scene = Parameters<typeof sceneInput>[0];

function priceOf(
  scene: Scene,
  index = 0,
  rules: Partial<VenueRules> = {},
  fee?: DecimalString,
): number | string {
  const point = bankruptcyPrice(sceneInput(scene), { ...baseRules, ...rules }, index, fee);
  if (isUnknown(point)) throw new Error(JSON.stringify(point));
  return point.kind === 'none' ? point.why : Number(plain(point.price));
}

describe('the bankruptcy price', () => {
  const isolated = (side: 'long' | 'short') =>
    position('BTC', side, '10', 'isolated', { margin: decimal('20') });

  it('is where isolated margin is gone, whatever maintenance asks and wherever it is valued', () => {
    for (const rules of [
      {},
      { maintenanceAt: 'entry' },
      { triggerFee: 'taker' },
      { marginIncludesClosingFee: true },
    ] as const) {
      expect(priceOf({ positions: [isolated('long')] }, 0, rules)).toBe(98);
      expect(priceOf({ positions: [isolated('short')] }, 0, rules)).toBe(102);
    }
  });

  it('with a closing fee is where what is left just pays for it', () => {
    // 20 + 10 (P - 100) = 10 P x 1 %
    expect(priceOf({ positions: [isolated('long')] }, 0, {}, decimal('0.01'))).toBeCloseTo(980 / 9.9, 10);
    expect(priceOf({ positions: [isolated('short')] }, 0, {}, decimal('0.01'))).toBeCloseTo(1020 / 10.1, 10);
  });

  const pair = [
    position('BTC', 'long', '10', 'cross', { markPrice: decimal('110') }),
    position('ETH', 'short', '10', 'cross', { markPrice: decimal('105') }),
  ];

  it('on cross is where the equity of the pool is gone, maintenance of the others not set aside', () => {
    // 500 + 100 - 50 = 550 is 55 a coin.
    expect(priceOf({ balance: '500', positions: pair })).toBeCloseTo(55, 10);
    expect(priceOf({ balance: '500', positions: pair }, 1)).toBeCloseTo(160, 10);
  });

  it('pro rata is the mark less the pool held for each unit of value', () => {
    const held = 550 / 2150;
    const rules = { crossPool: 'pro-rata' as const };
    expect(priceOf({ balance: '500', positions: pair }, 0, rules)).toBeCloseTo(110 * (1 - held), 10);
    expect(priceOf({ balance: '500', positions: pair }, 1, rules)).toBeCloseTo(105 * (1 + held), 10);
  });

  it('is none where a long cannot lose what stands behind it', () => {
    expect(priceOf({ balance: '1001', positions: [position('BTC', 'long', '10', 'cross')] })).toBe(
      'notional-within-collateral',
    );
  });

  it('needs no brackets and no fees, and names what it lacks', () => {
    const bare = { BTC: { kind: 'linear' as const } };
    expect(priceOf({ positions: [isolated('long')], instruments: bare })).toBe(98);
    const { margin: _margin, ...unfunded } = isolated('long');
    expect(bankruptcyPrice(sceneInput({ positions: [unfunded] }), baseRules, 0)).toMatchObject({
      missing: ['account.positions[0].margin'],
    });
    expect(bankruptcyPrice(sceneInput({ positions: [] }), baseRules, 0)).toMatchObject({
      missing: ['account.positions[0]'],
    });
  });
});

it('of inverse contracts too', () => {
  const coin = { BTC: contract({ kind: 'inverse', markPrice: decimal('8000') }) };
  const long = position('BTC', 'long', '10000', 'cross', {
    entryPrice: decimal('8000'),
    markPrice: decimal('8000'),
  });
  // 10,000 x 1.00075 / (1.25 + 0.5), Bybit help of 2019
  expect(
    priceOf({ balance: '0.5', instruments: coin, positions: [long] }, 0, {}, decimal('0.00075')),
  ).toBeCloseTo(5718.57, 2);
});

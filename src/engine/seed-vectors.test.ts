import { describe, expect, it } from 'vitest';
import {
  assessOrder,
  assessScene,
  contract,
  liquidationPercent,
  order,
  position,
} from '../../test/support/engine-input.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Exposure } from '../domain/exposure.ts';

/** The venues' official examples among the source documents' numbers. */

describe('official examples', () => {
  const source = {
    BTC: contract({ markPrice: decimal('1335.18') }),
    ETH: contract({ markPrice: decimal('31967.27') }),
  };
  const leg = (side: 'long' | 'short', size: string) =>
    position('BTC', side, size, 'cross', {
      entryPrice: decimal('1456.84'),
      markPrice: decimal('1335.18'),
      maintenance: { rate: decimal('0.1'), amount: decimal('135365') },
    });
  const other = position('ETH', 'long', '109.488', 'cross', {
    entryPrice: decimal('32481.98'),
    markPrice: decimal('31967.27'),
    maintenance: { rate: decimal('0.025'), amount: decimal('16300') },
  });
  const priceOf = (exposure: Exposure, index = 0) =>
    100 + liquidationPercent(exposure.positions[index]?.liquidation);

  it('V-1: Binance cross is liquidated at 1,153.2565, no other price for a hedged leg, none below 0', () => {
    const scene = { balance: '1535443.01', instruments: source };
    expect(priceOf(assessScene({ ...scene, positions: [leg('long', '3683.979'), other] }))).toBeCloseTo(
      1153.2565,
      4,
    );
    const hedged = assessScene({
      ...scene,
      positions: [leg('long', '3683.979'), leg('short', '100'), other],
    });
    expect(priceOf(hedged, 1)).toBe(priceOf(hedged, 0));
    const rich = assessScene({
      ...scene,
      balance: '15354430.1',
      positions: [leg('long', '3683.979'), other],
    });
    expect(rich.positions[0]?.liquidation).toMatchObject({ kind: 'none' });
  });

  it('V-2: adding margin on Bybit moves the price, and the largest loss with it', () => {
    const at = (margin: string) =>
      assessOrder({
        balance: '20000',
        rules: { maintenanceAt: 'entry' },
        instruments: { BTC: contract({ markPrice: decimal('8000') }) },
        order: order('BTC', 'long', '5', 'isolated', { price: decimal('8000'), margin: decimal(margin) }),
      });
    const rows = [
      ['4000', 7240],
      ['8000', 6440],
      ['10000', 6040],
    ] as const;
    for (const [margin, price] of rows) {
      expect(priceOf(at(margin))).toBe(price);
      expect(at(margin).losses.worst).toEqual({ amount: margin, why: 'isolated-margin' });
    }
  });

  it('V-3: Bitget adds as much margin again, and 55.01 of 600 is left', () => {
    const at = (margin: string) =>
      assessOrder({
        balance: '600',
        instruments: { BTC: contract({ markPrice: decimal('27249.5'), rate: '0.0046' }) },
        order: order('BTC', 'long', '0.1', 'isolated', {
          price: decimal('27249.5'),
          margin: decimal(margin),
        }),
      });
    expect(priceOf(at('272.495'))).toBeCloseTo(24637.9, 1);
    expect(Math.abs(priceOf(at('544.99')) - 21900.4)).toBeLessThanOrEqual(0.1);
    expect(at('544.99').idle.balance).toBe('55.01');
    const added = assessOrder({
      balance: '600',
      instruments: { BTC: contract({ markPrice: decimal('27249.5'), rate: '0.0046' }) },
      order: order('BTC', 'long', '0.1', 'isolated', { price: decimal('27249.5'), autoAddMargin: true }),
    });
    expect(added.initialMargin).toBe('272.495');
    expect(added.losses.worst).toEqual({ amount: '600', why: 'cross-scope' });
  });

  it('V-4: Hyperliquid at 50x is liquidated at 90.909 and 108.911, and may keep what is left', () => {
    const at = (side: 'long' | 'short') =>
      assessOrder({
        balance: '100',
        instruments: { BTC: contract({ rate: '0.01' }) },
        order: order('BTC', side, '10', 'isolated'),
      });
    expect(priceOf(at('long'))).toBeCloseTo(90.909, 3);
    expect(priceOf(at('short'))).toBeCloseTo(108.911, 3);
    expect(at('long').losses.worst).toEqual({ amount: '100', why: 'isolated-margin' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assessScene,
  contract,
  liquidationPercent,
  number,
  position,
} from '../../test/support/engine-input.ts';
import { randomAccount } from '../../test/support/random-account.ts';
import { runs } from '../../test/support/runs.ts';
import { decimal } from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import { baseRules } from '../venues/base-rules.ts';
import { assess } from './assess.ts';
import { plain } from './decimal.ts';
import { liquidationPrice } from './liquidation-price.ts';
import { rulesInForce } from './rules-in-force.ts';

/** A venue whose margins hold the closing fee (Bybit). */

const rules = { marginIncludesClosingFee: true };
const instruments = {
  BTC: contract({ takerFee: decimal('0.001'), liquidationFee: decimal('0') }),
  ETH: contract({ takerFee: decimal('0.001') }),
};

describe('the closing-fee reserve', () => {
  const long = position('BTC', 'long', '100', 'cross');
  const scene = (balance: string, mark = '100', on = true) =>
    assessScene({
      balance,
      instruments,
      positions: [{ ...long, markPrice: decimal(mark) }],
      ...(on ? { rules } : {}),
    });

  it('stands in both margins of a cross position, at the bankruptcy price of the entry', () => {
    // 10,000 x 0.9 x 0.1 % = 9
    expect(scene('1000').positions[0]).toMatchObject({ initialMargin: '1009', maintenanceMargin: '59' });
    expect(scene('1000', '110').positions[0]).toMatchObject({
      initialMargin: '1009',
      maintenanceMargin: '64',
    });
  });

  it('brings the cross price nearer by the fee, and leaves the isolated one where it is', () => {
    // 1,000 - 9 + 100 (P - 100) = 0.5 P
    const off = (exposure: ReturnType<typeof scene>) =>
      liquidationPercent(exposure.positions[0]?.liquidation);
    expect(off(scene('1000'))).toBe(off(scene('991', '100', false)));
    expect(off(scene('1000'))).toBeCloseTo(9009 / 99.5 - 100, 10);
    const isolated = (on: boolean) =>
      assessScene({
        balance: '0',
        instruments,
        positions: [position('BTC', 'long', '100', 'isolated', { margin: decimal('1000') })],
        ...(on ? { rules } : {}),
      }).positions[0];
    expect(isolated(true)).toEqual(isolated(false));
  });

  it('counts in every shock as it does at the shocked mark', () => {
    const shocks = scene('3000').shocks.filter(({ scope }) => scope === 'together');
    for (const { move, marginRatio } of shocks) {
      const mark = String(100 * (1 + Number(move)));
      expect(number(marginRatio)).toBeCloseTo(number(scene('3000', mark).marginRatio.after), 12);
    }
    expect(shocks.length).toBeGreaterThan(4);
  });

  it('needs the taker fee and the leverage, and says so', () => {
    const { leverage: _leverage, ...bare } = long;
    const { takerFee: _fee, ...unpriced } = contract();
    const exposure = assessScene({
      balance: '1000',
      instruments: { BTC: unpriced },
      positions: [bare],
      rules,
    });
    expect(exposure.positions[0]?.maintenanceMargin).toMatchObject({
      missing: ['account.positions[0].leverage', 'instruments.BTC.takerFee'],
    });
  });

  it('is not added to rules of another date', () => {
    const venue = rulesInForce({ ...baseRules, ...rules }, { maintenanceAt: 'entry' });
    expect(venue.marginIncludesClosingFee).toBe(false);
    const named = rulesInForce({ ...baseRules, ...rules }, { maintenanceAt: 'entry', ...rules });
    expect(named.marginIncludesClosingFee).toBe(true);
    expect(rulesInForce({ ...baseRules, ...rules }, { triggerFee: 'none' }).marginIncludesClosingFee).toBe(
      true,
    );
  });

  it('the fast price is the one of assess, on 200 random accounts', () => {
    fc.assert(
      fc.property(randomAccount, ({ input, rules: made }) => {
        const venue = { ...made, ...rules };
        assess(input, venue).positions.forEach(({ liquidation }, index) => {
          const point = liquidationPrice(input, venue, index);
          if (isUnknown(point) || isUnknown(liquidation)) throw new Error('everything is known');
          expect(point.kind).toBe(liquidation.kind);
          if (point.kind === 'price' && liquidation.kind === 'price')
            expect(plain(point.price)).toBe(liquidation.price);
        });
      }),
      { numRuns: runs(200), endOnFailure: true },
    );
  });
});

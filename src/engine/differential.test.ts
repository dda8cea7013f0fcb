import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteLiquidation } from '../../test/support/brute-liquidation.ts';
import { agrees, fromText } from '../../test/support/exact-fraction.ts';
import { randomAccount } from '../../test/support/random-account.ts';
import { runs } from '../../test/support/runs.ts';
import { isUnknown } from '../domain/known.ts';
import { assess } from './assess.ts';

/** Accounts compared; each has up to 12 positions, all of them compared. */
const accounts = runs(5000);

describe('engine against an exact search over the price', () => {
  it(`agrees to 1e-18 on every position of ${accounts} random accounts`, () => {
    let prices = 0;
    fc.assert(
      fc.property(randomAccount, ({ input, rules }) => {
        const { positions } = assess(input, rules);
        positions.forEach(({ liquidation }, index) => {
          if (isUnknown(liquidation)) throw new Error(JSON.stringify(liquidation));
          const brute = bruteLiquidation(input, rules, index);
          expect(liquidation.kind).toBe(brute.kind);
          if (liquidation.kind !== 'price' || brute.kind !== 'price') return;
          prices += 1;
          expect(agrees(fromText(liquidation.price), brute.low, 18)).toBe(true);
        });
      }),
      { numRuns: accounts, endOnFailure: true },
    );
    expect(prices).toBeGreaterThan(accounts);
  }, 600_000);
});

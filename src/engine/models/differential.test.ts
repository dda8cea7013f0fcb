import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteModelLiquidation, reach } from '../../../test/support/brute-models.ts';
import { agrees, compare, divide, fraction, fromText } from '../../../test/support/exact-fraction.ts';
import { type Model, randomModelAccount } from '../../../test/support/random-model-account.ts';
import { runs } from '../../../test/support/runs.ts';
import { isUnknown } from '../../domain/known.ts';
import { assess } from '../assess.ts';

const accounts = 500;

describe('models without brackets against a search over the price', () => {
  it.each<Model>(['deribit', 'orderly', 'gmx'])(
    `%s: agrees to 1e-12 on every position of ${accounts} random accounts, coins among their collateral`,
    (model) => {
      let prices = 0;
      fc.assert(
        fc.property(randomModelAccount(model), ({ input, rules }) => {
          assess(input, rules).positions.forEach(({ liquidation }, index) => {
            if (isUnknown(liquidation)) throw new Error(JSON.stringify(liquidation));
            const brute = bruteModelLiquidation(input, rules, index);
            if (liquidation.kind === 'none') {
              expect(brute).toBe(null);
              return;
            }
            const price = fromText(liquidation.price);
            const mark = fromText(input.account.positions[index]?.markPrice ?? '0');
            const off = divide(price, mark);
            if (compare(off, fraction(reach)) > 0 || compare(off, fraction(1n, reach)) < 0) {
              // Farther than the search looks.
              expect(brute === null || compare(brute, mark) === 0).toBe(true);
              return;
            }
            if (brute === null) throw new Error(`a search finds no ${liquidation.price}`);
            prices += 1;
            expect(agrees(price, brute, 12)).toBe(true);
          });
        }),
        { numRuns: runs(accounts), endOnFailure: true },
      );
      expect(prices).toBeGreaterThan(runs(accounts) / 4);
    },
    120_000,
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agrees, fromText } from '../../test/support/exact-fraction.ts';
import { randomAccount } from '../../test/support/random-account.ts';
import { randomModelAccount } from '../../test/support/random-model-account.ts';
import { runs } from '../../test/support/runs.ts';
import { decimal } from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import { venueFacts } from '../venues/facts.ts';
import { assess } from './assess.ts';
import { plain } from './decimal.ts';
import { liquidationPrice } from './liquidation-price.ts';

it('is the figure of assess to 36 digits, on 1,000 random accounts', () => {
  fc.assert(
    fc.property(randomAccount, ({ input, rules }) => {
      assess(input, rules).positions.forEach(({ liquidation }, index) => {
        const point = liquidationPrice(input, rules, index);
        if (isUnknown(point) || isUnknown(liquidation)) throw new Error('everything is known');
        expect(point.kind).toBe(liquidation.kind);
        if (point.kind !== 'price' || liquidation.kind !== 'price') return;
        expect(plain(point.price.toSignificantDigits(36))).toBe(
          plain(point.price.minus(point.price).plus(liquidation.price).toSignificantDigits(36)),
        );
      });
    }),
    { numRuns: runs(1000), endOnFailure: true },
  );
}, 60_000);

it('names what is missing as assess does', () => {
  const input = {
    contract: 1 as const,
    venue: 'binance' as const,
    account: { currency: 'USDT', positions: [] },
    instruments: {},
  };
  fc.assert(
    fc.property(randomAccount, ({ input: whole, rules }) => {
      const { crossBalance: _gone, ...account } = whole.account;
      const broken = { ...whole, account };
      assess(broken, rules).positions.forEach(({ liquidation }, index) => {
        const point = liquidationPrice(broken, rules, index);
        if (isUnknown(liquidation)) expect(point).toMatchObject({ missing: liquidation.missing });
      });
    }),
    { numRuns: runs(100), endOnFailure: true },
  );
  expect(liquidationPrice(input, { ...({} as Parameters<typeof liquidationPrice>[1]) }, 0)).toMatchObject({
    missing: ['account.positions[0]'],
  });
});

it.each(['deribit', 'orderly', 'gmx'] as const)(
  'takes the way of assess where it is not plain: %s',
  (model) => {
    fc.assert(
      fc.property(randomModelAccount(model), ({ input, rules }) => {
        assess(input, rules).positions.forEach(({ liquidation }, index) => {
          const point = liquidationPrice(input, rules, index);
          if (isUnknown(point) || isUnknown(liquidation)) throw new Error('everything is known');
          expect(point.kind === 'price' ? plain(point.price) : point.why).toBe(
            liquidation.kind === 'price' ? liquidation.price : liquidation.why,
          );
        });
      }),
      { numRuns: runs(50), endOnFailure: true },
    );
  },
);

it('coins in the margin account are not left out of the fast way', () => {
  fc.assert(
    fc.property(randomAccount, ({ input: bare, rules }) => {
      const coin = { symbol: 'S0', amount: decimal('3'), inMarginAccount: true, weight: decimal('0.9') };
      const input = { ...bare, account: { ...bare.account, coins: [coin] } };
      assess(input, rules).positions.forEach(({ liquidation }, index) => {
        const point = liquidationPrice(input, rules, index);
        if (isUnknown(point) || isUnknown(liquidation)) {
          expect(point).toEqual(liquidation);
          return;
        }
        expect(point.kind === 'price' ? plain(point.price) : point.why).toBe(
          liquidation.kind === 'price' ? liquidation.price : liquidation.why,
        );
      });
    }),
    { numRuns: runs(50), endOnFailure: true },
  );
});

it('is the nearest of all rule sets on an exchange nobody described', () => {
  const { rules } = venueFacts.generic;
  fc.assert(
    fc.property(randomAccount, ({ input }) => {
      assess(input, rules).positions.forEach(({ liquidation }, index) => {
        const point = liquidationPrice(input, rules, index);
        if (isUnknown(point) || isUnknown(liquidation)) throw new Error('everything is known');
        expect(point.kind).toBe(liquidation.kind);
        if (point.kind === 'price' && liquidation.kind === 'price')
          expect(agrees(fromText(plain(point.price)), fromText(liquidation.price), 30)).toBe(true);
      });
    }),
    { numRuns: runs(100), endOnFailure: true },
  );
});

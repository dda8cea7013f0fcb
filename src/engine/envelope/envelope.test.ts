import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, fromText, multiply, subtract } from '../../../test/support/exact-fraction.ts';
import { randomTicket } from '../../../test/support/random-order.ts';
import { runs } from '../../../test/support/runs.ts';
import type { AssessInput } from '../../domain/assess-input.ts';
import { decimal, subtractDecimals } from '../../domain/decimal-string.ts';
import { isOrderExposure, type Liquidation, type OrderExposure } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import { venueFacts } from '../../venues/facts.ts';
import { assess } from '../assess.ts';
import { markOf } from './mark-of.ts';

const bracketed = Object.values(venueFacts).filter(
  ({ id, rules }) => rules.model === 'tiered' && id !== 'generic',
);

function ticket(input: AssessInput, venue: keyof typeof venueFacts): OrderExposure {
  const exposure = assess(input, venueFacts[venue].rules);
  if (!isOrderExposure(exposure)) throw new Error('there is an order');
  return exposure;
}

function away(liquidation: Liquidation | Unknown, mark: string): ReturnType<typeof fromText> | null {
  if (isUnknown(liquidation)) throw new Error('everything is known');
  if (liquidation.kind === 'none') return null;
  if (liquidation.distance === '0') return fromText('0');
  const off = subtract(fromText(liquidation.price), fromText(mark));
  return compare(off, fromText('0')) < 0 ? subtract(fromText('0'), off) : off;
}

/** The liquidation of the first is not farther from the mark than that of the second. */
function expectNotFarther(generic: Liquidation | Unknown, venue: Liquidation | Unknown, mark: string) {
  const theirs = away(venue, mark);
  if (theirs === null) return;
  const ours = away(generic, mark);
  if (ours === null) throw new Error('the venue has a liquidation price and generic has none');
  expect(compare(ours, theirs)).toBeLessThanOrEqual(0);
}

/**
 * The first is not smaller than the second. Figures carry 40 digits, and two ways to the same figure may differ in the last
 * of them: a part in 10^35 is no difference.
 */
function expectNotSmaller(one: unknown, other: unknown) {
  const [a, b] = [amount(one), amount(other)];
  const slack = multiply(b, fromText(`0.${'0'.repeat(34)}1`));
  expect(compare(a, subtract(b, slack))).toBeGreaterThanOrEqual(0);
}

const amount = (figure: unknown) => fromText(typeof figure === 'string' ? figure : '0');

describe('an exchange nobody described', () => {
  it('never has a smaller worst loss or a farther liquidation than any described one on the same account', () => {
    fc.assert(
      fc.property(
        randomTicket,
        fc.subarray(bracketed, { minLength: 4, maxLength: 4 }),
        ({ input }, venues) => {
          const generic = ticket(input, 'generic');
          for (const { id } of venues) {
            const venue = ticket(input, id);
            const [ours, theirs] = [generic.losses.worst, venue.losses.worst];
            if (isUnknown(ours) || isUnknown(theirs)) throw new Error('everything is known');
            expectNotSmaller(ours.amount, theirs.amount);
            expectNotFarther(generic.liquidation, venue.liquidation, markOf(input, venue.symbol) ?? '0');
            expectNotSmaller(generic.idle.atRisk, venue.idle.atRisk);
            expectNotSmaller(generic.reach.loss, venue.reach.loss);
            for (const position of venue.positions) {
              const same = generic.positions.find(
                ({ symbol, side, marginMode }) =>
                  symbol === position.symbol && side === position.side && marginMode === position.marginMode,
              );
              if (same !== undefined)
                expectNotFarther(
                  same.liquidation,
                  position.liquidation,
                  markOf(input, position.symbol) ?? '0',
                );
            }
          }
        },
      ),
      { numRuns: runs(1000), endOnFailure: true },
    );
  }, 120_000);

  it('offers only remedies that hold under every rule set, with the figures the account then has', () => {
    fc.assert(
      fc.property(randomTicket, fc.integer({ min: 1, max: 20_000 }), ({ input }, most) => {
        const limited = {
          ...input,
          assumptions: { maxLoss: decimal(String(most)), maxLossFraction: decimal('0.6') },
        };
        const { remedies, equity } = ticket(limited, 'generic');
        const { transferOut, isolatedMargin, fittingSize } = remedies;
        const { account, order } = limited;
        if (order === undefined || account.crossBalance === undefined) throw new Error('the ticket is whole');
        if ('amount' in transferOut) {
          const crossBalance = subtractDecimals(account.crossBalance, transferOut.amount);
          const after = ticket({ ...limited, account: { ...account, crossBalance } }, 'generic');
          expect(after.idle.atRisk).toBe('0');
          expect(after.liquidation).toEqual(transferOut.liquidation);
        }
        if ('amount' in isolatedMargin) {
          const isolated = {
            marginMode: 'isolated' as const,
            margin: isolatedMargin.amount,
            autoAddMargin: false,
          };
          const after = ticket({ ...limited, order: { ...order, ...isolated } }, 'generic');
          expect(after.losses.worst).toMatchObject({ amount: isolatedMargin.worst });
          expect(after.losses.atStop).not.toMatchObject({ kind: 'stop-beyond-liquidation' });
        }
        if ('size' in fittingSize) {
          const { losses } = ticket({ ...limited, order: { ...order, size: fittingSize.size } }, 'generic');
          const measured = fittingSize.measure === 'at-stop' ? losses.atStop : losses.worst;
          expect(measured).toMatchObject({ amount: fittingSize.loss });
          expect(compare(amount(fittingSize.loss), fromText(String(most)))).toBeLessThanOrEqual(0);
          const share = multiply(amount(equity.before), fromText('0.6'));
          expect(compare(amount(fittingSize.loss), share)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: runs(200), endOnFailure: true },
    );
  }, 120_000);

  it('is assessed under its own rules alone where the input brings them', () => {
    fc.assert(
      fc.property(randomTicket, ({ input, rules }) => {
        const { alsoUnder: _others, ...generic } = venueFacts.generic.rules;
        const given = { ...input, rules };
        expect(assess(given, venueFacts.generic.rules)).toEqual(assess(given, generic));
      }),
      { numRuns: runs(50), endOnFailure: true },
    );
  });

  it('keeps unknown what its own rules do not know', () => {
    fc.assert(
      fc.property(randomTicket, ({ input }) => {
        const { crossBalance: _gone, ...account } = input.account;
        const { equity, losses, idle } = ticket({ ...input, account }, 'generic');
        expect(equity.after).toMatchObject({ known: false, missing: ['account.crossBalance'] });
        if (input.order?.marginMode === 'cross' && input.order.effect === 'open')
          expect(losses.worst).toMatchObject({ known: false });
        expect(idle.balance).toMatchObject({ known: false });
      }),
      { numRuns: runs(50), endOnFailure: true },
    );
  });
});

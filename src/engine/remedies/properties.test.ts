import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomTicket } from '../../../test/support/random-order.ts';
import { runs } from '../../../test/support/runs.ts';
import type { AssessInput } from '../../domain/assess-input.ts';
import { compareDecimals, type DecimalString, decimal } from '../../domain/decimal-string.ts';
import { isOrderExposure, type Liquidation, type OrderExposure } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import type { Order } from '../../domain/order.ts';
import type { VenueRules } from '../../domain/venue.ts';
import { assess } from '../assess.ts';
import { type Decimal, notBelowZero, one, parse, plain, smaller, zero } from '../decimal.ts';

/** fast-check prints the seed and the smallest case when one fails. */
const thousand = { numRuns: runs(1000), endOnFailure: true };

interface Ticket {
  readonly input: AssessInput;
  readonly order: Order;
  readonly rules: VenueRules;
}

/** A random opening ticket with limits, and a stop more often than not. */
const limited = fc
  .record({
    ticket: randomTicket,
    maxLoss: fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }),
    fraction: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ ticket: { input, rules }, maxLoss, fraction }): Ticket | null => {
    const { order } = input;
    if (order === undefined || order.effect !== 'open') return null;
    const assumptions = {
      ...(maxLoss === undefined ? {} : { maxLoss: decimal(String(maxLoss)) }),
      maxLossFraction: decimal((fraction / 100).toFixed(2)),
    };
    return { input: { ...input, assumptions }, order, rules };
  })
  .filter((ticket): ticket is Ticket => ticket !== null);

function exposureOf({ input, rules }: Ticket, change: Partial<AssessInput> = {}): OrderExposure {
  const exposure = assess({ ...input, ...change }, rules);
  if (!isOrderExposure(exposure)) throw new Error('there is an order');
  return exposure;
}

function times(value: DecimalString, factor: string): DecimalString {
  return plain(parse(value).times(parse(decimal(factor))));
}

/** The same to thirty digits: two ways to one figure may round differently in the fortieth. */
function expectSame(a: Liquidation | Unknown, b: Liquidation | Unknown) {
  if (isUnknown(a) || isUnknown(b) || a.kind === 'none' || b.kind === 'none') return expect(a).toEqual(b);
  expect(
    parse(a.price)
      .minus(parse(b.price))
      .abs()
      .lte(parse(b.price).times(parse(thirtyDigits))),
  ).toBe(true);
}

const thirtyDigits = decimal(`0.${'0'.repeat(29)}1`);

/** Whether the near end of the liquidation lies beyond the stop worsened by 0.1 %, from figures alone. */
function isStopReached({ liquidation, side }: OrderExposure, stop: DecimalString, mark: Decimal): boolean {
  if (isUnknown(liquidation)) throw new Error('the liquidation is known');
  if (liquidation.kind === 'none') return true;
  const { nearest } = liquidation.range;
  if (isUnknown(nearest)) throw new Error('the range is known');
  const slipped = parse(stop).times(side === 'long' ? parse(decimal('0.999')) : parse(decimal('1.001')));
  const end = parse(nearest);
  if (liquidation.distance === '0') return false;
  return side === 'long' ? end.lte(slipped) && end.lt(mark) : end.gte(slipped) && end.gt(mark);
}

/** Counts cases, so that a property over what is given does not hold because nothing is. */
function counter() {
  let count = 0;
  return {
    add: () => (count += 1),
    expectAtLeast: (least: number) => expect(count).toBeGreaterThan(runs(1000) >= 1000 ? least : -1),
  };
}

describe('a transfer that is offered', () => {
  it('leaves no idle money at risk, and a smaller one leaves some', () => {
    const seen = counter();
    fc.assert(
      fc.property(limited, (ticket) => {
        const { transferOut } = exposureOf(ticket).remedies;
        const { crossBalance } = ticket.input.account;
        if (isUnknown(transferOut) || 'kind' in transferOut || crossBalance === undefined) return;
        seen.add();
        const without = (amount: DecimalString) => {
          const left = plain(parse(crossBalance).minus(parse(amount)));
          return exposureOf(ticket, { account: { ...ticket.input.account, crossBalance: left } });
        };
        const after = without(transferOut.amount);
        expect(after.idle.atRisk).toBe('0');
        expectSame(after.liquidation, transferOut.liquidation);
        expect(without(times(transferOut.amount, '0.999')).idle.atRisk).not.toBe('0');
      }),
      thousand,
    );
    seen.expectAtLeast(100);
  }, 60_000);
});

describe('an isolated margin that is offered', () => {
  it('keeps the stop reachable, and a smaller one above the initial margin does not', () => {
    const seen = counter();
    const raised = counter();
    fc.assert(
      fc.property(limited, (ticket) => {
        const { isolatedMargin } = exposureOf(ticket).remedies;
        if (isUnknown(isolatedMargin) || 'kind' in isolatedMargin) return;
        const { stopLoss } = ticket.order;
        const on = (margin: DecimalString | undefined) =>
          exposureOf(ticket, {
            order: {
              ...ticket.order,
              marginMode: 'isolated',
              autoAddMargin: false,
              ...(margin === undefined ? {} : { margin }),
            },
          });
        const after = on(isolatedMargin.amount);
        expectSame(after.liquidation, isolatedMargin.liquidation);
        expect(after.losses.worst).toHaveProperty('why', 'isolated-margin');
        if (isolatedMargin.stop === 'no-stop' || stopLoss === undefined) return;
        seen.add();
        const { markPrice } = ticket.input.instruments[ticket.order.symbol] ?? {};
        if (markPrice === undefined) throw new Error('there is a mark');
        const mark = parse(markPrice);
        expect(isStopReached(after, stopLoss, mark)).toBe(true);
        expect(after.losses.atStop).not.toHaveProperty('kind');
        const { initialMargin } = on(undefined);
        if (isUnknown(initialMargin) || isUnknown(after.initialMargin)) throw new Error('margins are known');
        // The initial margin of the whole order: where it also closes, the exposure shows that of the rest.
        const whole = parse(initialMargin)
          .times(parse(isolatedMargin.amount))
          .div(parse(after.initialMargin));
        // A margin is typed with eight digits: of a tiny one the next smaller is further than the share.
        const share = parse(times(isolatedMargin.amount, '0.9999'));
        const less = smaller(share, parse(isolatedMargin.amount).minus(parse(decimal('0.00000001'))));
        if (less.lte(whole)) return;
        const tighter = on(plain(less));
        // The margin is found for the near end, which is not to be seen where there is no liquidation price.
        if (!isUnknown(tighter.liquidation) && tighter.liquidation.kind === 'none') return;
        raised.add();
        expect(isStopReached(tighter, stopLoss, mark)).toBe(false);
      }),
      thousand,
    );
    seen.expectAtLeast(100);
    raised.expectAtLeast(20);
  }, 60_000);
});

describe('a size that is offered', () => {
  it('keeps the loss within the limit, and 1.0001 times as much does not where the limit binds', () => {
    const seen = counter();
    const bound = counter();
    fc.assert(
      fc.property(limited, (ticket) => {
        const { fittingSize } = exposureOf(ticket).remedies;
        if (isUnknown(fittingSize) || 'kind' in fittingSize) return;
        seen.add();
        const at = (size: DecimalString) => exposureOf(ticket, { order: { ...ticket.order, size } });
        const lossIn = ({ losses }: OrderExposure) => {
          const loss = fittingSize.measure === 'at-stop' ? losses.atStop : losses.worst;
          if (isUnknown(loss) || !('amount' in loss) || isUnknown(loss.amount))
            throw new Error('a loss is known');
          return loss.amount;
        };
        expect(lossIn(at(fittingSize.size))).toBe(fittingSize.loss);
        expect(compareDecimals(fittingSize.loss, fittingSize.limit)).toBeLessThanOrEqual(0);
        const isMoney = ['max-loss', 'max-loss-fraction'].includes(fittingSize.bindingLimit);
        if (!isMoney || parse(fittingSize.size).lt(one.div(1000))) return;
        bound.add();
        const larger = at(times(fittingSize.size, '1.0001'));
        const { before, after } = larger.equity;
        if (isUnknown(before) || isUnknown(after)) throw new Error('equity is known');
        // What an order is down at once is gone before anything can be lost: a pool it empties is no smaller loss.
        const gone = fittingSize.measure === 'worst' ? parse(before).minus(parse(after)) : zero;
        expect(parse(lossIn(larger)).plus(notBelowZero(gone)).gt(parse(fittingSize.limit))).toBe(true);
      }),
      thousand,
    );
    seen.expectAtLeast(100);
    bound.expectAtLeast(30);
  }, 60_000);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomTicket } from '../../test/support/random-order.ts';
import { ruleContext } from '../../test/support/rule-context.ts';
import { runs } from '../../test/support/runs.ts';
import type { AssessInput } from '../domain/assess-input.ts';
import { type DecimalString, decimal } from '../domain/decimal-string.ts';
import { isOrderExposure, type OrderExposure } from '../domain/exposure.ts';
import type { Order } from '../domain/order.ts';
import type { VenueRules } from '../domain/venue.ts';
import type { Level } from '../domain/verdict.ts';
import { assess } from '../engine/assess.ts';
import { evaluate } from './evaluate.ts';
import { rules } from './index.ts';
import type { History, RuleContext } from './rule.ts';

/** Any account, order and venue rules there can be; an opening order, or nothing is judged. */
interface Given {
  readonly input: AssessInput;
  readonly rules: VenueRules;
  readonly history: History;
  readonly earlierMode: 'cross' | 'isolated' | null;
}

const given: fc.Arbitrary<Given> = fc
  .record({
    ticket: randomTicket,
    sizes: fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 10 }),
    times: fc.nat({ max: 5 }),
    earlierMode: fc.constantFrom('cross' as const, 'isolated' as const, null),
  })
  .map(({ ticket, sizes, times, earlierMode }) => ({
    ...ticket,
    earlierMode,
    history: {
      recentSizes: sizes.map((size) => decimal((size / 10_000).toFixed(4))),
      timesAddedToLoser: times,
    },
  }));

function contextOf({ input, rules: venueRules, history, earlierMode }: Given, order: Order): RuleContext {
  const rerun = (changed: AssessInput): OrderExposure => {
    const exposure = assess(changed, venueRules);
    if (!isOrderExposure(exposure)) throw new Error('there is an order');
    return exposure;
  };
  const whole: AssessInput = { ...input, order };
  return {
    ...ruleContext({ history, earlierMode, rerun }),
    input: whole,
    order,
    exposure: rerun(whole),
  };
}

const opening = (of: Given): Order => {
  if (of.input.order === undefined) throw new Error('a ticket has an order');
  return { ...of.input.order, effect: 'open' };
};

/** Ways in which a page tells less. */
const removals: readonly ((input: AssessInput, order: Order) => readonly [AssessInput, Order])[] = [
  ...(['markPrice', 'tiers', 'takerFee', 'fundingRate', 'tick'] as const).map(
    (member) => (input: AssessInput, order: Order) => {
      const { [member]: _, ...rest } = input.instruments[order.symbol] ?? { kind: 'linear' as const };
      return [{ ...input, instruments: { ...input.instruments, [order.symbol]: rest } }, order] as const;
    },
  ),
  (input, order) => {
    const { crossBalance: _, ...account } = input.account;
    return [{ ...input, account }, order];
  },
  ...(['size', 'leverage', 'price', 'marginMode'] as const).map(
    (member) => (input: AssessInput, order: Order) => {
      const { [member]: _, ...rest } = order;
      return [input, rest] as const;
    },
  ),
  (input, order) => {
    const positions = input.account.positions.map(({ marginMode: _, ...rest }) => rest);
    return [{ ...input, account: { ...input.account, positions } }, order];
  },
];

const loudness = (level: Level) => ({ ok: 0, notice: 1, warning: 2, unknown: 2, danger: 3 })[level];

describe('any order', () => {
  it('gets through every rule, and what is said of it is whole', () => {
    fc.assert(
      fc.property(given, (of) => {
        const context = contextOf(of, opening(of));
        for (const rule of rules) {
          const outcome = rule.run(context, rule.bands);
          if (outcome.kind !== 'finding') continue;
          const { message, value, remedy } = outcome.finding;
          expect(value, rule.id).not.toBe('');
          for (const text of [message, ...(remedy === undefined ? [] : [remedy.text])])
            expect(text, rule.id).not.toMatch(/undefined|NaN|\[object|\$[1-9]x?$/);
          for (const figure of Object.values(remedy?.figures ?? {})) expect(figure).toMatch(/^[a-z-]+$|^\d/);
        }
      }),
      { numRuns: runs(400), endOnFailure: true },
    );
  });

  it('gets through every rule with whatever of it unknown, and is judged no milder for it', () => {
    fc.assert(
      fc.property(given, fc.subarray([...removals], { minLength: 1, maxLength: 4 }), (of, gone) => {
        const whole = contextOf(of, opening(of));
        const [input, order] = gone.reduce<readonly [AssessInput, Order]>(
          ([from, ticket], remove) => remove(from, ticket),
          [of.input, opening(of)],
        );
        const partial = contextOf({ ...of, input }, order);
        for (const rule of rules) rule.run(partial, rule.bands);
        const before = evaluate(whole).level;
        expect(loudness(evaluate(partial).level)).toBeGreaterThanOrEqual(Math.min(loudness(before), 2));
      }),
      { numRuns: runs(400), endOnFailure: true },
    );
  });

  it('is mended by what the rules of fees, funding and stops offer', () => {
    let mended = 0;
    fc.assert(
      fc.property(given, (of) => {
        const context = contextOf(of, opening(of));
        for (const rule of rules) {
          if (!['fees-eat-margin', 'funding-eats-margin', 'stop-near-liquidation'].includes(rule.id))
            continue;
          const outcome = rule.run(context, rule.bands);
          if (outcome.kind !== 'finding' || outcome.finding.remedy === undefined) continue;
          const { leverage, stopLoss } = outcome.finding.remedy.figures;
          const { margin: _, ...rest } = context.order;
          const change = {
            ...(leverage === undefined ? {} : { leverage: leverage as DecimalString }),
            ...(stopLoss === undefined ? {} : { stopLoss: stopLoss as DecimalString }),
          };
          expect(rule.run(contextOf(of, { ...rest, ...change }), rule.bands), rule.id).toEqual({
            kind: 'clear',
          });
          mended++;
        }
      }),
      { numRuns: runs(400), endOnFailure: true },
    );
    expect(mended).toBeGreaterThan(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracketOfIndex } from '../../test/support/bracket-of-index.ts';
import { add, agrees, compare, fromText, multiply, subtract } from '../../test/support/exact-fraction.ts';
import { randomAccount } from '../../test/support/random-account.ts';
import { randomTicket } from '../../test/support/random-order.ts';
import { runs } from '../../test/support/runs.ts';
import type { AssessInput } from '../domain/assess-input.ts';
import {
  addDecimals,
  type DecimalString,
  decimal,
  isDecimalString,
  multiplyDecimals,
  subtractDecimals,
} from '../domain/decimal-string.ts';
import { type Exposure, isOrderExposure, type OrderExposure } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { venueFacts } from '../venues/facts.ts';
import { assess } from './assess.ts';
import { parse } from './decimal.ts';
import { maintenanceOf, TieredCurve } from './models/maintenance-curve.ts';

/** fast-check prints the seed and the smallest case when one fails. */
const thousand = { numRuns: runs(1000), endOnFailure: true };
const one = decimal('1');

function orderExposure(input: AssessInput, rules: VenueRules): OrderExposure {
  const exposure = assess(input, rules);
  if (!isOrderExposure(exposure)) throw new Error('there is an order');
  return exposure;
}

/** Every text in a result, with its path. */
function texts(value: unknown, path = ''): readonly [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, `${path}.${name}`));
}

/** Paths of what is neither a plain decimal nor a word. */
function offenders(exposure: Exposure): readonly string[] {
  return texts(exposure)
    .filter(([path, value]) => !words.test(path) && !isDecimalString(value))
    .map(([path, value]) => `${path} is ${String(value)}`);
}

const words =
  /\.(symbol|side|marginMode|kind|why|field|missing|scope|liquidated|leftOut|assumed|known|exposedToThisOrder|stop|measure|bindingLimit|notCounted)\b/;

describe('whatever comes in', () => {
  it('every figure is a plain decimal or a typed unknown', () => {
    fc.assert(
      fc.property(randomTicket, ({ input, rules }) => {
        expect(offenders(assess(input, rules))).toEqual([]);
      }),
      thousand,
    );
  }, 60_000);

  it('any one input left out makes figures unknown and throws nothing', () => {
    fc.assert(
      fc.property(randomTicket, fc.nat(), ({ input, rules }, pick) => {
        const copy = JSON.parse(JSON.stringify(input)) as AssessInput;
        const holders: object[] = [copy.account, copy.order ?? {}, ...copy.account.positions];
        holders.push(...Object.values(copy.instruments));
        const holder = holders[pick % holders.length] as Record<string, unknown>;
        const names = Object.keys(holder).filter(
          (name) => !['symbol', 'side', 'size', 'effect', 'type', 'positions', 'kind'].includes(name),
        );
        const name = names[pick % Math.max(1, names.length)];
        if (name !== undefined) delete holder[name];
        expect(offenders(assess(copy, rules))).toEqual([]);
      }),
      thousand,
    );
  }, 60_000);
});

describe('what has to hold', () => {
  it('the order of positions changes nothing', () => {
    fc.assert(
      fc.property(randomAccount, ({ input, rules }) => {
        const turned = {
          ...input,
          account: { ...input.account, positions: input.account.positions.toReversed() },
        };
        const rounded = (exposure: Exposure) =>
          exposure.positions.map((each) => JSON.stringify(each, shortened)).sort();
        expect(rounded(assess(turned, rules))).toEqual(rounded(assess(input, rules)));
      }),
      thousand,
    );
  }, 60_000);

  it('isolated positions do not influence each other', () => {
    fc.assert(
      fc.property(randomAccount, ({ input, rules }) => {
        const isolated = input.account.positions.filter(({ marginMode }) => marginMode === 'isolated');
        const alone = (positions: typeof isolated) =>
          assess({ ...input, account: { ...input.account, positions } }, rules);
        const together = alone(isolated).positions;
        isolated.forEach((position, index) => {
          expect(alone([position]).positions[0]).toEqual(together[index]);
        });
      }),
      thousand,
    );
  }, 60_000);

  it('the mode changes neither notional nor fees nor funding', () => {
    fc.assert(
      fc.property(randomTicket, ({ input, rules }) => {
        const { order } = input;
        if (order === undefined || order.effect !== 'open') return;
        // What an order against a position opens depends on whether the position is in its mode.
        const isAgainst = input.account.positions.some(
          ({ symbol, side }) => symbol === order.symbol && side !== order.side,
        );
        const at = (marginMode: 'cross' | 'isolated') => {
          const { notional, fees, funding } = orderExposure(
            { ...input, order: { ...order, marginMode } },
            rules,
          );
          const whole = [notional, fees.open];
          return isAgainst ? whole : [...whole, fees.close, funding.perInterval, funding.toHorizon];
        };
        expect(at('isolated')).toEqual(at('cross'));
      }),
      thousand,
    );
  }, 60_000);

  it('a loss never exceeds its bound', () => {
    fc.assert(
      fc.property(randomTicket, ({ input, rules }) => {
        const { losses, idle, reach } = orderExposure(input, rules);
        const { worst, atLiquidation } = losses;
        if (isUnknown(worst)) throw new Error('everything is known');
        const notAbove = (a: unknown, b: unknown) => {
          if (isDecimalString(a) && isDecimalString(b))
            expect(compare(fromText(a), fromText(b))).toBeLessThanOrEqual(0);
        };
        if ('amount' in atLiquidation) notAbove(atLiquidation.amount, worst.amount);
        notAbove(reach.loss, worst.amount);
        notAbove(idle.atRisk, idle.balance);
        notAbove(idle.atLiquidation, idle.atRisk);
        notAbove(reach.idleTaken, idle.atRisk);
      }),
      thousand,
    );
  }, 60_000);

  it('a nearer end of the range is never farther than the price, nor the other end nearer', () => {
    fc.assert(
      fc.property(randomTicket, ({ input, rules }) => {
        const { positions } = assess(input, rules);
        for (const { liquidation, side } of positions) {
          if (isUnknown(liquidation) || liquidation.kind === 'none') continue;
          const { price, distance, range } = liquidation;
          if (isUnknown(range.nearest) || isUnknown(range.farthest) || distance === '0') continue;
          const [near, at, far] = [range.nearest, price, range.farthest].map(fromText) as [
            ReturnType<typeof fromText>,
            ReturnType<typeof fromText>,
            ReturnType<typeof fromText>,
          ];
          // A hedged leg may be liquidated on its winning side.
          const below = compare(at, near) <= 0;
          if (positions.length === 1) expect(below).toBe(side === 'long');
          expect(compare(at, near) * (below ? 1 : -1)).toBeLessThanOrEqual(0);
          expect(compare(far, at) * (below ? 1 : -1)).toBeLessThanOrEqual(0);
        }
      }),
      thousand,
    );
  }, 60_000);

  it('scaling prices and balances scales money and leaves ratios alone', () => {
    fc.assert(
      fc.property(randomTicket, fc.constantFrom('2', '10', '0.5'), ({ input, rules }, factor) => {
        if (Object.values(input.instruments).some(({ kind }) => kind === 'inverse')) return;
        const [plain, scaled] = [
          orderExposure(input, rules),
          orderExposure(scaledBy(input, decimal(factor)), rules),
        ];
        const same = (a: unknown, b: unknown, by: string) => {
          if (!isDecimalString(a) || !isDecimalString(b)) expect(b).toEqual(a);
          else expect(agrees(fromText(b), multiply(fromText(a), fromText(by)), 25)).toBe(true);
        };
        same(plain.notional, scaled.notional, factor);
        same(plain.equity.after, scaled.equity.after, factor);
        same(plain.idle.atRisk, scaled.idle.atRisk, factor);
        same(plain.idle.share, scaled.idle.share, '1');
        same(plain.marginRatio.after, scaled.marginRatio.after, '1');
        if ('price' in plain.liquidation && 'price' in scaled.liquidation) {
          same(plain.liquidation.price, scaled.liquidation.price, factor);
          same(plain.liquidation.distance, scaled.liquidation.distance, '1');
        } else expect(scaled.liquidation).toEqual(plain.liquidation);
      }),
      thousand,
    );
  }, 60_000);

  it('long and short of a linear contract mirror each other around the entry where maintenance is valued there', () => {
    fc.assert(
      fc.property(randomAccount, ({ input, rules }) => {
        const entryRules = { ...rules, maintenanceAt: 'entry' as const };
        for (const position of input.account.positions) {
          if (input.instruments[position.symbol]?.kind !== 'linear' || position.marginMode !== 'isolated')
            continue;
          const at = (side: 'long' | 'short') =>
            assess(
              { ...input, account: { ...input.account, positions: [{ ...position, side }] } },
              entryRules,
            ).positions[0];
          const [long, short] = [at('long'), at('short')];
          expect(add(fromText(String(long?.unrealisedPnl)), fromText(String(short?.unrealisedPnl))).n).toBe(
            0n,
          );
          const prices = [long, short].map((each) => each?.liquidation as { price?: DecimalString });
          const [low, high] = prices.map(({ price }) => price);
          if (low === undefined || high === undefined) continue;
          const entry = fromText(position.entryPrice ?? '0');
          expect(agrees(add(fromText(low), fromText(high)), add(entry, entry), 30)).toBe(true);
        }
      }),
      thousand,
    );
  }, 60_000);

  it('maintenance is continuous at bracket edges under deduction, and never falls under either scheme', () => {
    fc.assert(
      fc.property(randomAccount, ({ input }) => {
        for (const { tiers = [] } of Object.values(input.instruments)) {
          for (const scheme of ['deduction', 'flat'] as const) {
            const curve = new TieredCurve(tiers, scheme);
            tiers.forEach(({ cap }, index) => {
              if (cap === null) return;
              const below = bracketOfIndex(curve, index);
              const above = bracketOfIndex(curve, index + 1);
              const edge = parse(cap);
              const left = edge.times(below.rate).minus(below.amount);
              const right = edge.times(above.rate).minus(above.amount);
              if (scheme === 'deduction') expect(right.eq(left)).toBe(true);
              else expect(right.gte(left)).toBe(true);
              expect(maintenanceOf(curve, edge).eq(left)).toBe(true);
            });
          }
        }
      }),
      thousand,
    );
  });

  it('more money behind a cross position never brings its liquidation nearer', () => {
    fc.assert(
      fc.property(randomAccount, fc.integer({ min: 1, max: 100_000 }), ({ input, rules }, more) => {
        const richer = String(Number(input.account.crossBalance) + more);
        const [before, after] = [
          input,
          { ...input, account: { ...input.account, crossBalance: decimal(richer) } },
        ].map((each) => assess(each, rules).positions);
        before?.forEach(({ liquidation }, index) => {
          const then = after?.[index]?.liquidation;
          if (then === undefined || isUnknown(then) || isUnknown(liquidation))
            throw new Error('everything is known');
          if (liquidation.kind === 'none' || then.kind === 'none') return;
          if (liquidation.distance === '0') return;
          expect(
            compare(fromText(String(then.distance)), fromText(String(liquidation.distance))),
          ).toBeGreaterThanOrEqual(0);
        });
      }),
      thousand,
    );
  }, 60_000);

  it('shock equity and loss add up to the equity after the order, and a larger move never saves a position', () => {
    fc.assert(
      fc.property(randomTicket, ({ input, rules }) => {
        const { shocks, equity, marginMode } = orderExposure(input, rules);
        const dead = new Map<string, number>();
        for (const { equity: left, loss, scope, marginMode: mode, liquidated } of shocks) {
          if (mode === marginMode && !isUnknown(left) && !isUnknown(loss) && !isUnknown(equity.after)) {
            const off = subtract(add(fromText(left), fromText(loss)), fromText(equity.after));
            expect(agrees(add(off, fromText('1')), fromText('1'), 25)).toBe(true);
          }
          if (scope !== 'together' || isUnknown(liquidated) || rules.maintenanceAt === 'entry') continue;
          const key = `${scope} ${mode}`;
          // Where profit does not count, losing it costs nothing while the smaller position asks for less.
          if (rules.tierScheme === 'deduction' && rules.unrealisedProfitCounts)
            expect(liquidated.length).toBeGreaterThanOrEqual(dead.get(key) ?? 0);
          dead.set(key, liquidated.length);
        }
      }),
      thousand,
    );
  }, 60_000);
});

describe('a shock is the same account at other marks', () => {
  it('equity, ratio and liquidation of a cross account agree with the account assessed at the shocked marks', () => {
    fc.assert(
      fc.property(randomAccount, ({ input, rules: any }) => {
        const rules: VenueRules = { ...any, triggerFee: 'none' };
        const positions = input.account.positions.filter(({ marginMode }) => marginMode === 'cross');
        const account = { ...input.account, positions };
        if (positions.length === 0) return;
        const before = assess({ ...input, account }, rules);
        // A pool that owes already has nothing more to lose.
        if (String(before.equity.after).startsWith('-')) return;
        for (const { move, equity, marginRatio, liquidated } of before.shocks) {
          const by = move.replace('-', '');
          const moved = positions.map((position) => {
            const factor = decimal(
              position.side === 'long' ? subtractDecimals(one, decimal(by)) : addDecimals(one, decimal(by)),
            );
            return { ...position, markPrice: multiplyDecimals(position.markPrice ?? one, factor) };
          });
          const there = assess({ ...input, account: { ...account, positions: moved } }, rules);
          if (isUnknown(there.equity.after) || isUnknown(equity)) throw new Error('everything is known');
          if (there.equity.after.startsWith('-')) {
            expect(equity).toBe('0');
            continue;
          }
          expect(
            agrees(
              add(fromText(equity), fromText('1')),
              add(fromText(there.equity.after), fromText('1')),
              30,
            ),
          ).toBe(true);
          const ratio = there.marginRatio.after;
          if (isUnknown(ratio) || isUnknown(marginRatio)) expect(marginRatio).toEqual(ratio);
          else {
            expect(agrees(fromText(marginRatio), fromText(ratio), 25)).toBe(true);
            const dead = Number(ratio) >= 1 ? positions.length : 0;
            if (rules.crossPool === 'shared') expect(liquidated).toHaveLength(dead);
            else if (new Set(positions.map(({ symbol }) => symbol)).size === positions.length)
              expect(liquidated).toEqual(passed(there));
          }
        }
      }),
      thousand,
    );
  }, 120_000);
});

/** Names of the positions whose mark is past their liquidation price. */
function passed({ positions }: Exposure): readonly string[] {
  return positions
    .filter(({ liquidation }) => 'distance' in liquidation && liquidation.distance === '0')
    .map(({ symbol, side }) => `${symbol} ${side}`);
}

/** Prices, balances, margins and bracket bounds times a factor; sizes and rates as they are. */
function scaledBy(input: AssessInput, factor: DecimalString): AssessInput {
  const money = [
    'crossBalance',
    'entryPrice',
    'markPrice',
    'margin',
    'price',
    'stopLoss',
    'takeProfit',
    'tick',
    'floor',
    'cap',
    'amount',
  ];
  return JSON.parse(JSON.stringify(input), (name, value: unknown) =>
    money.includes(name) && isDecimalString(value) ? multiplyDecimals(value, factor) : value,
  ) as AssessInput;
}

/** The last digits of a quotient may depend on the order of a sum. */
function shortened(_name: string, value: unknown): unknown {
  return isDecimalString(value) ? parse(value).toSignificantDigits(30).toFixed() : value;
}

describe('every venue of the list', () => {
  it.each(Object.values(venueFacts))('$id: assesses a ticket of its own without throwing', ({ rules }) => {
    fc.assert(
      fc.property(randomTicket, ({ input }) => {
        expect(texts(assess(input, rules)).length).toBeGreaterThan(50);
      }),
      { numRuns: runs(50), endOnFailure: true },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Model, randomModelAccount } from '../../../test/support/random-model-account.ts';
import { runs } from '../../../test/support/runs.ts';
import type { CoinHolding, Position, Side } from '../../domain/account.ts';
import type { AssessInput } from '../../domain/assess-input.ts';
import {
  addDecimals,
  type DecimalString,
  decimal,
  isDecimalString,
  multiplyDecimals,
  subtractDecimals,
} from '../../domain/decimal-string.ts';
import type { Instrument } from '../../domain/instrument.ts';
import { isUnknown } from '../../domain/known.ts';
import type { VenueRules } from '../../domain/venue.ts';
import { baseRules } from '../../venues/base-rules.ts';
import { assess } from '../assess.ts';

/** What the models without brackets make of accounts that no venue would have, or that lack something. */

const models: readonly Model[] = ['deribit', 'orderly', 'gmx'];

/** Every text of an exposure that looks like a number is a plain decimal, and nothing is NaN. */
function isClean(exposure: unknown): boolean {
  let clean = true;
  JSON.stringify(exposure, (name, value: unknown) => {
    if (typeof value === 'number') clean = false;
    if (typeof value === 'string' && /\d|NaN|Infinity/.test(value) && !/symbol|liquidated|^\d+$/.test(name))
      clean &&= isDecimalString(value) || /[a-z]/.test(value);
    return value;
  });
  return clean && !/NaN|Infinity|\d[eE][+-]?\d/.test(JSON.stringify(exposure));
}

describe('a member that is missing is named', () => {
  const needed: Readonly<Record<Model, keyof Instrument>> = {
    deribit: 'sizeRate',
    orderly: 'powerRate',
    gmx: 'collateral',
  };

  it.each(models)('%s: rates of the own symbol, whatever else the account holds', (model) => {
    fc.assert(
      fc.property(randomModelAccount(model), ({ input, rules }) => {
        const [first] = input.account.positions;
        if (first === undefined) return;
        const { [needed[model]]: _left, ...rest } = input.instruments[first.symbol] ?? { kind: 'linear' };
        const instruments = { ...input.instruments, [first.symbol]: rest as Instrument };
        const [own] = assess({ ...input, instruments }, rules).positions;
        expect(own?.liquidation).toMatchObject({
          known: false,
          missing: expect.arrayContaining([`instruments.${first.symbol}.${needed[model]}`]),
        });
      }),
      { numRuns: runs(200), endOnFailure: true },
    );
  });

  it.each(['weight', 'mark'])('coins in the margin account without their %s', (member) => {
    fc.assert(
      fc.property(randomModelAccount('orderly'), ({ input, rules }) => {
        const [coin] = (input.account.coins ?? []).filter(({ inMarginAccount }) => inMarginAccount);
        if (coin === undefined) return;
        const { weight: _weight, ...unweighted } = coin;
        const stranger: CoinHolding = { ...coin, symbol: 'ELSEWHERE' };
        const account = { ...input.account, coins: [member === 'weight' ? unweighted : stranger] };
        for (const { marginMode, liquidation } of assess({ ...input, account }, rules).positions) {
          expect(isUnknown(liquidation)).toBe(marginMode === 'cross');
        }
      }),
      { numRuns: runs(200), endOnFailure: true },
    );
  });
});

describe('rates and sizes that no venue has: an answer, never a throw', () => {
  const [tiny, huge] = [decimal(`0.${'0'.repeat(25)}1`), decimal(`1${'0'.repeat(26)}`)];
  const extreme = (...usual: readonly string[]) =>
    fc.constantFrom(...[...usual, '1', '0.5'].map(decimal), tiny);
  const size = fc.constantFrom(tiny, decimal('0.3'), decimal('7000'), huge);

  const hostile = (model: Model): fc.Arbitrary<{ input: AssessInput; rules: VenueRules }> =>
    fc
      .record({
        kind: fc.constantFrom('linear' as const, 'inverse' as const),
        rate: fc.record({ base: extreme('0'), perUnit: extreme('0', '0.00005') }),
        power: fc.record({
          base: extreme('0', '0.9999'),
          baseInitial: extreme('1000000'),
          factor: extreme('0', '1000000'),
        }),
        collateral: fc.record({ minimum: extreme('0', '1000000'), minimumFactor: extreme('0') }),
        legs: fc.array(
          fc.record({ side: fc.constantFrom('long' as const, 'short' as const), size, price: size }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        mode: fc.constantFrom('cross' as const, 'isolated' as const),
        money: fc.constantFrom(decimal('0'), tiny, decimal('50'), huge, decimal('-50')),
        coins: fc.option(fc.record({ amount: size, weight: extreme('0') })),
      })
      .map(({ kind, rate, power, collateral, legs, mode, money, coins }) => {
        const instrument: Instrument = {
          kind,
          markPrice: legs[0]?.price ?? decimal('1'),
          tick: tiny,
          sizeRate: rate,
          powerRate: power,
          collateral,
          takerFee: decimal('0.0005'),
          makerFee: decimal('-0.1'),
          fundingRate: decimal('1'),
          fundingIntervalHours: decimal('8'),
        };
        const positions = legs.map(
          (leg): Position => ({
            symbol: 'S',
            side: leg.side,
            size: leg.size,
            entryPrice: leg.price,
            marginMode: mode,
            leverage: decimal('10'),
            margin: money,
            pendingFees: decimal('0'),
            ...(coins === null ? {} : { collateralCoins: coins.amount }),
          }),
        );
        return {
          rules: { ...baseRules, model },
          input: {
            contract: 1 as const,
            venue: 'generic' as const,
            account: {
              currency: 'USDT',
              crossBalance: money,
              positions,
              ...(coins === null ? {} : { coins: [{ symbol: 'S', inMarginAccount: true, ...coins }] }),
            },
            instruments: { S: instrument },
            order: {
              symbol: 'S',
              side: 'long' as Side,
              effect: 'open' as const,
              type: 'market' as const,
              size: legs[0]?.size ?? decimal('1'),
              leverage: decimal('10'),
              marginMode: mode,
            },
          },
        };
      });

  it.each(models)(
    '%s',
    (model) => {
      fc.assert(
        fc.property(hostile(model), ({ input, rules }) => {
          expect(isClean(assess(input, rules))).toBe(true);
        }),
        { numRuns: runs(150), endOnFailure: true },
      );
    },
    60_000,
  );
});

describe('a shock is the same account at other marks, coins among its collateral', () => {
  const one = decimal('1');
  it.each(['deribit', 'orderly'] as const)(
    '%s',
    (model) => {
      fc.assert(
        fc.property(randomModelAccount(model), ({ input, rules }) => {
          const positions = input.account.positions.filter(({ marginMode }) => marginMode === 'cross');
          const account = { ...input.account, positions };
          const before = assess({ ...input, account }, rules);
          if (positions.length < 2 || String(before.equity.after).startsWith('-')) return;
          for (const { move, equity, marginRatio } of before.shocks) {
            const by = decimal(move.replace('-', ''));
            const factorOf = (falls: boolean) => (falls ? subtractDecimals(one, by) : addDecimals(one, by));
            const markOf = (symbol: string) => input.instruments[symbol]?.markPrice ?? one;
            const moved = positions.map((position) => ({
              ...position,
              markPrice: multiplyDecimals(markOf(position.symbol), factorOf(position.side === 'long')),
            }));
            const coins = (account.coins ?? []).map((coin) => {
              const held = positions.filter(({ symbol }) => symbol === coin.symbol);
              const rises = held.length > 0 && held.every(({ side }) => side === 'short');
              return { ...coin, markPrice: multiplyDecimals(markOf(coin.symbol), factorOf(!rises)) };
            });
            const there = assess({ ...input, account: { ...account, positions: moved, coins } }, rules);
            close(equity, String(there.equity.after).startsWith('-') ? '0' : there.equity.after);
            close(marginRatio, there.marginRatio.after);
          }
        }),
        { numRuns: runs(200), endOnFailure: true },
      );
    },
    60_000,
  );
});

function close(a: unknown, b: unknown): void {
  if (typeof a !== 'string' || typeof b !== 'string') {
    expect(a).toEqual(b);
    return;
  }
  const [x, y] = [Number(a as DecimalString), Number(b as DecimalString)];
  expect(Math.abs(x - y)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(y)));
}

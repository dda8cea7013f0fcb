import fc from 'fast-check';
import type { CoinHolding, Position } from '../../src/domain/account.ts';
import type { AssessInput } from '../../src/domain/assess-input.ts';
import { type DecimalString, decimal } from '../../src/domain/decimal-string.ts';
import type { Instrument } from '../../src/domain/instrument.ts';
import type { VenueRules } from '../../src/domain/venue.ts';
import { baseRules } from '../../src/venues/base-rules.ts';
import { places } from './random-account.ts';

export type Model = 'deribit' | 'orderly' | 'gmx';

const rules: Readonly<Record<Model, VenueRules>> = {
  deribit: { ...baseRules, model: 'deribit' },
  orderly: { ...baseRules, model: 'orderly' },
  gmx: { ...baseRules, model: 'gmx', maintenanceAt: 'entry', triggerFee: 'taker', modes: ['isolated'] },
};

const units = (min: number, max: number, digits: number): fc.Arbitrary<DecimalString> =>
  fc.integer({ min, max }).map((count) => places(count, digits));

/** Rates from nothing to beyond the whole value, so that there are accounts without a crossing. */
const instrument = (model: Model, inverse: boolean): fc.Arbitrary<Instrument> =>
  fc.record({
    kind: fc.constant(inverse ? ('inverse' as const) : ('linear' as const)),
    markPrice: units(50, 2_000_000, 2),
    takerFee: units(0, 20, 4),
    ...(model === 'deribit'
      ? {
          sizeRate: fc.record({
            base: units(0, 700, 4),
            perUnit: fc.oneof(fc.constant(decimal('0')), units(1, 4000, 8), units(1, 4000, 5)),
          }),
        }
      : {}),
    ...(model === 'orderly'
      ? {
          powerRate: fc.record({
            base: fc.oneof(units(1, 300, 4), units(1, 9999, 4)),
            baseInitial: units(50, 2000, 4),
            factor: fc.oneof(fc.constant(decimal('0')), units(1, 20_000, 11), units(1, 20_000, 8)),
          }),
        }
      : {}),
    ...(model === 'gmx'
      ? { collateral: fc.record({ minimum: units(0, 500, 1), minimumFactor: units(0, 200, 4) }) }
      : {}),
  }) as fc.Arbitrary<Instrument>;

const row = fc.record({
  symbol: fc.nat({ max: 3 }),
  side: fc.constantFrom('long' as const, 'short' as const),
  isolated: fc.boolean(),
  /** Value at the entry, in thousandths of the pool's size. */
  value: fc.integer({ min: 1, max: 3000 }),
  moved: fc.integer({ min: -30, max: 30 }),
  leverage: fc.integer({ min: 1, max: 50 }),
  coins: fc.constantFrom(0, 0, 1, 2, 5),
  fees: fc.integer({ min: 0, max: 50 }),
});

const coin = fc.record({
  symbol: fc.nat({ max: 3 }),
  value: fc.integer({ min: 1, max: 2000 }),
  inMarginAccount: fc.constantFrom(true, true, false),
  weight: units(0, 100, 2),
});

/** An account of a venue without brackets: both modes, hedge legs, coins as collateral, and rates of all sizes. */
export const randomModelAccount = (
  model: Model,
): fc.Arbitrary<{ readonly input: AssessInput; readonly rules: VenueRules }> =>
  (model === 'deribit' ? fc.boolean() : fc.constant(false))
    .chain((inverse) =>
      fc.record({
        instruments: fc.array(instrument(model, inverse), { minLength: 1, maxLength: 4 }),
        rows: fc.array(row, { minLength: 1, maxLength: 5 }),
        coins: fc.array(coin, { maxLength: model === 'gmx' ? 0 : 2 }),
        balance: fc.integer({ min: 0, max: 3000 }),
      }),
    )
    .map(({ instruments, rows, coins, balance }) => {
      const named = Object.fromEntries(instruments.map((each, index) => [`S${index}`, each]));
      const symbolOf = (index: number) => `S${index % instruments.length}`;
      const scale = instruments[0]?.kind === 'inverse' ? 0.01 : 100;
      const sizeOf = (symbol: string, value: number, price: number) =>
        decimal(Math.max(1e-6, named[symbol]?.kind === 'inverse' ? value * price : value / price).toFixed(6));
      const taken = new Set<string>();
      const positions: Position[] = [];
      for (const { symbol: index, side, isolated, value, moved, leverage, coins: share, fees } of rows) {
        const symbol = symbolOf(index);
        const mode = model === 'gmx' || isolated ? ('isolated' as const) : ('cross' as const);
        const key = `${symbol} ${side} ${mode}`;
        const markPrice = named[symbol]?.markPrice;
        if (markPrice === undefined || taken.has(key)) continue;
        taken.add(key);
        const entry = Math.max(0.01, (Number(markPrice) * (100 + moved)) / 100);
        const size = sizeOf(symbol, value * scale, entry);
        positions.push({
          symbol,
          side,
          size,
          entryPrice: decimal(entry.toFixed(4)),
          markPrice,
          marginMode: mode,
          leverage: decimal(String(leverage)),
          ...(mode === 'isolated' ? { margin: decimal(((value * scale) / leverage).toFixed(6)) } : {}),
          ...(model === 'gmx'
            ? { pendingFees: places(fees, 1), priceImpact: decimal(fees > 25 ? `-${fees}` : '3') }
            : {}),
          ...(mode === 'isolated' && share > 0
            ? { collateralCoins: decimal(Math.max(1e-6, Number(size) / share).toFixed(6)) }
            : {}),
        });
      }
      const held: CoinHolding[] = coins.map(({ symbol: index, value, inMarginAccount, weight }) => {
        const symbol = symbolOf(index);
        const amount = sizeOf(symbol, value * scale, Number(named[symbol]?.markPrice ?? '1'));
        return { symbol, amount, inMarginAccount, weight };
      });
      const input: AssessInput = {
        contract: 1,
        venue: 'generic',
        account: {
          currency: 'USDT',
          crossBalance: decimal((balance * scale).toFixed(6)),
          positions,
          ...(held.length === 0 ? {} : { coins: held }),
        },
        instruments: named,
      };
      return { input, rules: rules[model] };
    });

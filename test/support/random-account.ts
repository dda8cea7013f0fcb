import fc from 'fast-check';
import type { Position } from '../../src/domain/account.ts';
import type { AssessInput } from '../../src/domain/assess-input.ts';
import { type DecimalString, decimal } from '../../src/domain/decimal-string.ts';
import type { Instrument, MarginTier } from '../../src/domain/instrument.ts';
import type { VenueRules } from '../../src/domain/venue.ts';
import { baseRules } from '../../src/venues/base-rules.ts';

/** An integer of hundredths, thousandths, … as a decimal string. */
export function places(units: number, digits: number): DecimalString {
  const text = String(units).padStart(digits + 1, '0');
  return decimal(digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`);
}

const tiers = (inverse: boolean): fc.Arbitrary<readonly MarginTier[]> =>
  fc
    .array(fc.record({ width: fc.integer({ min: 1, max: 400 }), step: fc.integer({ min: 0, max: 400 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((steps) => {
      let floor = 0;
      let rate = 0;
      return steps.map(({ width, step }, index): MarginTier => {
        const from = floor;
        floor += width * (inverse ? 1 : 500);
        rate = Math.min(9000, rate + step + (index === 0 ? 10 : 0));
        const cap = index === steps.length - 1 ? null : places(floor, inverse ? 1 : 0);
        return { floor: places(from, inverse ? 1 : 0), cap, rate: places(rate, 4) };
      });
    });

const instrument = (inverse: boolean): fc.Arbitrary<Instrument> =>
  fc.record({
    kind: fc.constant(inverse ? ('inverse' as const) : ('linear' as const)),
    markPrice: fc.integer({ min: 50, max: 2_000_000 }).map((units) => places(units, 2)),
    tick: fc.constant(decimal('0.01')),
    tiers: tiers(inverse),
    takerFee: fc.integer({ min: 0, max: 20 }).map((units) => places(units, 4)),
    makerFee: fc.integer({ min: 0, max: 20 }).map((units) => places(units, 4)),
    liquidationFee: fc.integer({ min: 0, max: 150 }).map((units) => places(units, 4)),
    fundingRate: fc.integer({ min: 0, max: 30 }).map((units) => places(units, 5)),
    fundingIntervalHours: fc.constant(decimal('8')),
  });

const rules: fc.Arbitrary<VenueRules> = fc.record({
  ...Object.fromEntries(Object.entries(baseRules).map(([name, value]) => [name, fc.constant(value)])),
  maintenanceAt: fc.constantFrom('liquidation', 'liquidation', 'liquidation', 'entry', 'mark'),
  triggerFee: fc.constantFrom('none', 'taker', 'liquidation'),
  tierScheme: fc.constantFrom('deduction', 'deduction', 'flat'),
  crossPool: fc.constantFrom('shared', 'shared', 'shared', 'pro-rata'),
  unrealisedProfitCounts: fc.constantFrom(true, true, false),
  hedgedLegsShareLiquidation: fc.constantFrom(true, true, false),
  marginIncludesClosingFee: fc.constantFrom(false, false, true),
}) as fc.Arbitrary<VenueRules>;

/** An account of 1 to 12 positions, one kind of contract, both modes, hedge legs among them, and rules to judge it by. */
export const randomAccount: fc.Arbitrary<{ readonly input: AssessInput; readonly rules: VenueRules }> = fc
  .boolean()
  .chain((inverse) =>
    fc.record({
      instruments: fc.array(instrument(inverse), { minLength: 1, maxLength: 6 }),
      rows: fc.array(
        fc.record({
          symbol: fc.nat({ max: 5 }),
          side: fc.constantFrom('long' as const, 'short' as const),
          mode: fc.constantFrom('cross' as const, 'cross' as const, 'isolated' as const),
          /** Value at the entry, in settle units. */
          value: fc.integer({ min: 1, max: inverse ? 200 : 300_000 }),
          moved: fc.integer({ min: -30, max: 30 }),
          leverage: fc.integer({ min: 1, max: 50 }),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      balance: fc.integer({ min: 0, max: inverse ? 100 : 300_000 }),
      rules,
    }),
  )
  .map(({ instruments, rows, balance, rules: made }) => {
    const named = Object.fromEntries(instruments.map((each, index) => [`S${index}`, each]));
    const taken = new Set<string>();
    const positions: Position[] = [];
    for (const row of rows) {
      const symbol = `S${row.symbol % instruments.length}`;
      const contract = named[symbol];
      const key = `${symbol} ${row.side} ${row.mode}`;
      if (contract?.markPrice === undefined || taken.has(key)) continue;
      taken.add(key);
      const mark = Number(contract.markPrice);
      const entry = Math.max(0.01, (mark * (100 + row.moved)) / 100);
      const size = contract.kind === 'inverse' ? row.value * entry : row.value / entry;
      const margin = row.value / row.leverage;
      positions.push({
        symbol,
        side: row.side,
        size: decimal(Math.max(1e-6, size).toFixed(6)),
        entryPrice: decimal(entry.toFixed(4)),
        markPrice: contract.markPrice,
        marginMode: row.mode,
        leverage: decimal(String(row.leverage)),
        ...(row.mode === 'isolated' ? { margin: decimal(margin.toFixed(6)) } : {}),
      });
    }
    const input: AssessInput = {
      contract: 1,
      venue: 'generic',
      account: { currency: 'USDT', crossBalance: places(balance, 0), positions, positionsComplete: true },
      instruments: named,
    };
    return { input, rules: made };
  });

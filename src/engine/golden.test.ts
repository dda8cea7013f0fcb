import { describe, expect, it } from 'vitest';
import cases from '../../test/golden/cases.json' with { type: 'json' };
import examples from '../../test/golden/margin-rules.json' with { type: 'json' };
import type { Position, Side } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import type { VenueId, VenueRules } from '../domain/venue.ts';
import { venueFacts } from '../venues/facts.ts';
import { assess } from './assess.ts';
import { parseInput } from './parse-input.ts';
import { rulesInForce } from './rules-in-force.ts';

/** Liquidation prices that venues published or printed, each with where it is from. */

interface Leg {
  readonly symbol?: string;
  readonly side: string;
  readonly size: string;
  readonly entry: string;
  readonly mark?: string;
  readonly rate: string;
  readonly amount: string;
  readonly takerFee?: string;
  readonly liquidationFee?: string;
}

interface Example extends Leg {
  readonly id: string;
  readonly source: string;
  readonly venue: string;
  readonly kind: string;
  readonly margin?: string;
  readonly balance?: string;
  readonly others?: readonly Leg[];
  readonly rules?: Partial<VenueRules>;
  readonly expect: string;
  readonly tolerance: string;
}

function positionOf(leg: Leg, symbol: string, margin: string | undefined): Position {
  return {
    symbol,
    side: leg.side as Side,
    size: decimal(leg.size),
    entryPrice: decimal(leg.entry),
    markPrice: decimal(leg.mark ?? leg.entry),
    marginMode: margin === undefined ? 'cross' : 'isolated',
    ...(margin === undefined ? {} : { margin: decimal(margin) }),
    maintenance: { rate: decimal(leg.rate), amount: decimal(leg.amount) },
  };
}

function liquidationPrice(example: Example): string {
  const rules = rulesInForce(venueFacts[example.venue as VenueId].rules, example.rules);
  const legs = [example, ...(example.others ?? [])];
  const symbolOf = (leg: Leg, index: number) => leg.symbol ?? `TARGET${index}`;
  const exposure = assess(
    {
      contract: 1,
      venue: example.venue as VenueId,
      account: {
        currency: 'USDT',
        crossBalance: decimal(example.balance ?? '0'),
        positions: legs.map((leg, index) =>
          positionOf(leg, symbolOf(leg, index), index === 0 ? example.margin : undefined),
        ),
      },
      instruments: Object.fromEntries(
        legs.map((leg, index) => [
          symbolOf(leg, index),
          {
            kind: example.kind as 'linear' | 'inverse',
            ...(leg.takerFee === undefined ? {} : { takerFee: decimal(leg.takerFee) }),
            ...(leg.liquidationFee === undefined ? {} : { liquidationFee: decimal(leg.liquidationFee) }),
          },
        ]),
      ),
    },
    rules,
  );
  const liquidation = exposure.positions[0]?.liquidation;
  if (liquidation === undefined || isUnknown(liquidation)) throw new Error(JSON.stringify(liquidation));
  return liquidation.kind === 'none' ? 'none' : liquidation.price;
}

describe('worked examples of the venues', () => {
  it.each(examples as unknown as readonly Example[])('$id ($source)', (example) => {
    const price = liquidationPrice(example);
    if (example.expect === 'none') expect(price).toBe('none');
    else
      expect(Math.abs(Number(price) - Number(example.expect))).toBeLessThanOrEqual(Number(example.tolerance));
  });
});

describe('positions as real accounts reported them', () => {
  it.each(cases)('$id ($source)', ({ input, target, expect: expected, reference }) => {
    const parsed = parseInput(input);
    if (!parsed.ok) throw new Error(`${parsed.path}: ${parsed.expected}`);
    const exposure = assess(parsed.input, venueFacts[parsed.input.venue].rules);
    const liquidation = exposure.positions[target]?.liquidation;
    if (liquidation === undefined || isUnknown(liquidation)) throw new Error(JSON.stringify(liquidation));
    if (liquidation.kind === 'none') {
      expect(expected.liquidationPrice).toBe('none');
      return;
    }
    const price = Number(liquidation.price);
    expect(Math.abs(price - Number(expected.liquidationPrice))).toBeLessThanOrEqual(
      Number(expected.tolerance),
    );
    expect(liquidation.price.slice(0, 24)).toBe(reference.slice(0, 24));
  });
});

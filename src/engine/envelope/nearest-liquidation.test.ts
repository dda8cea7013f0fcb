import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import type { Liquidation } from '../../domain/exposure.ts';
import { unknown } from '../../domain/known.ts';
import { parse } from '../decimal.ts';
import type { LiquidationPoint } from '../liquidation.ts';
import { nearestLiquidation, nearestPoint } from './nearest-liquidation.ts';

const ahead: Liquidation = {
  kind: 'price',
  price: decimal('90'),
  distance: decimal('0.1'),
  range: { nearest: decimal('91'), farthest: decimal('89') },
};
const passed: Liquidation = {
  kind: 'price',
  price: decimal('130'),
  distance: decimal('0'),
  range: { nearest: decimal('130'), farthest: decimal('130') },
};
const safe: Liquidation = { kind: 'none', why: 'notional-within-collateral' };
const mark = decimal('100');
/** Liquidated, and no price brings it back. */
const gone: Liquidation = {
  kind: 'price',
  price: mark,
  distance: decimal('0'),
  range: { nearest: mark, farthest: mark },
};

it.each([
  ['a price before none', [safe, ahead], ahead],
  ['a price stays before none', [ahead, safe], ahead],
  ['one that the mark has passed before one ahead', [ahead, passed], passed],
  ['liquidated at any price before one ahead', [ahead, gone], gone],
  ['liquidated at any price before none', [safe, gone], gone],
  ['liquidated at any price before one at which it lives again', [passed, ahead, gone], gone],
  ['none where all have none', [safe, safe], safe],
])('%s', (_, liquidations, nearest) => {
  expect(nearestLiquidation(liquidations, mark)).toEqual(nearest);
});

it('the range reaches from the nearest near end to the farthest far end on the side of the price', () => {
  const farther: Liquidation = {
    ...ahead,
    price: decimal('85'),
    distance: decimal('0.15'),
    range: { nearest: decimal('92'), farthest: decimal('80') },
  };
  const above: Liquidation = {
    ...ahead,
    price: decimal('120'),
    distance: decimal('0.2'),
    range: { nearest: decimal('101'), farthest: decimal('200') },
  };
  expect(nearestLiquidation([farther, ahead, above], mark)).toEqual({
    ...ahead,
    range: { nearest: '92', farthest: '80' },
  });
});

it('of bare points it is the same', () => {
  const at90: LiquidationPoint = { kind: 'price', price: parse(decimal('90')), ahead: true };
  const at130: LiquidationPoint = { kind: 'price', price: parse(decimal('130')), ahead: false };
  const none: LiquidationPoint = { kind: 'none', why: 'hedged' };
  expect(nearestPoint([at90, at130], mark)).toBe(at130);
  expect(nearestPoint([at90, none], mark)).toBe(at90);
  expect(nearestPoint([none, at130], mark)).toBe(at130);
});

describe('what is unknown', () => {
  const unsure = unknown('missing-input', 'instruments.BTC.tick');

  it('stays so where it is the first, and is passed over elsewhere', () => {
    expect(nearestLiquidation([unsure, ahead], mark)).toBe(unsure);
    expect(nearestLiquidation([safe, unsure, ahead], mark)).toEqual(ahead);
    expect(nearestLiquidation([safe, unsure], mark)).toEqual(safe);
  });

  it('is the mark: then it is the first', () => {
    expect(nearestLiquidation([safe, ahead, gone], undefined)).toEqual(safe);
    expect(nearestLiquidation([ahead, passed], undefined)).toEqual(ahead);
  });

  it('in a range stays so where the nearest has it, and is passed over elsewhere', () => {
    const vague: Liquidation = { ...ahead, range: { nearest: unsure, farthest: unsure } };
    const farther: Liquidation = { ...vague, price: decimal('85'), distance: decimal('0.15') };
    expect(nearestLiquidation([ahead, farther], mark)).toEqual(ahead);
    expect(nearestLiquidation([farther, vague], mark)).toEqual(vague);
  });
});

it('there is always one to choose from', () => {
  expect(() => nearestLiquidation([], mark)).toThrow('no liquidation to choose from');
});

it('above the mark the range reaches upwards', () => {
  const above = (price: string, nearest: string, farthest: string): Liquidation => ({
    kind: 'price',
    price: decimal(price),
    distance: decimal('0.1'),
    range: { nearest: decimal(nearest), farthest: decimal(farthest) },
  });
  const near = above('112', '109', '113');
  expect(
    nearestLiquidation([above('120', '108', '130'), near, ahead, above('115', '114', '116')], mark),
  ).toEqual({ ...ahead, range: { nearest: '91', farthest: '89' } });
  expect(nearestLiquidation([above('120', '108', '130'), near], mark)).toEqual(above('112', '108', '130'));
});

it('of two as near the first stays', () => {
  const twin: Liquidation = {
    ...ahead,
    price: decimal('110'),
    range: { nearest: decimal('109'), farthest: decimal('111') },
  };
  expect(nearestLiquidation([twin, ahead], mark)).toEqual(twin);
  expect(nearestLiquidation([ahead, twin], mark)).toEqual(ahead);
});

it('of two that differ in their last digit alone the nearer is taken, on either side of the mark', () => {
  const point = (price: string): LiquidationPoint => ({
    kind: 'price',
    price: parse(decimal(price)),
    ahead: true,
  });
  const [low, high] = [
    '5313.97688887257696814021794473187274386',
    '5313.976888872576968140217944731872743863',
  ];
  const below = nearestPoint([point(low), point(high)], decimal('19609.3'));
  expect(below).toMatchObject({ price: parse(decimal(high)) });
  const above = nearestPoint([point(high), point(low)], decimal('1.3'));
  expect(above).toMatchObject({ price: parse(decimal(low)) });
});

import { describe, expect, it } from 'vitest';
import { noPreferences } from '../../test/support/rule-context.ts';
import { reading } from '../../test/support/ticket-reading.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Assumed } from '../domain/exposure.ts';
import type { BracketTable } from '../domain/instrument.ts';
import { unknown } from '../domain/known.ts';
import type { VenueFacts } from '../domain/venue.ts';
import { binanceFacts } from '../venues/binance/facts.ts';
import { instrumentFor } from './instrument-for.ts';

const d = decimal;
const gone = unknown('venue-facts-missing', 'x');
const facts: VenueFacts = {
  ...binanceFacts,
  name: 'Venue',
  takerFee: d('0.0006'),
  makerFee: d('0.0001'),
  fundingIntervalHours: d('8'),
  liquidationFee: d('0.01'),
};

function made(change: Partial<Parameters<typeof instrumentFor>[0]> = {}) {
  const assumed: Assumed[] = [];
  const instrument = instrumentFor({
    symbol: 'BTC',
    payer: 'long',
    marks: undefined,
    rowMark: undefined,
    facts,
    tiers: undefined,
    preferences: noPreferences,
    note: (field, value, why) => assumed.push({ field, value, why }),
    ...change,
  });
  return { instrument, assumed };
}

const fees = [
  { field: 'instruments.BTC.takerFee', value: '0.0006', why: 'base fee of Venue' },
  { field: 'instruments.BTC.makerFee', value: '0.0001', why: 'base fee of Venue' },
];
const funding = {
  field: 'instruments.BTC.fundingRate',
  value: '0.0001',
  why: 'no rate on the page: 0.01 % per 8 hours, paid by you',
};
const tickNote = (value: string) => ({
  field: 'instruments.BTC.tick',
  value,
  why: 'the last decimal of the prices on the page',
});

it('is what the facts say where the page says nothing, each noted', () => {
  const { instrument, assumed } = made();
  expect(instrument).toEqual({
    kind: 'linear',
    liquidationFee: '0.01',
    takerFee: '0.0006',
    makerFee: '0.0001',
    fundingRate: '0.0001',
    fundingIntervalHours: '8',
  });
  expect(assumed).toEqual([...fees, funding]);
});

it('leaves out what neither page nor facts say', () => {
  const bare = { ...facts, takerFee: gone, makerFee: gone, liquidationFee: gone };
  expect(made({ facts: bare }).instrument).toStrictEqual({
    kind: 'linear',
    fundingRate: '0.0001',
    fundingIntervalHours: '8',
  });
  expect(made({ facts: bare }).assumed).toEqual([funding]);
});

it('is inverse for the symbols the facts name', () => {
  const some = { ...facts, inverseSymbols: '_PERP$' };
  expect(made({ facts: some, symbol: 'BTCUSD_PERP' }).instrument.kind).toBe('inverse');
  expect(made({ facts: some, symbol: 'BTCUSD_PERP_X' }).instrument.kind).toBe('linear');
});

describe('the mark', () => {
  const at = (known: Record<string, string>, rowMark?: string) =>
    made({ marks: reading(known), rowMark: rowMark === undefined ? undefined : d(rowMark) });

  it("is the ticket's, else the row's, else the last price, which is noted", () => {
    expect(at({ markPrice: '100', lastPrice: '99' }, '98').instrument.markPrice).toBe('100');
    expect(at({ lastPrice: '99' }, '98').instrument.markPrice).toBe('98');
    const last = at({ lastPrice: '99' });
    expect(last.instrument.markPrice).toBe('99');
    expect(last.assumed[0]).toEqual({
      field: 'instruments.BTC.markPrice',
      value: '99',
      why: 'no mark on the page: the last price is used',
    });
    expect(at({ markPrice: '100' }, '98').assumed).toEqual([tickNote('1'), ...fees, funding]);
    expect(at({}).instrument.markPrice).toBeUndefined();
    expect(at({}).assumed).toEqual([...fees, funding]);
    expect(at({ markPrice: '0', lastPrice: '99' }).instrument.markPrice).toBe('99');
  });

  it("of another contract is its row's", () => {
    expect(made({ rowMark: d('98.5') }).instrument).toMatchObject({ markPrice: '98.5', tick: '0.1' });
  });
});

describe('the tick', () => {
  it.each([
    ['60000', undefined, '1'],
    ['60000.5', undefined, '0.1'],
    ['60000', '60000.25', '0.01'],
    ['60000.125', '60000.1', '0.001'],
  ])('of a mark of %s and a last price of %s is %s', (markPrice, lastPrice, tick) => {
    const page = reading(lastPrice === undefined ? { markPrice } : { markPrice, lastPrice });
    const { instrument, assumed } = made({ marks: page });
    expect(instrument.tick).toBe(tick);
    expect(assumed[0]).toEqual(tickNote(tick));
  });
});

describe('the brackets', () => {
  const tiers = [{ floor: d('0'), cap: d('500'), rate: d('0.01') }];
  const table = (change: Partial<BracketTable>) =>
    made({ tiers: { tiers, unit: 'value', incomplete: false, old: false, ...change } });

  it('come as they are where there is nothing to say of them', () => {
    const { instrument, assumed } = table({});
    expect(Object.keys(instrument)).toEqual([
      'kind',
      'tiers',
      'liquidationFee',
      'takerFee',
      'makerFee',
      'fundingRate',
      'fundingIntervalHours',
    ]);
    expect(instrument.tiers).toBe(tiers);
    expect(assumed).toEqual([...fees, funding]);
  });

  it('say their unit, their age and their end', () => {
    expect(table({ unit: 'size' }).instrument).toMatchObject({ tierUnit: 'size' });
    const old = table({ old: true, asOf: '2025-11' });
    expect(old.instrument).toMatchObject({ tiersAssumed: true, tiersAsOf: '2025-11' });
    expect(old.assumed[0]).toEqual({
      field: 'instruments.BTC.tiers',
      value: '2025-11',
      why: 'bracket table more than 180 days old, or without a date',
    });
    expect(table({ old: true }).assumed[0]?.value).toBe('undated');
    const part = table({ incomplete: true });
    expect(part.instrument).toMatchObject({ tiersIncomplete: true });
    expect(part.assumed[0]).toEqual({
      field: 'instruments.BTC.tiers',
      value: '500',
      why: 'brackets are known up to here; beyond, maintenance is unknown',
    });
    expect(table({ incomplete: true, tiers: [] }).assumed[0]?.value).toBe('0');
    const open = [{ floor: d('0'), cap: null, rate: d('0.01') }];
    expect(table({ incomplete: true, tiers: open }).assumed[0]?.value).toBe('0');
  });
});

describe('rates that stand in for brackets', () => {
  const powerRate = { base: d('0.006'), baseInitial: d('0.01'), factor: d('0.0000002') };
  const sizeRate = { base: d('0.01'), perUnit: d('0.00005') };
  const least = { minimum: d('1'), minimumFactor: d('0.005') };
  const other = { minimum: d('1'), minimumFactor: d('0.01') };

  it('are published ones and noted', () => {
    const power = made({ facts: { ...facts, powerRates: { BTC: powerRate } } });
    expect(power.instrument.powerRate).toBe(powerRate);
    expect(power.assumed[0]).toEqual({
      field: 'instruments.BTC.powerRate',
      value: '0.006',
      why: 'published base rates of Venue',
    });
    const sized = made({ facts: { ...facts, sizeRates: { BTC: sizeRate } } });
    expect(sized.instrument.sizeRate).toBe(sizeRate);
    expect(sized.assumed[0]).toEqual({
      field: 'instruments.BTC.sizeRate',
      value: '0.01',
      why: 'published rates of Venue, undated',
    });
    const minimumCollateral = { bySymbol: { BTC: least }, others: other };
    const kept = made({ facts: { ...facts, minimumCollateral } });
    expect(kept.instrument.collateral).toBe(least);
    expect(kept.assumed[0]).toEqual({
      field: 'instruments.BTC.collateral',
      value: '0.005',
      why: 'published least collateral of Venue',
    });
    expect(made({ facts: { ...facts, minimumCollateral }, symbol: 'DOGE' }).instrument.collateral).toBe(
      other,
    );
  });

  it('are those of the symbol alone', () => {
    const all = { ...facts, powerRates: { ETH: powerRate }, sizeRates: { ETH: sizeRate } };
    expect(made({ facts: all }).instrument).not.toHaveProperty('powerRate');
    expect(made({ facts: all }).instrument).not.toHaveProperty('sizeRate');
    expect(made().instrument).not.toHaveProperty('collateral');
  });
});

describe('fees and funding', () => {
  it("takes the trader's own fee without a note, each for itself", () => {
    const { instrument, assumed } = made({ preferences: { ...noPreferences, makerFee: d('-0.0002') } });
    expect(instrument).toMatchObject({ takerFee: '0.0006', makerFee: '-0.0002' });
    expect(assumed).toEqual([fees[0], funding]);
  });

  it('takes the stand-in for a fee that is not known, and never for one that is', () => {
    const standIn = { fee: d('0.00075') };
    const { instrument, assumed } = made({ facts: { ...facts, takerFee: gone, standIn } });
    expect(instrument).toMatchObject({ takerFee: '0.00075', makerFee: '0.0001' });
    const why = 'the highest base fee of any described exchange';
    expect(assumed).toEqual([{ ...fees[0], value: '0.00075', why }, fees[1], funding]);
    expect(made({ facts: { ...facts, takerFee: gone } }).instrument).not.toHaveProperty('takerFee');
  });

  it.each([
    // 0.0001 x 8 / 8, 0.0001 x 4 / 8, 0.0001 x 1 / 8.
    ['8', '0.0001'],
    ['4', '0.00005'],
    ['1', '0.0000125'],
  ])('pays the resting rate for %s hours: %s', (hours, rate) => {
    const some = { ...facts, fundingIntervalHours: d(hours) };
    expect(made({ facts: some }).instrument).toMatchObject({
      fundingRate: rate,
      fundingIntervalHours: hours,
    });
    expect(made({ facts: some, payer: 'short' }).instrument.fundingRate).toBe(`-${rate}`);
  });

  it('takes 8 hours where the interval is not known, and says so', () => {
    const { instrument, assumed } = made({ facts: { ...facts, fundingIntervalHours: gone } });
    expect(instrument).toMatchObject({ fundingRate: '0.0001', fundingIntervalHours: '8' });
    expect(assumed).toEqual([
      ...fees,
      { field: 'instruments.BTC.fundingIntervalHours', value: '8', why: 'most venues pay every 8 hours' },
      funding,
    ]);
  });
});

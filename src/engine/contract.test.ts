import { describe, expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';
import { isUnknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { type Amount, figure } from './amount.ts';
import { Contract, Contracts } from './contract.ts';

const d = decimal;
const text = (amount: Amount) => (isUnknown(amount) ? `${amount.why} ${amount.field}` : figure(amount));
const made = (instrument: Instrument | undefined, rules: Partial<VenueRules> = {}) =>
  new Contract('BTC', instrument, { ...baseRules, ...rules });
const bare: Instrument = { kind: 'linear' };

it.each(['takerFee', 'makerFee', 'liquidationFee', 'fundingRate'] as const)(
  '%s may be zero or below',
  (name) => {
    for (const value of ['-0.001', '0', '0.001'])
      expect(text(made({ ...bare, [name]: d(value) }).amount(name))).toBe(value);
    expect(text(made(bare).amount(name))).toBe(`missing-input instruments.BTC.${name}`);
  },
);

it.each(['markPrice', 'tick', 'fundingIntervalHours'] as const)('%s is above zero', (name) => {
  expect(text(made({ ...bare, [name]: d('3') }).amount(name))).toBe('3');
  for (const value of ['-1', '0'])
    expect(text(made({ ...bare, [name]: d(value) }).amount(name))).toBe(`unparsable instruments.BTC.${name}`);
  expect(text(made(bare).amount(name))).toBe(`missing-input instruments.BTC.${name}`);
});

it('is read once', () => {
  const contract = made({ ...bare, markPrice: d('3') });
  expect(contract.amount('markPrice')).toBe(contract.amount('markPrice'));
});

it('counts in the trigger the fee that the venue says', () => {
  const fees = { ...bare, takerFee: d('0.001'), liquidationFee: d('0.02') };
  expect(text(made(fees, { triggerFee: 'none' }).triggerFee)).toBe('0');
  expect(text(made(fees, { triggerFee: 'taker' }).triggerFee)).toBe('0.001');
  expect(text(made(fees, { triggerFee: 'liquidation' }).triggerFee)).toBe('0.02');
  expect(text(made(bare, { triggerFee: 'taker' }).triggerFee)).toBe('missing-input instruments.BTC.takerFee');
});

it('is of unknown kind where nothing is known of it', () => {
  expect(made(undefined).kind).toMatchObject({ why: 'missing-input', field: 'instruments.BTC.kind' });
  expect(made({ kind: 'inverse' }).kind).toBe('inverse');
  expect(made({ ...bare, tiersAssumed: true }).tiersAssumed).toBe(true);
  expect(made({ ...bare, tiersAssumed: false }).tiersAssumed).toBe(false);
  expect(made(undefined).tiersAssumed).toBe(false);
});

describe('what it says of maintenance', () => {
  const kindOf = (instrument: Instrument | undefined, model: VenueRules['model']) => {
    const { maintenance } = made(instrument, { model });
    return isUnknown(maintenance) ? maintenance.field : maintenance.kind;
  };
  const power = (factor: string) => ({
    ...bare,
    powerRate: { base: d('0.006'), baseInitial: d('0.01'), factor: d(factor) },
  });

  it('follows from the model', () => {
    expect(kindOf({ ...bare, tiers: [{ floor: d('0'), cap: null, rate: d('0.01') }] }, 'tiered')).toBe(
      'brackets',
    );
    expect(kindOf(power('0.0000001'), 'orderly')).toBe('power');
    expect(kindOf(power('0'), 'orderly')).toBe('brackets');
    expect(kindOf({ ...bare, sizeRate: { base: d('0.01'), perUnit: d('0') } }, 'deribit')).toBe(
      'size-linear',
    );
    expect(kindOf({ ...bare, collateral: { minimum: d('1'), minimumFactor: d('0.01') } }, 'gmx')).toBe(
      'brackets',
    );
  });

  it('names what the model lacks', () => {
    for (const instrument of [undefined, bare, { ...bare, tiers: [] }])
      expect(kindOf(instrument, 'tiered')).toBe('instruments.BTC.tiers');
    expect(kindOf(bare, 'orderly')).toBe('instruments.BTC.powerRate');
    expect(kindOf(bare, 'deribit')).toBe('instruments.BTC.sizeRate');
    expect(kindOf(bare, 'gmx')).toBe('instruments.BTC.collateral');
  });
});

it('has a rate of initial margin by size on Deribit, where both halves are there', () => {
  const rate = { base: d('0.01'), perUnit: d('0'), initialBase: d('0.02'), initialPerUnit: d('0.0001') };
  const initial = (sizeRate: Instrument['sizeRate'], model: VenueRules['model']) => {
    const found = made(sizeRate === undefined ? bare : { ...bare, sizeRate }, { model }).initialRate;
    return found && [figure(found.base), figure(found.perUnit)];
  };
  expect(initial(rate, 'deribit')).toEqual(['0.02', '0.0001']);
  expect(initial(rate, 'tiered')).toBeNull();
  const { initialBase: _base, ...half } = rate;
  const { initialPerUnit: _unit, ...otherHalf } = rate;
  expect(initial(half, 'deribit')).toBeNull();
  expect(initial(otherHalf, 'deribit')).toBeNull();
  expect(initial(undefined, 'deribit')).toBeNull();
});

it('is made once for a symbol, and not out of what every object has', () => {
  const contracts = new Contracts({ BTC: bare }, baseRules);
  expect(contracts.of('BTC')).toBe(contracts.of('BTC'));
  expect(contracts.of('BTC').kind).toBe('linear');
  expect(contracts.of('toString').kind).toMatchObject({ field: 'instruments.toString.kind' });
});

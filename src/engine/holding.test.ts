import { describe, expect, it } from 'vitest';
import { contract, position } from '../../test/support/engine-input.ts';
import type { Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { holdingOf } from './account-state.ts';
import { type Amount, figure } from './amount.ts';
import { Contracts } from './contract.ts';
import { parse } from './decimal.ts';
import { gainsWithX, type Requirement } from './holding.ts';

const d = decimal;
/** 10 bought at 90, now at 100, 10x. */
const long = position('BTC', 'long', '10', 'cross', { entryPrice: d('90') });
const short = position('BTC', 'short', '10', 'cross', { entryPrice: d('90') });
const alone: Position = { ...long, marginMode: 'isolated', margin: d('7') };

function held(
  row: Position,
  rules: Partial<VenueRules> = {},
  instrument: Instrument = contract({ rate: '0.01' }),
) {
  const all = { ...baseRules, ...rules };
  return holdingOf(row, 0, new Contracts({ BTC: instrument }, all), all);
}

const without = (row: Position, ...names: readonly (keyof Position)[]): Position =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => !names.some((each) => each === name)),
  ) as unknown as Position;
const text = (amount: Amount) => (isUnknown(amount) ? amount.missing?.join(' ') : figure(amount));
const parts = (of: Requirement | Unknown) =>
  isUnknown(of) ? of.missing : [of.maintenance, of.fee, of.withFee].map(figure);

describe('a position in figures', () => {
  it('is worth its size, at the mark and at the entry', () => {
    expect([held(long).value, held(long).entryValue].map(text)).toEqual(['1000', '900']);
    const inverse = contract({ kind: 'inverse' });
    const coin = position('BTC', 'long', '1000', 'cross', { entryPrice: d('80') });
    expect([held(coin, {}, inverse).value, held(coin, {}, inverse).entryValue].map(text)).toEqual([
      '10',
      '12.5',
    ]);
  });

  it('wins and loses against its entry, and adds that less maintenance to its pool', () => {
    expect([held(long).unrealisedPnl, held(short).unrealisedPnl].map(text)).toEqual(['100', '-100']);
    expect([held(long).net, held(short).net].map(text)).toEqual(['90', '-110']);
  });

  it('counts its profit only where the venue does, its loss everywhere', () => {
    const strict = { unrealisedProfitCounts: false };
    expect([held(long).countedPnl, held(short).countedPnl].map(text)).toEqual(['100', '-100']);
    expect([held(long, strict).countedPnl, held(short, strict).countedPnl].map(text)).toEqual(['0', '-100']);
    expect(text(held(long, strict).net)).toBe('-10');
    expect([
      figure(held(long).counted(parse(d('5')))),
      figure(held(long, strict).counted(parse(d('5')))),
    ]).toEqual(['5', '0']);
  });

  it('says each once: the same figure is the same object', () => {
    const one = held({ ...alone, collateralCoins: d('1') }, { marginIncludesClosingFee: true });
    const cross = held(long, { marginIncludesClosingFee: true });
    for (const name of ['value', 'entryValue', 'net', 'unrealisedPnl', 'requirement'] as const)
      expect(one[name]).toBe(one[name]);
    expect(one.assigned).toBe(one.assigned);
    expect(cross.initialMargin).toBe(cross.initialMargin);
    expect(cross.closingReserve).toBe(cross.closingReserve);
  });
});

describe('initial margin', () => {
  it('is valued where the venue values it in that mode', () => {
    // 900 and 1,000 at 10x.
    const at = (rules: Partial<VenueRules>) => {
      const own = held(long, rules);
      return [own.initialMargin, own.marginToIsolate].map(text);
    };
    expect(at({})).toEqual(['90', '90']);
    expect(at({ initialMarginAt: 'mark' })).toEqual(['100', '100']);
    expect(at({ crossInitialMarginAt: 'mark' })).toEqual(['100', '90']);
    expect(at({ initialMarginAt: 'mark', crossInitialMarginAt: 'order' })).toEqual(['90', '100']);
  });

  it('is on isolated what was assigned, coins at the mark with it', () => {
    expect(text(held(alone).initialMargin)).toBe('7');
    // 7 and 2 at 100.
    expect(text(held({ ...alone, collateralCoins: d('2') }).initialMargin)).toBe('207');
    expect(text(held(without(alone, 'margin')).initialMargin)).toBe('account.positions[0].margin');
  });

  it('of no coins needs no mark', () => {
    const { markPrice: _, ...unmarked } = contract();
    const blind = without(alone, 'markPrice');
    expect(text(held({ ...blind, collateralCoins: d('0') }, {}, unmarked).assigned)).toBe('7');
    expect(text(held({ ...blind, collateralCoins: d('2') }, {}, unmarked).assigned)).toBe(
      'account.positions[0].markPrice',
    );
  });

  it('in a mode that is not known is not known, nor what else it lacks', () => {
    const modeless = without(long, 'marginMode');
    expect(text(held(modeless).initialMargin)).toBe('account.positions[0].marginMode');
    expect(text(held(without(modeless, 'leverage')).initialMargin)).toBe(
      'account.positions[0].marginMode account.positions[0].leverage',
    );
  });

  it('holds the closing fee at the bankruptcy price where the venue keeps it, on cross', () => {
    const reserve = { marginIncludesClosingFee: true };
    const priced = contract({ rate: '0.01', takerFee: d('0.001') });
    // 900 x 0.9 x 0.1 %; 900 x 1.1 x 0.1 %.
    expect(text(held(long, reserve, priced).closingReserve)).toBe('0.81');
    expect(text(held(short, reserve, priced).closingReserve)).toBe('0.99');
    expect(text(held(long, reserve, priced).initialMargin)).toBe('90.81');
    expect(parts(held(long, reserve, priced).requirement)).toEqual(['10.81', '0', '10.81']);
    expect(text(held(alone, reserve, priced).closingReserve)).toBe('0');
    expect(text(held(alone, reserve, priced).initialMargin)).toBe('7');
    expect(parts(held(alone, reserve, priced).requirement)).toEqual(['10', '0', '10']);
    expect(text(held(long, {}, priced).closingReserve)).toBe('0');
  });
});

describe('what it asks for', () => {
  const fee = contract({ rate: '0.01', takerFee: d('0.002') });

  it('is maintenance at the mark, and the fee of the trigger', () => {
    expect(parts(held(long).requirement)).toEqual(['10', '0', '10']);
    expect(parts(held(long, { triggerFee: 'taker' }, fee).requirement)).toEqual(['10', '2', '12']);
    expect(parts(held(long, { triggerFee: 'taker' }, fee).requirementOf(parse(d('500'))))).toEqual([
      '5',
      '1',
      '6',
    ]);
  });

  it('is that of the entry, always, where the venue freezes it there', () => {
    const frozen = held(long, { maintenanceAt: 'entry', triggerFee: 'taker' }, fee);
    expect(parts(frozen.requirement)).toEqual(['9', '1.8', '10.8']);
    expect(parts(frozen.requirementOf(parse(d('500'))))).toEqual(['9', '1.8', '10.8']);
  });

  it('counts what is owed already among the fees', () => {
    const owing = { ...alone, pendingFees: d('3') };
    expect(parts(held(owing).requirement)).toEqual(['10', '3', '13']);
    expect(parts(held(owing, { triggerFee: 'taker' }, fee).requirement)).toEqual(['10', '5', '15']);
  });

  it('is known up to the end of a table that lacks its upper part', () => {
    const tiers = [{ floor: d('0'), cap: d('1000'), rate: d('0.01') }];
    const excerpt = contract({ tiers, tiersIncomplete: true });
    expect(parts(held(long, {}, excerpt).requirement)).toEqual(['10', '0', '10']);
    expect(parts(held(long, {}, excerpt).requirementOf(parse(d('1000.01'))))).toEqual([
      'instruments.BTC.tiers',
    ]);
  });

  it('follows the size where the table counts size', () => {
    const tiers = [
      { floor: d('0'), cap: d('8'), rate: d('0.01') },
      { floor: d('8'), cap: null, rate: d('0.02') },
    ];
    const counted = contract({ tiers, tierUnit: 'size' });
    // 8 x 1 % and 2 x 2 % are 0.12 of 10 coins, at any price.
    expect(parts(held(long, {}, counted).requirement)).toEqual(['12', '0', '12']);
    expect(parts(held(long, {}, counted).requirementOf(parse(d('500'))))).toEqual(['6', '0', '6']);
    expect(parts(held(without(long, 'size'), {}, counted).requirement)).toEqual([
      'account.positions[0].size',
    ]);
  });

  it('names all that is not known', () => {
    const { tiers: _, ...untabled } = contract();
    expect(parts(held(without(long, 'entryPrice'), {}, untabled).requirement)).toEqual([
      'instruments.BTC.tiers',
    ]);
    const { markPrice: _mark, ...unmarked } = untabled;
    expect(parts(held(without(long, 'markPrice'), {}, unmarked).requirement)).toEqual([
      'account.positions[0].markPrice',
      'instruments.BTC.tiers',
    ]);
  });
});

it('a linear long gains with x = price, an inverse short with x = 1 / price', () => {
  expect(gainsWithX('linear', 'long')).toBe(true);
  expect(gainsWithX('linear', 'short')).toBe(false);
  expect(gainsWithX('inverse', 'long')).toBe(false);
  expect(gainsWithX('inverse', 'short')).toBe(true);
});

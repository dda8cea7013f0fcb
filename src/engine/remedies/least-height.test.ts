import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import { parse, plain } from '../decimal.ts';
import type { Conditions, Question } from '../liquidation.ts';
import { type BracketCurve, type MaintenanceCurve, TieredCurve } from '../models/maintenance-curve.ts';
import { leastHeight } from './least-height.ts';

const n = (text: string) => parse(decimal(text));
const calm: Conditions = { collateral: n('0'), extraFee: n('0'), stricter: false };

/** Brackets without deductions: `cap rate`, the last open. */
function flat(...brackets: readonly string[]): BracketCurve {
  let floor = decimal('0');
  const tiers = brackets.map((packed) => {
    const [cap = '-', rate = '0'] = packed.split(' ');
    const tier = { floor, cap: cap === '-' ? null : decimal(cap), rate: decimal(rate) };
    if (cap !== '-') floor = decimal(cap);
    return tier;
  });
  return new TieredCurve(tiers, 'flat');
}

/** 20 at 100 with 200 behind it. */
function question(side: 'long' | 'short', curve: MaintenanceCurve, change: Partial<Question> = {}): Question {
  return {
    kind: 'linear',
    mark: n('100'),
    start: n('100'),
    base: side === 'long' ? n('-1800') : n('2200'),
    legs: [{ gains: side === 'long', size: n('20'), curve, triggerFee: n('0') }],
    coins: n('0'),
    ...change,
  };
}

function least(of: Question, end: string, conditions: Conditions = calm): readonly [string, boolean] | null {
  const found = leastHeight(of, conditions, n(end));
  return found === null ? null : [plain(found.height), found.isBeforeEnd];
}

describe('one rate, 0.5 %', () => {
  const long = question('long', flat('- 0.005'));
  const short = question('short', flat('- 0.005'));

  it('falls towards the end of the stretch', () => {
    // 200 - 300 - 0.5 % of 1,700; 200 - 300 - 0.5 % of 2,300.
    expect(least(long, '85')).toEqual(['-108.5', false]);
    expect(least(short, '115')).toEqual(['-111.5', false]);
    // Down to nothing all of 2,000 is lost.
    expect(least(long, '0')).toEqual(['-1800', false]);
  });

  it('is lowest at the start on the winning side', () => {
    // 200 - 0.5 % of 2,000.
    expect(least(long, '110')).toEqual(['190', true]);
    expect(least(short, '90')).toEqual(['190', true]);
    expect(least(long, '100')).toEqual(['190', true]);
    expect(least(short, '100')).toEqual(['190', true]);
  });

  it('counts what a harder world takes and charges', () => {
    const hard = { ...calm, collateral: n('-0.6'), extraFee: n('0.0005') };
    // 108.5 + 0.6 + 0.05 % of 1,700.
    expect(least(long, '85', hard)).toEqual(['-109.95', false]);
    const [leg] = long.legs;
    if (leg === undefined) throw new Error('there is a leg');
    const charged = { ...long, legs: [{ ...leg, triggerFee: n('0.001') }] };
    expect(least(charged, '85', hard)).toEqual(['-111.65', false]);
  });
});

describe('a flat table', () => {
  // 0.4 % up to 1,700 and 5 % above: a long leaves the upper bracket on its way down.
  const long = question('long', flat('1700 0.004', '- 0.05'));
  // 0.4 % up to 2,200 and 5 % above: a short enters the upper bracket on its way up.
  const short = question('short', flat('2200 0.004', '- 0.05'));

  it('is looked at on both sides of an edge', () => {
    // At 85: 200 - 300 - 85. At 84: 200 - 320 - 6.72. At 80: 200 - 400 - 6.4.
    expect(least(long, '84')).toEqual(['-185', true]);
    expect(least(long, '80')).toEqual(['-206.4', false]);
    // At 110: 0 - 8.8 before, 0 - 110 behind it. At 115: -100 - 115.
    expect(least(short, '115')).toEqual(['-215', false]);
  });

  it('that ends at an edge stays on its near side', () => {
    expect(least(long, '85')).toEqual(['-185', false]);
    expect(least(short, '110')).toEqual(['-8.8', false]);
  });

  it('that starts at an edge starts in the lower bracket', () => {
    const at85 = { ...long, start: n('85') };
    // 200 - 300 - 6.8 at the start; 200 - 400 - 6.4 at 80.
    expect(least(at85, '90')).toEqual(['-106.8', true]);
    expect(least(at85, '80')).toEqual(['-206.4', false]);
  });

  it('asks most right behind an edge, where a table falls there', () => {
    // 50 % between 2,200 and 2,220: 200 - 200 - 1,100 at 110, -0.4 % at its end.
    const steep = question('short', flat('2200 0.004', '2220 0.5', '- 0.004'));
    // 2,220 on its lower side: -20 - 1,110.
    expect(least(steep, '115')).toEqual(['-1130', true]);
  });

  it('is read at the next higher rates where it is old', () => {
    // 200 - 320 - 5 % of 1,680.
    expect(least(long, '84', { ...calm, stricter: true })).toEqual(['-204', false]);
  });

  it('has nothing to say below its lowest bracket', () => {
    const tiers = [{ floor: decimal('1000'), cap: null, rate: decimal('0.005') }];
    const raised = question('long', new TieredCurve(tiers, 'flat'));
    expect(least(raised, '60')).toEqual(['-606', false]);
    expect(least(raised, '40')).toBeNull();
  });
});

describe('a curve without brackets', () => {
  // Maintenance v x (1 % + 0.1 % v): of 20 coins at 1, 0.6; 10 behind them.
  const quadratic: MaintenanceCurve = { kind: 'quadratic', base: n('0.01'), perUnit: n('0.001') };
  const at1 = (side: 'long' | 'short') =>
    question(side, quadratic, { start: n('1'), base: side === 'long' ? n('-10') : n('30') });

  it('is lowest at one of the two ends', () => {
    // 10 - 10 - 10 x 0.02; 10 - 20 - 40 x 0.05.
    expect(least(at1('long'), '0.5')).toEqual(['-0.2', false]);
    expect(least(at1('short'), '2')).toEqual(['-12', false]);
    // 10 - 20 x 0.03.
    expect(least(at1('long'), '2')).toEqual(['9.4', true]);
    expect(least(at1('short'), '0.5')).toEqual(['9.4', true]);
    // At the start 10 - 0.6; worth nothing -10.
    expect(least(at1('long'), '0')).toEqual(['-10', false]);
  });

  it('of which the start asks more than the end', () => {
    // Maintenance v x 10 % x v: 40 at the start, 2.5 at a quarter of the value.
    const steep: MaintenanceCurve = { kind: 'quadratic', base: n('0'), perUnit: n('0.1') };
    const long = question('long', steep, { start: n('1'), base: n('-10') });
    // 10 - 40 at the start; -5 - 2.5 at 0.25.
    expect(least(long, '0.25')).toEqual(['-30', true]);
  });

  it('that grows with a power of the value', () => {
    // 32 coins at 1: rate 1 % x 2^4 of 32 is 5.12; at 1/32 it is 1 % of 1.
    const [leg] = at1('long').legs;
    if (leg === undefined) throw new Error('there is a leg');
    const curve: MaintenanceCurve = { kind: 'power', base: n('0.01'), coefficient: n('0.01') };
    const power = { ...at1('long'), base: n('-22'), legs: [{ ...leg, size: n('32'), curve }] };
    const digits = (found: readonly [string, boolean] | null) =>
      found === null ? null : [Number(found[0]), found[1]];
    expect(digits(least(power, '1.5'))).toEqual([4.88, true]);
    expect(digits(least(power, '0.03125'))).toEqual([-21.01, false]);
  });
});

it('says nothing of several legs, of none, or of collateral that moves', () => {
  const one = question('long', flat('- 0.005'));
  const [leg] = one.legs;
  const twice = leg === undefined ? [] : [leg, leg];
  expect(least({ ...one, legs: twice }, '85')).toBeNull();
  expect(least({ ...one, legs: [] }, '85')).toBeNull();
  expect(least({ ...one, coins: n('1') }, '85')).toBeNull();
});

import { expect, it } from 'vitest';
import { decimal } from '../domain/decimal-string.ts';
import { figure } from './amount.ts';
import { planningOf } from './assumptions.ts';
import { parse } from './decimal.ts';

const d = decimal;

it('plans a day, 0.1 % of slippage and a move of 30 % unless told otherwise, and says so', () => {
  const plan = planningOf(undefined);
  expect([figure(plan.slippage), figure(plan.reachMove)]).toEqual(['0.001', '0.3']);
  // 24 / 8, 24 / 1, 24 / 5, and again from what is kept.
  for (const [hours, count] of [
    ['8', '3'],
    ['1', '24'],
    ['5', '4.8'],
    ['8', '3'],
    ['5.0', '4.8'],
  ] as const)
    expect(figure(plan.intervals(parse(d(hours))))).toBe(count);
  expect(plan.maxLoss).toBeNull();
  expect(plan.maxLossFraction).toBeNull();
  expect(plan.assumed).toEqual([
    { field: 'assumptions.horizonHours', value: '24', why: 'default' },
    { field: 'assumptions.slippage', value: '0.001', why: 'default' },
    { field: 'assumptions.reachMove', value: '0.3', why: 'default' },
  ]);
});

it('takes what it is told, a zero too, without a note', () => {
  const plan = planningOf({
    horizonHours: d('0'),
    slippage: d('0'),
    reachMove: d('0.5'),
    maxLoss: d('150'),
    maxLossFraction: d('0.05'),
  });
  expect(figure(plan.intervals(parse(d('8'))))).toBe('0');
  expect([plan.slippage, plan.reachMove].map(figure)).toEqual(['0', '0.5']);
  expect([plan.maxLoss, plan.maxLossFraction].map((each) => each && figure(each))).toEqual(['150', '0.05']);
  expect(plan.assumed).toEqual([]);
  expect(planningOf({ slippage: d('0') }).assumed.map(({ field }) => field)).toEqual([
    'assumptions.horizonHours',
    'assumptions.reachMove',
  ]);
});

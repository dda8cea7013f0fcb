import { expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import type { FittingSize, IsolatedMargin, NoRemedy, Remedies, TransferOut } from '../../domain/exposure.ts';
import { unknown } from '../../domain/known.ts';
import { noRemedy } from '../remedies/no-remedy.ts';
import { worseRemedies } from './worse-remedies.ts';

const safe = { kind: 'none', why: 'hedged' } as const;
const missing = unknown('missing-input', 'instruments.BTC.tick');

function transfer(amount: string): TransferOut {
  return { amount: decimal(amount), atRisk: decimal('0'), liquidation: safe, stop: 'no-stop' };
}

function margin(amount: string): IsolatedMargin {
  return { amount: decimal(amount), liquidation: safe, worst: decimal(amount), stop: 'no-stop' };
}

function size(of: string, limit = '50'): FittingSize {
  return {
    size: decimal(of),
    bindingLimit: 'max-loss',
    limit: decimal(limit),
    measure: 'worst',
    loss: decimal('50'),
    reach: decimal('50'),
    notCounted: [],
  };
}

function remedies(change: Partial<Remedies>): Remedies {
  const none: NoRemedy = noRemedy('only-reduces');
  return { transferOut: none, isolatedMargin: none, fittingSize: none, ...change };
}

const transferOf = (...all: Remedies['transferOut'][]) =>
  worseRemedies(all.map((transferOut) => remedies({ transferOut }))).transferOut;

it('the largest transfer, the largest margin and the smallest size', () => {
  const all = [
    remedies({ transferOut: transfer('90'), isolatedMargin: margin('200'), fittingSize: size('9') }),
    remedies({ transferOut: transfer('100'), isolatedMargin: margin('1000'), fittingSize: size('10') }),
    remedies({ transferOut: transfer('95'), isolatedMargin: margin('999'), fittingSize: size('8') }),
  ];
  expect(worseRemedies(all)).toEqual({
    transferOut: transfer('100'),
    isolatedMargin: margin('1000'),
    fittingSize: size('8'),
  });
});

it('the smallest size is held against the smallest limit', () => {
  const sizeOf = (...all: Remedies['fittingSize'][]) =>
    worseRemedies(all.map((fittingSize) => remedies({ fittingSize }))).fittingSize;
  expect(sizeOf(size('8', '50'), size('10', '40'), size('9', '45'))).toEqual(size('8', '40'));
  expect(sizeOf(size('10', '40'), size('8', '50'))).toEqual(size('8', '40'));
  expect(sizeOf(size('8', '9'), size('10', '10'))).toEqual(size('8', '9'));
  expect(sizeOf(size('8', '50'), missing)).toEqual(size('8', '50'));
  expect(sizeOf(missing, size('8', '50'))).toBe(missing);
});

it('none where any rule set has none, for the reason of the first that has none', () => {
  const due = noRemedy('would-liquidate');
  const small = noRemedy('balance-too-small');
  expect(transferOf(transfer('90'), due, small)).toBe(due);
  expect(transferOf(small, transfer('90'), due)).toBe(small);
  expect(transferOf(due, due)).toBe(due);
});

it('that nothing is at risk under some is no obstacle', () => {
  const nothing = noRemedy('nothing-at-risk');
  const due = noRemedy('would-liquidate');
  const offered = transfer('90');
  expect(transferOf(nothing, offered)).toBe(offered);
  expect(transferOf(offered, nothing)).toBe(offered);
  expect(transferOf(nothing, nothing)).toBe(nothing);
  expect(transferOf(nothing, due)).toBe(due);
  expect(transferOf(nothing, offered, due)).toBe(due);
  expect(transferOf(nothing, missing, offered)).toBe(offered);
});

it('unknown where the first is; what another does not know is passed over', () => {
  const due = noRemedy('would-liquidate');
  const offered = transfer('90');
  expect(transferOf(missing, offered)).toBe(missing);
  expect(transferOf(missing, due)).toBe(missing);
  expect(transferOf(offered, missing)).toBe(offered);
  expect(transferOf(due, missing)).toBe(due);
});

it('of equal ones it is the first', () => {
  const first = transfer('90');
  expect(transferOf(first, transfer('90.0'))).toBe(first);
});

import { describe, expect, it } from 'vitest';
import { contract, order, position, sceneInput } from '../../test/support/engine-input.ts';
import { decimal } from '../domain/decimal-string.ts';
import { parseInput } from './parse-input.ts';

/** 10^30 - 1 is the largest number a member may hold; sums of such numbers have more digits. */
const nines = '9'.repeat(30);
const complaint = (path: string) => ({
  ok: false,
  path,
  expected: 'small enough that all amounts together stay within 30 digits',
});

const scene = {
  balance: '1000',
  positions: [position('BTC', 'long', '1', 'cross')],
  order: order('BTC', 'long', '1', 'cross'),
};

describe('amounts that add up to more than 30 digits', () => {
  it('what stays below comes through', () => {
    expect(parseInput(sceneInput(scene)).ok).toBe(true);
    expect(parseInput(sceneInput({ ...scene, balance: '9'.repeat(29) })).ok).toBe(true);
  });

  it('a balance and the values beside it', () => {
    expect(parseInput(sceneInput({ ...scene, balance: nines }))).toEqual(
      complaint('account.positions[0].size'),
    );
  });

  it('a balance that owes as much', () => {
    expect(parseInput(sceneInput({ ...scene, balance: `-${nines}` }))).toEqual(
      complaint('account.positions[0].size'),
    );
  });

  it.each([
    ['account.positions[0].size', { positions: [position('BTC', 'long', nines, 'cross')] }],
    [
      'account.positions[0].size',
      { positions: [position('BTC', 'long', '2', 'cross', { markPrice: decimal(nines) })] },
    ],
    [
      'account.positions[1].margin',
      {
        balance: '0',
        positions: [
          position('BTC', 'long', '1', 'cross'),
          position('ETH', 'long', '1', 'isolated', { margin: decimal(nines) }),
        ],
      },
    ],
    ['order.margin', { order: order('BTC', 'long', '1', 'isolated', { margin: decimal(nines) }) }],
    ['order.size', { order: order('BTC', 'long', nines, 'cross') }],
    ['order.size', { order: order('BTC', 'short', '10', 'cross', { stopLoss: decimal(nines) }) }],
    ['order.size', { order: order('BTC', 'short', '10', 'cross', { takeProfit: decimal(nines) }) }],
    ['order.size', { order: order('BTC', 'short', '10', 'cross', { price: decimal(nines) }) }],
  ])('%s', (path, change) => {
    expect(parseInput(sceneInput({ ...scene, ...change }))).toEqual(complaint(path));
  });

  it('an inverse contract at a price near zero', () => {
    const instruments = { BTC: contract({ kind: 'inverse', markPrice: decimal(`0.${'0'.repeat(40)}1`) }) };
    expect(parseInput(sceneInput({ instruments, order: order('BTC', 'long', '1', 'cross') }))).toEqual(
      complaint('order.size'),
    );
  });

  it('a contract nobody describes has no value to add', () => {
    const positions = [position('toString', 'long', nines, 'cross')];
    expect(parseInput(sceneInput({ ...scene, positions })).ok).toBe(true);
  });
});

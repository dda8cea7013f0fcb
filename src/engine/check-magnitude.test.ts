import { describe, expect, it } from 'vitest';
import { contract, order, position, sceneInput } from '../../test/support/engine-input.ts';
import type { CoinHolding, Position } from '../domain/account.ts';
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

  const held = (change: Partial<Position>) => [
    position('BTC', 'long', '1', 'isolated', { margin: decimal('1'), ...change }),
  ];
  const coins = (change: Partial<CoinHolding>) => ({
    account: { coins: [{ symbol: 'BTC', amount: decimal('1'), inMarginAccount: true, ...change }] },
  });

  it.each([
    ['account.positions[0].pendingFees', { positions: held({ pendingFees: decimal(nines) }) }],
    ['account.positions[0].priceImpact', { positions: held({ priceImpact: decimal(`-${nines}`) }) }],
    // Coins are worth what the mark makes of them: 10^28 at 100.
    [
      'account.positions[0].collateralCoins',
      { positions: held({ collateralCoins: decimal(`1${'0'.repeat(28)}`) }) },
    ],
    ['account.coins[0].amount', coins({ amount: decimal(`1${'0'.repeat(28)}`) })],
    ['account.coins[0].amount', coins({ amount: decimal('2'), markPrice: decimal(nines) })],
    [
      'order.collateralCoins',
      { order: order('BTC', 'long', '1', 'isolated', { collateralCoins: decimal(`1${'0'.repeat(28)}`) }) },
    ],
  ])('%s, which few venues have', (path, change) => {
    expect(parseInput(sceneInput({ ...scene, balance: '1000', ...change }))).toEqual(complaint(path));
  });

  it('a balance alone at the very end', () => {
    expect(parseInput(sceneInput({ balance: nines })).ok).toBe(true);
    const fees = held({
      pendingFees: decimal('1'),
      entryPrice: decimal('0.000001'),
      markPrice: decimal('0.000001'),
    });
    expect(parseInput(sceneInput({ balance: nines, positions: fees }))).toEqual(
      complaint('account.positions[0].margin'),
    );
  });

  it('a margin that grows with the size', () => {
    // 10^16 at 100 is 10^18; 10^18 x (0 + 0.0001 x 10^16) = 10^30.
    const sizeRate = { base: decimal('0'), perUnit: decimal('0.0001') };
    const sized = (size: string) =>
      parseInput(
        sceneInput({
          instruments: { BTC: contract({ sizeRate }) },
          order: order('BTC', 'long', size, 'cross'),
        }),
      );
    expect(sized(`1${'0'.repeat(16)}`)).toEqual(complaint('order.size'));
    expect(sized(`1${'0'.repeat(15)}`).ok).toBe(true);
    // An inverse one's coins are its value: 10^18 x (0.0001 x 10^18) is more still, 10^16 x (0.0001 x 10^16) not.
    const inverse = (size: string) =>
      parseInput(
        sceneInput({
          instruments: { BTC: contract({ kind: 'inverse', markPrice: decimal('1'), sizeRate }) },
          order: order('BTC', 'long', size, 'cross', { price: decimal('1') }),
        }),
      );
    expect(inverse(`1${'0'.repeat(17)}`)).toEqual(complaint('order.size'));
    expect(inverse(`1${'0'.repeat(16)}`).ok).toBe(true);
  });

  it("a position whose contract is not described, and one whose mark is the contract's", () => {
    const stranger = [{ ...position('XYZ', 'long', nines, 'cross') }];
    expect(parseInput(sceneInput({ ...scene, positions: stranger })).ok).toBe(true);
    const { markPrice: _mark, ...unmarked } = position('BTC', 'long', `1${'0'.repeat(28)}`, 'cross', {
      entryPrice: decimal('0.01'),
    });
    expect(parseInput(sceneInput({ ...scene, positions: [unmarked] }))).toEqual(
      complaint('account.positions[0].size'),
    );
    const strangers = [{ symbol: 'XYZ', amount: decimal(nines), inMarginAccount: true }];
    expect(parseInput(sceneInput({ ...scene, account: { coins: strangers } })).ok).toBe(true);
    const marked = { ...unmarked, symbol: 'XYZ' };
    expect(parseInput(sceneInput({ ...scene, positions: [marked] })).ok).toBe(true);
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

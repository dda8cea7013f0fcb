import { describe, expect, it } from 'vitest';
import { reading, row } from '../../test/support/ticket-reading.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Assumed } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import type { PositionRow, TicketReading } from '../domain/ticket-reading.ts';
import type { VenueFacts } from '../domain/venue.ts';
import { binanceFacts } from '../venues/binance/facts.ts';
import { crossBalanceOf } from './cross-balance.ts';

/** The balance with a mark where it is a lower bound only, and what was noted beside it. */
function balance(page: TicketReading, rows: readonly PositionRow[] = [], facts: Partial<VenueFacts> = {}) {
  const notes: Assumed[] = [];
  const found = crossBalanceOf(page, rows, rows, { ...binanceFacts, ...facts }, (field, value, why) =>
    notes.push({ field, value, why }),
  );
  const told = isUnknown(found)
    ? `${found.why} ${found.field}`
    : `${found.atLeast ? '>= ' : ''}${found.amount}`;
  return [told, ...notes.map(({ field, value, why }) => `${field} ${value}: ${why}`)];
}

const page = (known: Record<string, string>, rows: readonly PositionRow[] | null = []) =>
  reading(known, rows);
/** 2 at 100, the mark at 110: 20 of profit, 20 of margin at 10x. */
const cross = row('BTC', 'long', {
  size: '2',
  entryPrice: '100',
  markPrice: '110',
  leverage: '10',
  marginMode: 'cross',
});
const isolated = { ...cross, marginMode: 'isolated' as const };
const losing = row('ETH', 'short', {
  size: '2',
  entryPrice: '100',
  markPrice: '110',
  leverage: '10',
  marginMode: 'cross',
});
const without = (of: PositionRow, ...names: string[]) =>
  Object.fromEntries(Object.entries(of).filter(([name]) => !names.includes(name))) as unknown as PositionRow;
const equityNote = (amount: string) =>
  `account.crossBalance ${amount}: equity less unrealised PnL of the positions on the page`;
const availableNote = (amount: string) =>
  `account.crossBalance ${amount}: available plus the initial margin of the cross positions on the page, less their profit`;

it('is unknown where the page says nothing about it', () => {
  expect(balance(page({}))).toEqual(['not-on-page account.crossBalance']);
});

describe('from the wallet', () => {
  const margined = row('SOL', 'long', { size: '1', marginMode: 'isolated', margin: '30' });

  it('takes off the margin that isolated positions have', () => {
    expect(balance(page({ walletBalance: '500', equity: '1', available: '1' }))).toEqual(['500']);
    expect(balance(page({ walletBalance: '500' }), [margined, cross, margined])).toEqual(['440']);
    expect(balance(page({ walletBalance: '20' }), [margined])).toEqual(['0']);
  });

  it('needs the mode of every row and the margin of every isolated one', () => {
    expect(balance(page({ walletBalance: '500' }), [without(margined, 'marginMode')])[0]).toMatch(
      /^not-on-page/,
    );
    expect(balance(page({ walletBalance: '500' }), [without(margined, 'margin')])[0]).toMatch(/^not-on-page/);
    expect(balance(page({ walletBalance: '500' }), [without(cross, 'margin')])).toEqual(['500']);
  });

  it('says that no table of positions was read', () => {
    expect(balance(page({ walletBalance: '500' }, null))).toEqual([
      '500',
      'account.positions none: no positions table was read: no isolated margin is taken off the wallet',
    ]);
  });
});

describe('from equity', () => {
  it('takes off what cross positions win and adds what they lose', () => {
    expect(balance(page({ equity: '500', available: '1' }))).toEqual(['>= 500', equityNote('500')]);
    expect(balance(page({ equity: '500' }), [cross])).toEqual(['>= 480', equityNote('480')]);
    expect(balance(page({ equity: '500' }), [losing])).toEqual(['>= 520', equityNote('520')]);
    expect(balance(page({ equity: '500' }), [isolated])).toEqual(['>= 500', equityNote('500')]);
  });

  it('of a row that may be isolated counts a profit only', () => {
    expect(balance(page({ equity: '500' }), [without(cross, 'marginMode')])[0]).toBe('>= 480');
    expect(balance(page({ equity: '500' }), [without(losing, 'marginMode')])[0]).toBe('>= 500');
  });

  it('goes by the PnL that the row shows, else by its prices', () => {
    expect(balance(page({ equity: '500' }), [{ ...cross, unrealisedPnl: decimal('2') }])[0]).toBe('>= 498');
    const inverse = { inverseSymbols: 'BTC' };
    // 2 x (1 / 100 - 1 / 125) = 0.004.
    const marked = { ...cross, markPrice: decimal('125') };
    expect(balance(page({ equity: '1' }), [marked], inverse)[0]).toBe('>= 0.996');
  });

  it('gives way where a row does not give its PnL away', () => {
    for (const bare of [
      without(cross, 'markPrice'),
      without(cross, 'entryPrice'),
      { ...cross, markPrice: decimal('0') },
      { ...cross, entryPrice: decimal('0') },
    ]) {
      expect(balance(page({ equity: '500' }), [bare])[0]).toMatch(/^not-on-page/);
      expect(balance(page({ equity: '500', available: '7' }), [bare])[0]).toMatch(/^>= /);
    }
  });

  it('is never below nothing', () => {
    expect(balance(page({ equity: '5' }), [cross])).toEqual(['>= 0', equityNote('0')]);
  });
});

describe('from what is available', () => {
  it('adds the margin of cross positions and takes off their profit', () => {
    expect(balance(page({ available: '500' }))).toEqual(['>= 500', availableNote('500')]);
    // 200 / 10 - 20; 200 / 10, its loss left in; isolated has no part in it.
    expect(balance(page({ available: '500' }), [cross])).toEqual(['>= 500', availableNote('500')]);
    expect(balance(page({ available: '500' }), [losing])[0]).toBe('>= 520');
    expect(balance(page({ available: '500' }), [isolated])[0]).toBe('>= 500');
    expect(balance(page({ available: '500' }), [isolated, losing, losing])[0]).toBe('>= 540');
  });

  it('values the margin where the venue does', () => {
    const rules = { ...binanceFacts.rules, initialMarginAt: 'mark' as const };
    // 220 / 10.
    expect(balance(page({ available: '500' }), [losing], { rules })[0]).toBe('>= 522');
  });

  it('leaves out a row that does not say enough, or nonsense', () => {
    for (const bare of [
      without(losing, 'leverage'),
      without(losing, 'entryPrice'),
      without(losing, 'markPrice'),
      without(losing, 'marginMode'),
      { ...losing, leverage: decimal('0') },
      { ...losing, entryPrice: decimal('0'), unrealisedPnl: decimal('-1') },
    ])
      expect(balance(page({ available: '500' }), [bare])[0]).toBe('>= 500');
    expect(
      balance(page({ available: '500' }), [
        { ...without(losing, 'markPrice'), unrealisedPnl: decimal('-1') },
      ])[0],
    ).toBe('>= 520');
  });

  it('of an inverse contract is in the coin', () => {
    // 200 / 100 / 10 = 0.2; a loss.
    const held = row('BTCUSD', 'long', {
      size: '200',
      entryPrice: '100',
      markPrice: '80',
      leverage: '10',
      marginMode: 'cross',
    });
    expect(balance(page({ available: '5' }), [held], { inverseSymbols: 'USD$' })[0]).toBe('>= 5.2');
  });
});

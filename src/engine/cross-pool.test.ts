import { describe, expect, it } from 'vitest';
import { contract, position } from '../../test/support/engine-input.ts';
import type { Account, Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { accountState } from './account-state.ts';
import { type Amount, figure } from './amount.ts';
import { Contracts } from './contract.ts';
import { CrossPool } from './cross-pool.ts';

const d = decimal;
/** Won 100, lost 20, lost 20; worth 1,000, 400 and 200, of which 1 % is asked. */
const long = position('BTC', 'long', '10', 'cross', { entryPrice: d('90') });
const short = position('BTC', 'short', '4', 'cross', { entryPrice: d('95') });
const eth = position('ETH', 'long', '2', 'cross', { entryPrice: d('110') });
const alone = position('ETH', 'long', '2', 'isolated', { margin: d('20') });
const without = (row: Position, name: keyof Position): Position =>
  Object.fromEntries(Object.entries(row).filter(([each]) => each !== name)) as unknown as Position;

function poolOf(
  positions: readonly Position[],
  rules: Partial<VenueRules> = {},
  cash: Partial<Account> = {},
) {
  const all = { ...baseRules, ...rules };
  const contracts = new Contracts({ BTC: contract({ rate: '0.01' }), ETH: contract({ rate: '0.01' }) }, all);
  const account = { currency: 'USDT', crossBalance: d('1000'), positions, ...cash };
  const state = accountState(account, contracts, all);
  const pool = new CrossPool(state, all);
  return { pool, holdings: state.holdings };
}

const text = (amount: Amount) => (isUnknown(amount) ? amount.missing?.join(' ') : figure(amount));
const spread = { crossPool: 'pro-rata' as const };

describe('a pool spread by value', () => {
  it('gives legs that move together the share of both, less what both have won', () => {
    const { pool, holdings } = poolOf([long, short, eth], spread);
    // 1,060 x 1,400 / 1,600 - 80; 1,060 x 200 / 1,600 + 20.
    expect(text(pool.collateralBehind(holdings.slice(0, 2)))).toBe('847.5');
    expect(text(pool.collateralBehind(holdings.slice(2)))).toBe('152.5');
  });

  it('is whole while nothing stands on it', () => {
    expect(text(poolOf([], spread).pool.collateralBehind([]))).toBe('1000');
  });

  it('is known to nobody when one of it is not', () => {
    const { pool, holdings } = poolOf([long, without(eth, 'entryPrice')], spread);
    expect(text(pool.collateralBehind(holdings.slice(0, 1)))).toBe('account.positions[1].entryPrice');
    const unsized = poolOf([long, without(eth, 'size')], spread);
    expect(text(unsized.pool.collateralBehind(unsized.holdings.slice(0, 1)))).toBe(
      'account.positions[1].size',
    );
  });
});

describe('what is missing', () => {
  const bare = (positions: readonly Position[]) => {
    const contracts = new Contracts({ BTC: contract(), ETH: contract() }, baseRules);
    const state = accountState({ currency: 'USDT', positions }, contracts, baseRules);
    return { pool: new CrossPool(state, baseRules), holdings: state.holdings };
  };

  it('behind a position is the cash, then others, then who may be one', () => {
    const { pool, holdings } = bare([
      without(alone, 'marginMode'),
      without(long, 'entryPrice'),
      without(eth, 'entryPrice'),
    ]);
    expect(text(pool.collateralBehind(holdings.slice(1, 2)))).toBe(
      'account.crossBalance account.positions[2].entryPrice account.positions[0].marginMode',
    );
  });

  it('of the equity and of what can be taken out is all of it, of the margins not the cash', () => {
    const { pool } = bare([long, without(eth, 'leverage'), without(alone, 'marginMode')]);
    expect(text(pool.equity)).toBe('account.crossBalance account.positions[2].marginMode');
    expect(text(pool.initialMargin)).toBe('account.positions[2].marginMode account.positions[1].leverage');
    expect(text(pool.free)).toBe(
      'account.crossBalance account.positions[2].marginMode account.positions[1].leverage',
    );
    expect(text(bare([long]).pool.equity)).toBe('account.crossBalance');
    expect(text(bare([long]).pool.maintenance)).toBe('5');
    expect(text(bare([without(long, 'size')]).pool.requirement)).toBe('account.positions[0].size');
    expect(text(bare([without(long, 'size')]).pool.maintenance)).toBe('account.positions[0].size');
  });
});

it('an isolated position moves with no leg of the pool', () => {
  const { pool, holdings } = poolOf([long, alone]);
  const [, isolated] = holdings;
  if (isolated === undefined) throw new Error('two');
  expect(pool.legsOf(isolated)).toEqual([]);
  expect(pool.members).toHaveLength(1);
});

it('with other cash keeps what it asks for, and the coins', () => {
  const coins = [{ symbol: 'ETH', amount: d('2'), inMarginAccount: true, weight: d('0.5') }];
  const { pool, holdings } = poolOf([long], {}, { coins });
  const { pool: other } = poolOf([], {}, { crossBalance: d('300') });
  const poorer = pool.withCash(other.cash);
  // 300 and 2 coins at 100; half of them count; 100 won; 10 asked; 90 of initial margin.
  expect([poorer.money, poorer.equity, poorer.backing, poorer.requirement].map(text)).toEqual([
    '500',
    '600',
    '500',
    '10',
  ]);
  expect([poorer.collateralBehind([]), poorer.collateralBehind(holdings), poorer.free].map(text)).toEqual([
    '490',
    '400',
    '410',
  ]);
});

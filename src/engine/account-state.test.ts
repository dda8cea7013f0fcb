import { describe, expect, it } from 'vitest';
import { contract, position } from '../../test/support/engine-input.ts';
import type { Account, CoinHolding, Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';
import { isUnknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { accountState, holdingOf } from './account-state.ts';
import { type Amount, figure } from './amount.ts';
import { moneyOf } from './coin.ts';
import { Contracts } from './contract.ts';
import { CrossPool } from './cross-pool.ts';

const d = decimal;
const text = (amount: Amount) =>
  isUnknown(amount) ? `${amount.why} ${amount.missing?.join(' ')}` : figure(amount);
const without = <T extends object>(whole: T, ...names: readonly (keyof T)[]): T =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name as keyof T))) as T;

describe('a position of the input', () => {
  const held = (row: Position, instrument: Instrument = contract(), rules: Partial<VenueRules> = {}) => {
    const all = { ...baseRules, ...rules };
    return holdingOf(row, 3, new Contracts({ BTC: instrument }, all), all);
  };
  const row = position('BTC', 'long', '10', 'isolated', { margin: d('7') });

  it('is as it says', () => {
    const { terms, name } = held(row);
    expect([terms.size, terms.entry, terms.mark, terms.leverage, terms.margin].map(text)).toEqual([
      '10',
      '100',
      '100',
      '10',
      '7',
    ]);
    expect([terms.symbol, terms.side, terms.mode, name]).toEqual(['BTC', 'long', 'isolated', 'BTC long']);
    expect(terms).not.toHaveProperty('collateral');
  });

  it.each(['size', 'entryPrice', 'leverage'] as const)('%s is above zero or not there', (member) => {
    const of = (value: Position) => {
      const { size, entry, leverage } = held(value).terms;
      return text({ size, entryPrice: entry, leverage }[member]);
    };
    expect(of({ ...row, [member]: d('0') })).toBe(`unparsable account.positions[3].${member}`);
    expect(of(without(row, member))).toBe(`missing-input account.positions[3].${member}`);
  });

  it("has the contract's mark where its row shows none, and a row's that makes no sense is none", () => {
    const at = contract({ markPrice: d('105') });
    expect(text(held(row, at).terms.mark)).toBe('100');
    expect(text(held(without(row, 'markPrice'), at).terms.mark)).toBe('105');
    expect(text(held({ ...row, markPrice: d('0') }, at).terms.mark)).toBe(
      'unparsable account.positions[3].markPrice',
    );
    expect(text(held(without(row, 'markPrice'), without(at, 'markPrice')).terms.mark)).toBe(
      'missing-input account.positions[3].markPrice',
    );
  });

  it('names its mode and its margin where they are missing', () => {
    expect(held(without(row, 'marginMode')).terms.mode).toMatchObject({
      missing: ['account.positions[3].marginMode'],
    });
    expect(text(held(without(row, 'margin')).terms.margin)).toBe('missing-input account.positions[3].margin');
  });

  it('needs no margin where coins stand in its place', () => {
    const coins = { ...without(row, 'margin'), collateralCoins: d('2') };
    expect(text(held(coins).terms.margin)).toBe('0');
    expect(text(held({ ...row, collateralCoins: d('2') }).terms.margin)).toBe('7');
    const gmx = { model: 'gmx' as const };
    expect(text(held(without(row, 'margin'), contract(), gmx).terms.margin)).toBe(
      'missing-input account.positions[3].margin',
    );
    expect(held(row, contract(), gmx).terms).toHaveProperty('collateral');
    // 2 coins at 100 beside 7.
    expect(text(held({ ...row, collateralCoins: d('2') }).assigned)).toBe('207');
    expect(text(held({ ...row, collateralCoins: d('0') }).assigned)).toBe('7');
  });

  it('may bring its own maintenance', () => {
    const fixed = { ...row, maintenance: { rate: d('0.03'), amount: d('4') } };
    const asked = (of: Position) => {
      const { requirement } = held(of);
      return isUnknown(requirement) ? requirement.field : figure(requirement.maintenance);
    };
    // 1,000 x 0.5 %; 1,000 x 3 % - 4.
    expect(asked(row)).toBe('5');
    expect(asked(fixed)).toBe('26');
  });
});

function pool(account: Partial<Account>, rules: Partial<VenueRules> = {}, rate = '0.01') {
  const all = { ...baseRules, ...rules };
  const instruments = {
    BTC: contract({ rate }),
    ETH: contract({ rate }),
    COIN: contract({ markPrice: d('50') }),
  };
  const whole: Account = { currency: 'USDT', crossBalance: d('1000'), positions: [], ...account };
  const state = accountState(whole, new Contracts(instruments, all), all);
  return { state, pool: new CrossPool(state, all) };
}

const long = position('BTC', 'long', '10', 'cross', { entryPrice: d('90') });
const short = position('BTC', 'short', '4', 'cross', { entryPrice: d('95') });
const eth = position('ETH', 'long', '2', 'cross', { entryPrice: d('110') });
const alone = position('ETH', 'long', '2', 'isolated', { margin: d('20') });
const coin: CoinHolding = { symbol: 'COIN', amount: d('3'), inMarginAccount: true, weight: d('0.9') };

describe('the pool', () => {
  it('is cash, and what the positions on cross win, need and take', () => {
    const { pool: whole } = pool({ positions: [long, short, eth, alone] });
    // 100 - 20 - 20 of PnL; 1 % of 1,000, 400 and 200; 90 + 38 + 22 of initial margin at the entry.
    expect(text(whole.cash)).toBe('1000');
    expect(text(whole.money)).toBe('1000');
    expect(text(whole.equity)).toBe('1060');
    expect(text(whole.backing)).toBe('1060');
    expect(text(whole.initialMargin)).toBe('150');
    expect(text(whole.maintenance)).toBe('16');
    expect(text(whole.requirement)).toBe('16');
    // Cash is less than equity: 1,000 - 150.
    expect(text(whole.free)).toBe('850');
    expect(whole.members.map(({ name }) => name)).toEqual(['BTC long', 'BTC short', 'ETH long']);
  });

  it('frees no more than losses leave', () => {
    // 1,000 - 20 is less than the cash; 22 of margin.
    expect(text(pool({ positions: [eth] }).pool.free)).toBe('958');
  });

  it('with other cash has the same positions', () => {
    const { pool: whole } = pool({ positions: [long, eth] });
    expect(text(whole.equity)).toBe('1080');
    const poorer = whole.withCash(figureOf('500'));
    expect([poorer.cash, poorer.equity, poorer.initialMargin].map(text)).toEqual(['500', '580', '112']);
  });

  it('counts profit only where the venue does', () => {
    const { pool: whole } = pool({ positions: [long, eth] }, { unrealisedProfitCounts: false });
    expect(text(whole.equity)).toBe('980');
  });

  it('is unknown with a position that may belong to it, and with what its own do not say', () => {
    const modeless = without(alone, 'marginMode');
    const { pool: unsure } = pool({ positions: [long, modeless] });
    for (const each of [unsure.equity, unsure.initialMargin, unsure.requirement, unsure.collateralBehind([])])
      expect(text(each)).toBe('missing-input account.positions[1].marginMode');
    const { pool: blind } = pool({ positions: [without(long, 'entryPrice'), without(eth, 'leverage')] });
    expect(text(blind.equity)).toBe('missing-input account.positions[0].entryPrice');
    expect(text(blind.initialMargin)).toBe(
      'missing-input account.positions[0].entryPrice account.positions[1].leverage',
    );
    expect(text(blind.maintenance)).toBe('12');
    const { pool: penniless } = pool({ crossBalance: d('0'), positions: [long] });
    expect(text(penniless.equity)).toBe('100');
  });
});

describe('what stands behind some of its legs', () => {
  it('is the cash and the others, PnL less maintenance', () => {
    const { pool: whole } = pool({ positions: [long, short, eth] });
    const [first, second, third] = whole.members;
    if (!first || !second || !third) throw new Error('three');
    expect(whole.legsOf(first)).toEqual([first, second]);
    // 1,000 + (-20 - 2).
    expect(text(whole.collateralBehind([first, second]))).toBe('978');
    // 1,000 + (100 - 10) + (-20 - 4).
    expect(text(whole.collateralBehind([third]))).toBe('1066');
    expect(whole.legsOf(third)).toEqual([third]);
    const { pool: apart } = pool({ positions: [long, short] }, { hedgedLegsShareLiquidation: false });
    expect(apart.legsOf(apart.members[0] ?? first).map(({ name }) => name)).toEqual(['BTC long']);
  });

  it('needs of its own legs nothing, of the others all', () => {
    const { pool: whole } = pool({ positions: [without(long, 'entryPrice'), eth] });
    const [first, second] = whole.members;
    if (!first || !second) throw new Error('two');
    expect(text(whole.collateralBehind([first]))).toBe('978');
    expect(text(whole.collateralBehind([second]))).toBe('missing-input account.positions[0].entryPrice');
    const { pool: broke } = pool({ positions: [long, without(eth, 'entryPrice')] });
    expect(text(broke.collateralBehind(broke.members.slice(0, 1)))).toBe(
      'missing-input account.positions[1].entryPrice',
    );
  });

  it('is a share by value where the venue spreads its pool', () => {
    const { pool: whole } = pool({ positions: [long, eth] }, { crossPool: 'pro-rata' });
    // Equity 1,080 x 1,000 / 1,200 = 900, less its own PnL of 100; 1,080 x 200 / 1,200 = 180, less -20.
    expect(text(whole.collateralBehind(whole.members.slice(0, 1)))).toBe('800');
    expect(text(whole.collateralBehind(whole.members.slice(1)))).toBe('200');
  });
});

describe('coins in the margin account', () => {
  const outside = { ...coin, inMarginAccount: false };

  it('are money at the mark, and collateral by their weight', () => {
    const { pool: whole, state } = pool({ positions: [eth], coins: [coin, outside] });
    // 3 x 50 = 150, of which 135 count.
    expect(text(moneyOf(state))).toBe('1150');
    expect(text(whole.money)).toBe('1150');
    expect(text(whole.equity)).toBe('1130');
    expect(text(whole.backing)).toBe('1115');
    expect(text(whole.collateralBehind(whole.members))).toBe('1135');
    expect(text(moneyOf(pool({ coins: [outside] }).state))).toBe('1000');
  });

  it('move with the legs of their symbol and stand still for the others', () => {
    const moving = { ...coin, symbol: 'BTC', markPrice: d('60') };
    const { pool: whole } = pool({ positions: [long, eth], coins: [moving, coin] });
    const [btc, other] = whole.members;
    if (!btc || !other) throw new Error('two');
    // 1,000 - 22 + 135; 1,000 + 90 + 135 + 162.
    expect(text(whole.collateralBehind([btc]))).toBe('1113');
    expect(text(whole.collateralBehind([other]))).toBe('1387');
    expect(text(whole.coinsOn('BTC'))).toBe('2.7');
    expect(text(whole.coinsOn('ETH'))).toBe('0');
    expect(text(pool({}).pool.coinsOn('BTC'))).toBe('0');
  });

  it('are not modelled in a pool that is spread, where they move with a leg', () => {
    const spread = pool({ coins: [{ ...coin, symbol: 'BTC' }] }, { crossPool: 'pro-rata' }).pool;
    expect(spread.coinsOn('BTC')).toEqual({
      known: false,
      why: 'model-not-supported',
      field: 'account.coins',
      missing: ['account.coins'],
    });
    expect(text(spread.coinsOn('ETH'))).toBe('0');
  });

  it('name what they lack', () => {
    const bare = without(coin, 'weight');
    const { pool: unweighted } = pool({ coins: [bare] });
    expect(text(unweighted.money)).toBe('1150');
    expect(text(unweighted.backing)).toBe('missing-input account.coins[0].weight');
    expect(text(unweighted.coinsOn('COIN'))).toBe('missing-input account.coins[0].weight');
    const stranger = pool({ coins: [coin, { ...coin, markPrice: d('0') }] }).pool;
    expect(text(stranger.money)).toBe('unparsable account.coins[1].markPrice');
    expect(text(pool({ coins: [{ ...coin, amount: d('0') }] }).pool.money)).toBe(
      'unparsable account.coins[0].amount',
    );
  });
});

function figureOf(amount: string): Amount {
  const { state } = pool({ crossBalance: d(amount) });
  return state.crossBalance;
}

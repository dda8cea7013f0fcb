import { describe, expect, it } from 'vitest';
import {
  assessOrder,
  assessScene,
  contract,
  order,
  position,
  sceneInput,
} from '../../test/support/engine-input.ts';
import type { Account, Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Shock } from '../domain/exposure.ts';
import type { Instrument } from '../domain/instrument.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { assess } from './assess.ts';
import { shocksOf } from './shocks.ts';

const d = decimal;

interface Scene {
  readonly balance?: string;
  readonly positions: readonly Position[];
  readonly rules?: Partial<VenueRules>;
  readonly instrument?: Parameters<typeof contract>[0];
  readonly account?: Partial<Account>;
}

/** Every symbol asks for 1 % of its value at its price, unless said. */
function shocks({
  balance = '200',
  positions,
  rules = {},
  instrument = {},
  account = {},
}: Scene): readonly Shock[] {
  const one = contract({ rate: '0.01', ...instrument });
  const instruments: Record<string, Instrument> = { BTC: one, ETH: one };
  return assessScene({ balance, positions, rules, instruments, account }).shocks;
}

function at(move: string, list: readonly Shock[], scope = 'together', mode?: string) {
  const found = list.find(
    (each) => each.move === move && each.scope === scope && (mode === undefined || each.marginMode === mode),
  );
  if (found === undefined) throw new Error(`no shock of ${move}`);
  const { equity, loss, marginRatio, liquidated } = found;
  return [
    equity,
    loss,
    typeof marginRatio === 'string' ? marginRatio.slice(0, 8) : marginRatio.why,
    liquidated,
  ];
}

const long = position('BTC', 'long', '10', 'cross');
const alone = (margin: string, side: 'long' | 'short' = 'long') =>
  position('BTC', side, '10', 'isolated', { margin: d(margin) });

describe('a cross pool of 200 under a long of 1,000', () => {
  it('loses the move, and is liquidated where what is left does not exceed maintenance', () => {
    const list = shocks({ positions: [long] });
    expect(list.map(({ move, scope }) => `${scope} ${move}`)).toEqual(
      ['0.02', '0.05', '0.08', '0.1', '0.15', '0.2'].map((move) => `together -${move}`),
    );
    // 9.8 of 180, 9 of 100.
    expect(at('-0.02', list)).toEqual(['180', '20', '0.054444', []]);
    expect(at('-0.1', list)).toEqual(['100', '100', '0.09', []]);
    expect(at('-0.2', list)).toEqual(['0', '200', 'undefined-ratio', ['BTC long']]);
  });

  it('is liquidated at maintenance itself', () => {
    // 109 - 100 = 9 is 900 x 1 %.
    expect(at('-0.1', shocks({ balance: '109', positions: [long] }))).toEqual([
      '9',
      '100',
      '1',
      ['BTC long'],
    ]);
    expect(at('-0.1', shocks({ balance: '109.1', positions: [long] }))).toEqual([
      '9.1',
      '100',
      '0.989010',
      [],
    ]);
  });

  it('never falls below nothing', () => {
    expect(at('-0.1', shocks({ balance: '50', positions: [long] }))).toEqual([
      '0',
      '50',
      'undefined-ratio',
      ['BTC long'],
    ]);
    expect(at('-0.1', shocks({ balance: '-5', positions: [long] }))).toEqual([
      '-5',
      '0',
      'undefined-ratio',
      ['BTC long'],
    ]);
  });

  it('stands together: each position moves against its own side, and all are liquidated or none', () => {
    const eth = position('ETH', 'short', '4', 'cross');
    // 10 % takes 100 and 40; 9 + 4.4 of 60.
    expect(at('-0.1', shocks({ positions: [long, eth] }))).toEqual(['60', '140', '0.223333', []]);
    // 20 % takes 200 and 80.
    expect(at('-0.2', shocks({ positions: [long, eth] }))[3]).toEqual(['BTC long', 'ETH short']);
  });

  it('counts the fee of the trigger in what is asked, not in the ratio', () => {
    // At 90: 9 of maintenance and 900 x 2 % = 18 of fee; 100 + 27 is where it ends.
    const fee = { instrument: { takerFee: d('0.02') }, rules: { triggerFee: 'taker' as const } };
    expect(at('-0.1', shocks({ ...fee, balance: '127', positions: [long] }))).toEqual([
      '27',
      '100',
      '0.333333',
      ['BTC long'],
    ]);
    expect(at('-0.1', shocks({ ...fee, balance: '128', positions: [long] }))[3]).toEqual([]);
  });

  it('keeps the maintenance of the entry where the venue freezes it', () => {
    expect(at('-0.1', shocks({ positions: [long], rules: { maintenanceAt: 'entry' } }))).toEqual([
      '100',
      '100',
      '0.1',
      [],
    ]);
  });

  it('asks by the bracket that the moved value falls in', () => {
    const tiers = [
      { floor: d('0'), cap: d('950'), rate: d('0.01') },
      { floor: d('950'), cap: null, rate: d('0.02') },
    ];
    // Amount of the second bracket 950 x 1 % = 9.5: 980 x 2 % - 9.5 = 10.1; 900 x 1 % = 9.
    const list = shocks({ positions: [long], instrument: { tiers } });
    expect(at('-0.02', list)).toEqual(['180', '20', '0.056111', []]);
    expect(at('-0.1', list)).toEqual(['100', '100', '0.09', []]);
    // Where no move leaves the bracket the same line is drawn: short of 1,000, 20 % up, 1,200 x 2 % - 9.5 = 14.5.
    const short = position('BTC', 'short', '10', 'cross');
    expect(at('-0.15', shocks({ balance: '300', positions: [short], instrument: { tiers } }))).toEqual([
      '150',
      '150',
      '0.09',
      [],
    ]);
  });
});

describe('profit that does not count', () => {
  it('is not lost before the entry is reached', () => {
    // Entry 80, mark 100: 200 of profit count for nothing, so a fall to 90 takes nothing, one to 80 nothing either.
    const ahead = { ...long, entryPrice: d('80') };
    const list = shocks({ positions: [ahead], rules: { unrealisedProfitCounts: false } });
    expect(at('-0.1', list)).toEqual(['200', '0', '0.045', []]);
    const nearly = { ...long, entryPrice: d('95') };
    // To 90: 10 x 5 below its entry.
    expect(at('-0.1', shocks({ positions: [nearly], rules: { unrealisedProfitCounts: false } }))).toEqual([
      '150',
      '50',
      '0.06',
      [],
    ]);
  });

  it('backs its own isolated position all the same, and is lost there first', () => {
    // Entry 95, mark 100: 50 of profit on 100 of margin. 5 % down takes that profit: 100 left, 10 x 95 x 1 % asked.
    const ahead = { ...alone('100'), entryPrice: d('95') };
    const list = shocks({ positions: [ahead], rules: { unrealisedProfitCounts: false } });
    expect(at('-0.05', list)).toEqual(['300', '50', '0.095', []]);
    // To 85: nothing is left of it, as its liquidation price of 85.86 says.
    expect(at('-0.15', list)).toEqual(['200', '150', 'undefined-ratio', ['BTC long']]);
  });
});

describe('an inverse contract', () => {
  const inverse = { kind: 'inverse' as const };

  it('is worth 1 / price: a long of 1,000 at 100 loses 10 x (1 / 0.8 - 1) in a fall of 20 %', () => {
    const held = position('BTC', 'long', '1000', 'cross');
    // Worth 12.5 at 80: 0.125 of maintenance; 5 - 2.5 = 2.5.
    expect(at('-0.2', shocks({ balance: '5', positions: [held], instrument: inverse }))).toEqual([
      '2.5',
      '2.5',
      '0.05',
      [],
    ]);
  });

  it('asks for the fee of the trigger beside its maintenance, not in the ratio', () => {
    const held = position('BTC', 'long', '1000', 'cross');
    const fee = { instrument: { ...inverse, takerFee: d('0.02') }, rules: { triggerFee: 'taker' as const } };
    // Worth 12.5 at 80: 0.125 and 0.25.
    expect(at('-0.2', shocks({ ...fee, balance: '5', positions: [held] }))).toEqual([
      '2.5',
      '2.5',
      '0.05',
      [],
    ]);
    expect(at('-0.2', shocks({ ...fee, balance: '2.875', positions: [held] }))[3]).toEqual(['BTC long']);
    expect(at('-0.2', shocks({ ...fee, balance: '2.876', positions: [held] }))[3]).toEqual([]);
  });

  it('a short loses 10 x (1 - 1 / 1.25)', () => {
    const held = position('BTC', 'short', '1000', 'cross');
    const list = shocks({ balance: '5', positions: [held], instrument: inverse });
    // At 120: 10 - 8.3333.
    expect(at('-0.2', list)[1]).toMatch(/^1\.66666666/);
    expect(at('-0.2', list)[2]).toBe('0.025');
  });
});

describe('isolated margin', () => {
  it('is lost with the move, and gone with the liquidation where the venue keeps the rest', () => {
    const list = shocks({ positions: [alone('109')] });
    // 109 - 80 = 29, 920 x 1 % = 9.2; at 90 9 are left and 9 asked.
    expect(at('-0.08', list)).toEqual(['229', '80', '0.317241', []]);
    expect(at('-0.1', list)).toEqual(['200', '109', '1', ['BTC long']]);
    expect(at('-0.2', list)).toEqual(['200', '109', 'undefined-ratio', ['BTC long']]);
    expect(at('-0.1', shocks({ positions: [alone('109.1')] }))[3]).toEqual([]);
  });

  it('comes back as far as it is left where the venue gives it back', () => {
    const list = shocks({ positions: [alone('109')], rules: { isolatedKeepsNothing: false } });
    expect(at('-0.1', list)).toEqual(['209', '100', '1', ['BTC long']]);
    expect(at('-0.2', list)).toEqual(['200', '109', 'undefined-ratio', ['BTC long']]);
  });

  it('of one position is not that of another', () => {
    const eth = position('ETH', 'short', '10', 'isolated', { margin: d('300') });
    const [equity, loss, _ratio, liquidated] = at('-0.1', shocks({ positions: [alone('105'), eth] }));
    expect([equity, loss, liquidated]).toEqual(['400', '205', ['BTC long']]);
  });

  it('that is under water already has nothing more to lose', () => {
    const under = { ...alone('100'), entryPrice: d('120') };
    expect(at('-0.1', shocks({ positions: [under] }))).toEqual(['100', '0', 'undefined-ratio', ['BTC long']]);
  });

  it('that is not known leaves the loss unknown, and the other way round', () => {
    const { margin: _margin, ...bare } = alone('1');
    const [equity, loss, ratio, liquidated] = at('-0.1', shocks({ positions: [bare, long] }));
    for (const each of [equity, loss, liquidated])
      expect(each).toMatchObject({ missing: ['account.positions[0].margin'] });
    expect(ratio).toBe('0.09');
    const { entryPrice: _entry, ...unentered } = long;
    expect(at('-0.1', shocks({ positions: [unentered, alone('109')] }))[3]).toMatchObject({
      missing: ['account.positions[0].entryPrice'],
    });
  });
});

describe('a pool that is shared out by value', () => {
  const rules = { crossPool: 'pro-rata' as const };
  const eth = position('ETH', 'long', '30', 'cross');

  it('liquidates who is not covered by the share', () => {
    // 20 % takes 800 of 838: 38, a quarter of it 9.5 against 8 asked, three quarters 28.5 against 24.
    expect(at('-0.2', shocks({ balance: '838', positions: [long, eth], rules }))[3]).toEqual([]);
    // 32 left are shared 8 and 24: just what is asked.
    expect(at('-0.2', shocks({ balance: '832', positions: [long, eth], rules }))[3]).toEqual([
      'BTC long',
      'ETH long',
    ]);
  });

  it('and not the one that asks less of its value', () => {
    const heavy = { ...eth, maintenance: { rate: d('0.02'), amount: d('0') } };
    // 40 left: 10 against 8, 30 against 48.
    expect(at('-0.2', shocks({ balance: '840', positions: [long, heavy], rules }))).toEqual([
      '40',
      '800',
      '1.4',
      ['ETH long'],
    ]);
  });
});

describe('coins in the margin account', () => {
  const coin = (symbol: string) => ({ symbol, amount: d('2'), inMarginAccount: true, weight: d('0.5') });
  const instruments = {
    BTC: contract({ rate: '0.01' }),
    ETH: contract({ rate: '0.01' }),
    COIN: contract({ rate: '0.01' }),
    INV: contract({ kind: 'inverse', rate: '0.01' }),
  };
  /** Cash 300 and 2 coins at 100, half of which counts: 500 of equity, 400 of collateral. */
  const list = (coins: readonly string[], positions: readonly Position[], side: 'long' | 'short' = 'long') =>
    assessOrder({
      balance: '300',
      instruments,
      account: { coins: coins.map(coin) },
      positions,
      order: order('BTC', side, '10', 'cross'),
    }).shocks;

  it('of another symbol stand still with it, and fall where everything moves', () => {
    // 100 off 500, 9 of 300; with 20 off the coins 10 fewer count.
    expect(at('-0.1', list(['COIN'], []), 'this', 'cross')).toEqual(['400', '100', '0.03', []]);
    expect(at('-0.1', list(['COIN'], []), 'together', 'cross')).toEqual(['380', '120', '0.031034', []]);
  });

  it('of its own symbol move with it: a long loses twice, a short is made good', () => {
    expect(at('-0.1', list(['BTC'], []), 'this', 'cross')).toEqual(['380', '120', '0.031034', []]);
    // The short loses 100, the coins win 20, of which 10 count: 11 of 310.
    expect(at('0.1', list(['BTC'], [], 'short'), 'this', 'cross')).toEqual(['420', '80', '0.035483', []]);
  });

  it('of a symbol that is held short alone rise where everything moves', () => {
    const short = position('ETH', 'short', '1', 'cross');
    const long1 = position('ETH', 'long', '1', 'cross');
    // 100 + 10 of PnL, 20 won on the coins: 410.
    expect(at('-0.1', list(['ETH'], [short]), 'together', 'cross').slice(0, 2)).toEqual(['410', '90']);
    // Both legs lose 10 each, and the coins 20.
    expect(at('-0.1', list(['ETH'], [short, long1]), 'together', 'cross').slice(0, 2)).toEqual([
      '360',
      '140',
    ]);
  });

  it('in the quote currency of an inverse contract are worth more where the price falls', () => {
    // 2 / 100 = 0.02 before, 2 / 90 after; half of it counts.
    const [equity] = at('-0.1', list(['INV'], []), 'together', 'cross');
    expect(Number(equity)).toBeCloseTo(200 + 2 / 90, 12);
  });

  it('that are not known leave the pool unknown and what they do not touch known', () => {
    const { weight: _, ...bare } = coin('COIN');
    const { shocks: all } = assessOrder({
      balance: '300',
      instruments,
      account: { coins: [bare] },
      order: order('BTC', 'long', '10', 'isolated'),
    });
    const shock = all.find(
      ({ scope, marginMode, move }) => scope === 'this' && marginMode === 'isolated' && move === '-0.08',
    );
    expect(shock?.loss).toMatchObject({ missing: ['account.coins[0].weight'] });
    expect(shock?.marginRatio).toBe('0.46');
  });
});

describe('with an order', () => {
  const instruments = { BTC: contract({ rate: '0.01' }), ETH: contract({ rate: '0.01' }) };
  const held = position('ETH', 'short', '4', 'cross');
  const exposure = (side: 'long' | 'short') =>
    assessOrder({ balance: '300', instruments, positions: [held], order: order('BTC', side, '10', 'cross') });

  it('is told for its symbol alone and for all together, in both modes', () => {
    const { shocks: list } = exposure('long');
    expect(list).toHaveLength(24);
    expect(new Set(list.map(({ scope, marginMode }) => `${scope} ${marginMode}`)).size).toBe(4);
    // This: 100 off 300, 9 and 4 asked. Together: 140 off, 9 and 4.4.
    expect(at('-0.1', list, 'this', 'cross')).toEqual(['200', '100', '0.065', []]);
    expect(at('-0.1', list, 'together', 'cross')).toEqual(['160', '140', '0.08375', []]);
    // Isolated: 100 of margin, all of it gone at 10 %.
    expect(at('-0.1', list, 'this', 'isolated')).toEqual(['200', '100', 'undefined-ratio', ['BTC long']]);
    expect(at('-0.08', list, 'this', 'isolated')).toEqual(['220', '80', '0.46', []]);
  });

  it('leaves isolated positions of other symbols where they are', () => {
    const { shocks: list } = assessOrder({
      balance: '300',
      instruments,
      positions: [position('ETH', 'short', '4', 'isolated', { margin: d('100') })],
      order: order('BTC', 'long', '10', 'cross'),
    });
    // 100 of 400; with ETH against its side 40 more.
    expect(at('-0.1', list, 'this', 'cross').slice(0, 2)).toEqual(['300', '100']);
    expect(at('-0.1', list, 'together', 'cross').slice(0, 2)).toEqual(['260', '140']);
  });

  it('in no mode at all is told of nothing', () => {
    expect(shocksOf([], baseRules)).toEqual([]);
  });

  it('of a short goes up', () => {
    const { shocks: list } = exposure('short');
    expect(at('0.1', list, 'this', 'cross')).toEqual(['200', '100', '0.075', []]);
    expect(at('0.1', list, 'together', 'cross')).toEqual(['160', '140', '0.09625', []]);
  });

  it('moves a leg that both modes leave on cross the same way too', () => {
    const { shocks: list } = assessOrder({
      balance: '300',
      instruments,
      rules: { modeScope: 'position' },
      positions: [position('BTC', 'short', '4', 'cross')],
      order: order('BTC', 'long', '10', 'cross', { positionMode: 'hedge' }),
    });
    expect(at('-0.1', list, 'this', 'cross')).toEqual(['240', '60', '0.0525', []]);
    expect(at('-0.1', list, 'together', 'cross')).toEqual(['160', '140', '0.08375', []]);
    // The isolated margin of 100 is gone, 40 won on the other leg.
    expect(at('-0.1', list, 'this', 'isolated')).toEqual(['240', '60', 'undefined-ratio', ['BTC long']]);
  });

  it('moves what is held beside an isolated order on the same side against it too', () => {
    const { shocks: list } = assessOrder({
      balance: '300',
      instruments,
      rules: { modeScope: 'position', modes: ['isolated'] },
      positions: [position('BTC', 'long', '4', 'cross'), held],
      order: order('BTC', 'long', '10', 'isolated'),
    });
    // 100 of margin is gone, 40 lost beside it; ETH stands still or loses 40 too.
    expect(at('-0.1', list, 'this', 'isolated').slice(0, 2)).toEqual(['160', '140']);
    expect(at('-0.1', list, 'together', 'isolated').slice(0, 2)).toEqual(['120', '180']);
  });

  it('is not known beside a position that may be on cross', () => {
    const { marginMode: _, ...modeless } = held;
    const { shocks: list } = assessOrder({
      balance: '300',
      instruments,
      positions: [modeless],
      order: order('BTC', 'long', '10', 'isolated'),
    });
    const shock = list.find(({ scope, marginMode }) => scope === 'this' && marginMode === 'isolated');
    const why = { missing: ['account.positions[0].marginMode'] };
    expect(shock).toMatchObject({ loss: why, equity: why, liquidated: why });
  });

  it('names everything that a position on cross, and the balance, leave open', () => {
    const { tiers: _tiers, ...untabled } = contract();
    const { shocks: list } = assessOrder({
      instruments: { BTC: contract(), ETH: untabled },
      positions: [held],
      order: order('BTC', 'long', '10', 'cross'),
    });
    const all = ['account.crossBalance', 'instruments.ETH.tiers'];
    expect(list[0]).toMatchObject({ loss: { missing: all }, liquidated: { missing: all } });
    const { shocks: rich } = assessOrder({
      balance: '300',
      instruments: { BTC: contract(), ETH: untabled },
      positions: [held],
      order: order('BTC', 'long', '10', 'cross'),
    });
    expect(rich[0]).toMatchObject({ loss: { missing: ['instruments.ETH.tiers'] } });
  });

  it('moves every leg on its symbol the same way: the other one gains', () => {
    const { shocks: list } = assessOrder({
      balance: '300',
      instruments,
      positions: [position('BTC', 'short', '4', 'cross')],
      order: order('BTC', 'long', '10', 'cross', { positionMode: 'hedge' }),
    });
    // 100 lost, 40 won; 9 + 3.6 of 240.
    expect(at('-0.1', list, 'this', 'cross')).toEqual(['240', '60', '0.0525', []]);
    expect(at('-0.1', list, 'together', 'cross')).toEqual(['160', '140', '0.08375', []]);
  });
});

describe('other moves than the usual ones', () => {
  const input = sceneInput({ balance: '2000', order: order('BTC', 'long', '20', 'isolated') });
  const shocksAt = (...moves: readonly string[]) => assess(input, baseRules, moves.map(d)).shocks;

  it('says the same at a usual move as the usual list', () => {
    const usual = assess(input, baseRules).shocks;
    expect(shocksAt('0.08')).toEqual(usual.filter(({ move }) => move === '-0.08'));
  });

  it('gains in favour, in both modes, and stands still at none', () => {
    // 20 coins at 100: 1.5 % is 30 of 2,000.
    expect(shocksAt('-0.015').map(({ move, loss, equity }) => [move, loss, equity])).toEqual(
      Array(4).fill(['0.015', '-30', '2030']),
    );
    expect(shocksAt('0').every(({ loss, equity }) => loss === '0' && equity === '2000')).toBe(true);
  });

  it('leaves out a move that would take a price to zero or below', () => {
    expect(shocksAt('1')).toEqual([]);
    const short = sceneInput({
      balance: '2000',
      positions: [position('ETH', 'long', '1', 'cross')],
      order: order('BTC', 'short', '20', 'cross'),
    });
    const doubled = assess(short, baseRules, [d('1.5')]).shocks;
    expect(doubled.map(({ scope }) => scope)).toEqual(['this', 'this']);
  });
});

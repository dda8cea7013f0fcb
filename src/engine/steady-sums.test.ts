import { describe, expect, it } from 'vitest';
import { assessOrder, contract, order, position } from '../../test/support/engine-input.ts';
import type { Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { accountState } from './account-state.ts';
import { figure } from './amount.ts';
import { Contracts } from './contract.ts';
import { parse } from './decimal.ts';
import { steadySums } from './steady-sums.ts';

const d = decimal;
const long = position('BTC', 'long', '10', 'cross');
const short = position('BTC', 'short', '10', 'cross');
const without = (whole: Position, name: keyof Position): Position =>
  Object.fromEntries(Object.entries(whole).filter(([each]) => each !== name)) as unknown as Position;

interface Pool {
  readonly positions: readonly Position[];
  readonly instrument?: Partial<Instrument> & { readonly rate?: string };
  readonly rules?: Partial<VenueRules>;
  /** Side that a move goes against; both unless said. */
  readonly against?: 'long' | 'short';
}

/** Under moves of at most 20 %: who is looked at move by move, and what the others come to at a move of 10 %. */
function steady({ positions, instrument = {}, rules = {}, against }: Pool) {
  const all = { ...baseRules, ...rules };
  const contracts = new Contracts({ BTC: contract({ rate: '0.01', ...instrument }) }, all);
  const { holdings } = accountState({ currency: 'USDT', crossBalance: d('1'), positions }, contracts, all);
  const isAgainst = ({ terms }: { terms: { side: string } }) =>
    against === undefined || terms.side === against;
  const { others, at } = steadySums(holdings, isAgainst, parse(d('0.2')));
  const { lost, needed, fees, unknowns } = at(parse(d('0.1')));
  return { others: others.map(({ name }) => name), sums: [lost, needed, fees].map(figure), unknowns };
}

const nobody = { sums: ['0', '0', '0'], unknowns: [] };

describe('positions in one bracket throughout', () => {
  it('lose the move, and need of what the move leaves them', () => {
    // 1,000 at 100: 100 lost; 1 % of 900, 1 % of 1,100, 1 % of both.
    expect(steady({ positions: [long] })).toEqual({ others: [], sums: ['100', '9', '0'], unknowns: [] });
    expect(steady({ positions: [short] })).toEqual({ others: [], sums: ['100', '11', '0'], unknowns: [] });
    expect(steady({ positions: [long, short] }).sums).toEqual(['200', '20', '0']);
  });

  it('gain where the move goes their way', () => {
    // The long falls to 900, the short of 400 to 360: 100 lost, 40 won; 9 and 3.6.
    const small = { ...short, size: d('4') };
    expect(steady({ positions: [long, small], against: 'long' }).sums).toEqual(['60', '12.6', '0']);
    // Up: 100 won, 40 lost; 11 and 4.4.
    expect(steady({ positions: [long, small], against: 'short' }).sums).toEqual(['-60', '15.4', '0']);
  });

  it('pay the fee of the trigger on what the move leaves them', () => {
    const fee = { instrument: { takerFee: d('0.02') }, rules: { triggerFee: 'taker' as const } };
    // 9 and 18 of 900; 11 and 22 of 1,100.
    expect(steady({ ...fee, positions: [long] }).sums).toEqual(['100', '27', '18']);
    expect(steady({ ...fee, positions: [short] }).sums).toEqual(['100', '33', '22']);
    expect(steady({ ...fee, positions: [long, short] }).sums).toEqual(['200', '60', '40']);
  });

  it('keep the reserve for the closing fee as it is', () => {
    const reserve = { instrument: { takerFee: d('0.001') }, rules: { marginIncludesClosingFee: true } };
    // 1,000 x 0.9 x 0.1 % beside 9; 1,000 x 1.1 x 0.1 % beside 11.
    expect(steady({ ...reserve, positions: [long] }).sums).toEqual(['100', '9.9', '0']);
    expect(steady({ ...reserve, positions: [short] }).sums).toEqual(['100', '12.1', '0']);
  });
});

describe('a bracket edge', () => {
  const tiers = (edge: string) => ({
    tiers: [
      { floor: d('0'), cap: d(edge), rate: d('0.01') },
      { floor: d(edge), cap: null, rate: d('0.02') },
    ],
  });

  it('that a move passes takes a position out, with what it adds', () => {
    expect(steady({ positions: [long], instrument: tiers('900') })).toEqual({
      others: ['BTC long'],
      ...nobody,
    });
    expect(steady({ positions: [short], instrument: tiers('1100') })).toEqual({
      others: ['BTC short'],
      ...nobody,
    });
    // The short alone: 1,100 x 1 %.
    expect(steady({ positions: [long, short], instrument: tiers('1200') }).others).toEqual([]);
    expect(steady({ positions: [long, short], instrument: tiers('1199') })).toEqual({
      others: ['BTC short'],
      sums: ['100', '9', '0'],
      unknowns: [],
    });
  });

  it('belongs to the lower bracket', () => {
    // 1,200 x 1 % is not reached: 1,100.
    expect(steady({ positions: [short], instrument: tiers('1200') }).sums).toEqual(['100', '11', '0']);
    // The long is in the lower bracket at 1,000 itself, and leaves the upper one at 800.
    expect(steady({ positions: [long], instrument: tiers('1000') }).sums).toEqual(['100', '9', '0']);
    expect(steady({ positions: [long], instrument: tiers('800') }).others).toEqual(['BTC long']);
  });

  it('below leaves its amount behind', () => {
    // Amount 799 x 1 % = 7.99: 900 x 2 % - 7.99, 1,100 x 2 % - 7.99.
    expect(steady({ positions: [long], instrument: tiers('799') }).sums).toEqual(['100', '10.01', '0']);
    expect(steady({ positions: [short], instrument: tiers('799') }).sums).toEqual(['100', '14.01', '0']);
  });

  it('counts on the way that the move takes the position', () => {
    // Up to 1,200 for the long as well, where the move goes against the short.
    const up = (edge: string) =>
      steady({ positions: [long], instrument: tiers(edge), against: 'short' }).others;
    expect([up('900'), up('1100'), up('1200')]).toEqual([[], ['BTC long'], []]);
    expect(steady({ positions: [long], instrument: tiers('1100') }).others).toEqual([]);
  });
});

describe('no straight line', () => {
  const alone = (pool: Omit<Pool, 'positions'>, held = long) =>
    expect(steady({ ...pool, positions: [held] })).toEqual({ others: ['BTC long'], ...nobody });

  it('is drawn for an inverse contract, for profit that does not count, for maintenance frozen at the entry', () => {
    alone({ instrument: { kind: 'inverse' } });
    alone({ rules: { unrealisedProfitCounts: false } });
    alone({ rules: { maintenanceAt: 'entry' } });
  });

  it('is drawn through what is not known', () => {
    alone({}, without(long, 'entryPrice'));
    alone({}, { ...long, markPrice: d('0') });
    alone({ instrument: { tiers: [] } });
    alone({ rules: { marginIncludesClosingFee: true } }, without(long, 'leverage'));
  });

  it('is drawn for a rate that grows with the value', () => {
    alone({
      rules: { model: 'orderly' },
      instrument: { powerRate: { base: d('0.01'), baseInitial: d('0.02'), factor: d('0.0001') } },
    });
  });
});

it('fees that are due already do not move with the price', () => {
  // Brought to cross with the account: 100 of margin come back to 123. A fall of 10 % takes 200; 9 and 9 of maintenance and
  // the 5 that are due are all of the 23 that are left.
  const brought = (balance: string) =>
    assessOrder({
      balance,
      instruments: { BTC: contract({ rate: '0.01' }), ETH: contract({ rate: '0.01' }) },
      rules: { modeScope: 'account', modes: ['cross'] },
      positions: [position('BTC', 'long', '10', 'isolated', { margin: d('100'), pendingFees: d('5') })],
      order: order('ETH', 'long', '10', 'cross'),
    }).shocks.find(({ move, scope }) => move === '-0.1' && scope === 'together');
  expect(brought('123')?.liquidated).toEqual(['BTC long', 'ETH long']);
  expect(brought('123.1')).toMatchObject({ equity: '23.1', loss: '200', liquidated: [] });
});

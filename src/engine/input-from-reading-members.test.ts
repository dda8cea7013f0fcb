import { describe, expect, it } from 'vitest';
import { noPreferences } from '../../test/support/rule-context.ts';
import { reading, row } from '../../test/support/ticket-reading.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import type { VenueFacts } from '../domain/venue.ts';
import { binanceFacts } from '../venues/binance/facts.ts';
import { inputFromReading, type TierTables, tierSymbols } from './input-from-reading.ts';

const d = decimal;
const tiers = [{ floor: d('0'), cap: null, rate: d('0.005') }];
const table = { tiers, unit: 'value' as const, incomplete: false, old: false };
const facts = (rules: Partial<VenueFacts['rules']>, change: Partial<VenueFacts> = {}): VenueFacts => ({
  ...binanceFacts,
  ...change,
  rules: { ...binanceFacts.rules, ...rules },
});

interface Change {
  readonly side?: 'long' | 'short';
  readonly facts?: VenueFacts;
  readonly tiers?: TierTables;
  readonly preferences?: Partial<Preferences>;
}

function inputOf(page: TicketReading, change: Change = {}) {
  return inputFromReading(page, change.side ?? 'long', change.facts ?? binanceFacts, change.tiers, {
    ...noPreferences,
    ...change.preferences,
  });
}

describe('the order', () => {
  it('holds every member that the page shows, and none that it does not', () => {
    const page = reading({
      symbol: 'BTCUSDT',
      marginMode: 'isolated',
      leverage: '7',
      effect: 'close',
      orderType: 'limit',
      price: '100',
      sizeBase: '2',
      stopLoss: '90',
      takeProfit: '120',
      positionMode: 'hedge',
    });
    expect(inputOf(page, { side: 'short', preferences: { autoAddMargin: true } }).order).toEqual({
      symbol: 'BTCUSDT',
      side: 'short',
      effect: 'close',
      type: 'limit',
      autoAddMargin: true,
      price: '100',
      size: '2',
      leverage: '7',
      marginMode: 'isolated',
      stopLoss: '90',
      takeProfit: '120',
      positionMode: 'hedge',
    });
    expect(inputOf(reading({})).order).toEqual({
      symbol: '?',
      side: 'long',
      effect: 'open',
      type: 'other',
      autoAddMargin: false,
    });
  });

  it('has no price on a market ticket, whatever stands in the field', () => {
    expect(inputOf(reading({ orderType: 'market', price: '100' })).order).not.toHaveProperty('price');
    expect(inputOf(reading({ orderType: 'other', price: '100' })).order).toHaveProperty('price', '100');
  });

  it('opens where reduce-only is off or not known, and the effect on the page wins', () => {
    expect(inputOf(reading({ reduceOnly: false })).order?.effect).toBe('open');
    expect(inputOf(reading({ reduceOnly: true, effect: 'open' })).order?.effect).toBe('open');
  });
});

describe('the mode', () => {
  const modeIn = (page: TicketReading, which: VenueFacts) => {
    const input = inputOf(page, { facts: which });
    return [input.order?.marginMode, input.assumed?.find(({ field }) => field === 'order.marginMode')];
  };
  const note = (value: string, why: string) => ({ field: 'order.marginMode', value, why });

  it('follows from leverage 0 on a venue that writes cross so', () => {
    const zero = facts({}, { leverageZeroIsCross: true });
    expect(modeIn(reading({ leverage: '0' }), zero)).toEqual([
      'cross',
      note('cross', 'leverage 0 means cross on this venue'),
    ]);
    expect(modeIn(reading({ leverage: '5' }), zero)).toEqual([undefined, undefined]);
    expect(modeIn(reading({}), zero)).toEqual([undefined, undefined]);
    expect(modeIn(reading({ leverage: '0' }), facts({}))).toEqual([undefined, undefined]);
    expect(modeIn(reading({ leverage: '0', marginMode: 'isolated' }), zero)).toEqual(['isolated', undefined]);
  });

  it('follows from a venue of one mode', () => {
    expect(modeIn(reading({}), facts({ modes: ['isolated'] }))).toEqual([
      'isolated',
      note('isolated', 'the venue offers no other mode'),
    ]);
    expect(modeIn(reading({}), facts({ modes: [] }))).toEqual([undefined, undefined]);
    expect(modeIn(reading({}), facts({ modes: ['isolated', 'cross'] }))).toEqual([undefined, undefined]);
  });
});

describe('the currency', () => {
  it.each([
    ['BTCUSDT', 'USDT'],
    ['BTC-USDT-SWAP', 'USDT'],
    ['BTC_USDC_PERP', 'USDC'],
    ['XBTUSDTM', 'USDT'],
    ['PERP_BTC_USDC', 'USDC'],
    ['BTC-USD', 'USD'],
    ['BTCUSD', 'USD'],
    ['BTCUSDT240628', 'USD'],
    ['DOGE', 'USD'],
  ])('of %s is %s, and noted', (symbol, currency) => {
    const { account, assumed } = inputOf(reading({ symbol }));
    expect(account.currency).toBe(currency);
    expect(assumed).toContainEqual({ field: 'account.currency', value: currency, why: 'from the symbol' });
  });

  it('is the one on the ticket where it says one', () => {
    const { account, assumed } = inputOf(reading({ symbol: 'BTCUSDT', currency: 'FDUSD' }));
    expect(account.currency).toBe('FDUSD');
    expect(assumed?.map(({ field }) => field)).not.toContain('account.currency');
  });
});

describe('a position', () => {
  const held = (side: 'long' | 'short', members: Record<string, string>) =>
    row('BTCUSDT', side, { size: '4', ...members });
  const first = (page: TicketReading, change?: Change) => inputOf(page, change).account.positions[0];

  it.each([
    // 100 + 8 / 4 = 102; 100 - 8 / 4 = 98; 100 - (-8) / 4 = 102.
    ['long', '8', '102'],
    ['short', '8', '98'],
    ['short', '-8', '102'],
  ] as const)('a %s with a PnL of %s at entry 100 has its mark at %s', (side, unrealisedPnl, mark) => {
    const page = reading({ symbol: 'ETHUSDT' }, [held(side, { entryPrice: '100', unrealisedPnl })]);
    expect(first(page)).toEqual({ symbol: 'BTCUSDT', side, size: '4', entryPrice: '100', markPrice: mark });
    expect(inputOf(page).assumed).toContainEqual({
      field: 'account.positions[0].markPrice',
      value: mark,
      why: 'from entry price, size and unrealised PnL of its row',
    });
  });

  it('has a mark of twelve digits at most that way', () => {
    const page = reading({}, [row('BTCUSDT', 'long', { size: '3', entryPrice: '100', unrealisedPnl: '1' })]);
    expect(first(page)?.markPrice).toBe('100.333333333');
  });

  it('has no mark where its row does not give one away', () => {
    const none = (members: Record<string, string>, change?: Change) =>
      expect(first(reading({}, [held('long', members)]), change)).not.toHaveProperty('markPrice');
    none({ entryPrice: '100' });
    none({ unrealisedPnl: '8' });
    const silent = inputOf(reading({}, [held('long', { entryPrice: '100' })])).assumed;
    expect(silent?.map(({ field }) => field)).not.toContain('account.positions[0].markPrice');
    // 100 - 400 / 4 = 0 is no price.
    none({ entryPrice: '100', unrealisedPnl: '-400' });
    none({ entryPrice: '100', unrealisedPnl: '8' }, { facts: facts({}, { inverseSymbols: 'BTC' }) });
  });

  it('keeps the mark that its row shows, without a note', () => {
    const page = reading({}, [held('long', { entryPrice: '100', unrealisedPnl: '8', markPrice: '101' })]);
    expect(first(page)?.markPrice).toBe('101');
    expect(inputOf(page).assumed?.map(({ field }) => field)).not.toContain('account.positions[0].markPrice');
  });

  it('has the mode of the ticket where the venue has one for both', () => {
    const page = (ticket: string) => reading({ symbol: ticket, marginMode: 'cross' }, [held('long', {})]);
    const modes = (ticket: string, modeScope: VenueFacts['rules']['modeScope']) =>
      first(page(ticket), { facts: facts({ modeScope }) })?.marginMode;
    expect(modes('BTCUSDT', 'symbol')).toBe('cross');
    expect(modes('ETHUSDT', 'symbol')).toBeUndefined();
    expect(modes('ETHUSDT', 'account')).toBe('cross');
    expect(modes('BTCUSDT', 'position')).toBeUndefined();
    expect(modes('BTCUSDT', 'order')).toBeUndefined();
    expect(inputOf(page('BTCUSDT')).assumed).toContainEqual({
      field: 'account.positions[0].marginMode',
      value: 'cross',
      why: 'the venue has one mode for this position and the ticket',
    });
    const own = reading({ symbol: 'BTCUSDT', marginMode: 'cross' }, [
      held('long', { marginMode: 'isolated' }),
    ]);
    expect(first(own)?.marginMode).toBe('isolated');
    expect(first(reading({ symbol: 'BTCUSDT' }, [held('long', {})]))).not.toHaveProperty('marginMode');
  });

  it('is left out, and the table called incomplete, where its size is none', () => {
    const rows = [held('long', { size: '0' }), held('short', {})];
    const { account } = inputOf(reading({}, rows));
    expect(account.positions.map(({ side }) => side)).toEqual(['short']);
    expect(account.positionsComplete).toBe(false);
    expect(inputOf(reading({}, [held('short', {})])).account.positionsComplete).toBe(true);
    const unread = { ...held('long', {}), size: 'many' } as unknown as ReturnType<typeof held>;
    expect(inputOf(reading({}, [unread])).account.positions).toEqual([]);
  });
});

describe('the contracts', () => {
  const eth = row('ETHUSDT', 'short', { size: '1', markPrice: '2000' });
  const page = reading({ symbol: 'BTCUSDT', markPrice: '60000' }, [eth]);

  it('are those of the ticket and of every position, each paying on its own side', () => {
    const { instruments } = inputOf(page);
    expect(Object.keys(instruments)).toEqual(['BTCUSDT', 'ETHUSDT']);
    expect(instruments.BTCUSDT).toMatchObject({ markPrice: '60000', fundingRate: '0.0001' });
    expect(instruments.ETHUSDT).toMatchObject({ markPrice: '2000', fundingRate: '-0.0001' });
    const sol = row('SOLUSDT', 'long', { size: '1', markPrice: '150' });
    const both = reading({ symbol: 'BTCUSDT' }, [eth, sol]);
    expect(inputOf(both, { side: 'short' }).instruments).toMatchObject({
      BTCUSDT: { fundingRate: '-0.0001' },
      ETHUSDT: { markPrice: '2000', fundingRate: '-0.0001' },
      SOLUSDT: { markPrice: '150', fundingRate: '0.0001' },
    });
    const held = reading({ symbol: 'ETHUSDT' }, [eth]);
    expect(inputOf(held).instruments.ETHUSDT).toMatchObject({ markPrice: '2000', fundingRate: '0.0001' });
    expect(inputOf(reading({})).instruments).toHaveProperty('?');
  });

  it('have their own table, or the one that was given for the ticket', () => {
    const tablesIn = (which: TierTables) => {
      const { instruments } = inputOf(page, { tiers: which });
      return [instruments.BTCUSDT?.tiers, instruments.ETHUSDT?.tiers];
    };
    expect(tablesIn(undefined)).toEqual([undefined, undefined]);
    expect(tablesIn(tiers)).toEqual([tiers, undefined]);
    expect(tablesIn({ ETHUSDT: table })).toEqual([undefined, tiers]);
    const { instruments, assumed } = inputOf(page, { tiers });
    expect(instruments.BTCUSDT).not.toHaveProperty('tierUnit');
    expect(instruments.BTCUSDT).not.toHaveProperty('tiersIncomplete');
    expect(instruments.BTCUSDT).not.toHaveProperty('tiersAssumed');
    expect(assumed?.map(({ field }) => field)).not.toContain('instruments.BTCUSDT.tiers');
  });

  it('named like a member of every object have no table', () => {
    const odd = reading({ symbol: 'toString' });
    expect(inputOf(odd, { tiers: { BTCUSDT: table } }).instruments.toString).not.toHaveProperty('tiers');
  });

  it('whose tables are needed are the ticket and all rows, once each', () => {
    expect(tierSymbols(reading({ symbol: 'ETHUSDT' }, [eth, eth]))).toEqual(['ETHUSDT']);
    expect(tierSymbols(reading({}, [eth]))).toEqual(['ETHUSDT']);
    expect(tierSymbols(reading({ symbol: 'BTCUSDT' }, null))).toEqual(['BTCUSDT']);
  });
});

describe('the account and the assumptions', () => {
  it('has a balance where the page shows one, and says a bound', () => {
    expect(inputOf(reading({})).account).not.toHaveProperty('crossBalance');
    expect(inputOf(reading({ walletBalance: '5' })).account).toEqual({
      currency: 'USD',
      crossBalance: '5',
      positions: [],
      positionsComplete: true,
    });
    expect(inputOf(reading({ equity: '5' })).account).toMatchObject({
      crossBalance: '5',
      crossBalanceIsLowerBound: true,
    });
  });

  it('are the venue of the facts and the plans of the settings', () => {
    const planned = { horizonHours: d('6'), slippage: d('0.01'), reachMove: d('0.2') };
    expect(inputOf(reading({}), { preferences: planned })).toMatchObject({ contract: 1, venue: 'binance' });
    expect(inputOf(reading({}), { preferences: planned }).assumptions).toEqual(planned);
    const limits = { maxLossQuote: d('150'), maxLossFraction: d('0.05') };
    expect(inputOf(reading({}), { preferences: { ...planned, ...limits } }).assumptions).toEqual({
      ...planned,
      maxLoss: '150',
      maxLossFraction: '0.05',
    });
  });
});

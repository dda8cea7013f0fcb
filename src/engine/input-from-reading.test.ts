import { describe, expect, it } from 'vitest';
import { noPreferences } from '../../test/support/rule-context.ts';
import { reading, row } from '../../test/support/ticket-reading.ts';
import { decimal } from '../domain/decimal-string.ts';
import { type Exposure, isOrderExposure } from '../domain/exposure.ts';
import { unknown } from '../domain/known.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import { venueFacts } from '../venues/facts.ts';
import { assess } from './assess.ts';
import { inputFromReading, tierSymbols } from './input-from-reading.ts';

const { binance, orderly, gate, gmx, bybit } = venueFacts;

const tiers = [{ floor: decimal('0'), cap: null, rate: decimal('0.005') }];

const ticket = {
  symbol: 'BTCUSDT',
  currency: 'USDT',
  marginMode: 'cross',
  leverage: '20',
  effect: 'open',
  orderType: 'limit',
  price: '60000',
  sizeBase: '0.1',
  markPrice: '60000.5',
} as const;

function inputFor(page: TicketReading, facts = binance) {
  return inputFromReading(page, 'long', facts, tiers, noPreferences);
}

function assessed(page: TicketReading, facts = binance): Exposure {
  return assess(inputFor(page, facts), facts.rules);
}

it('an order has the leverage of its side', () => {
  const leverage = (value: string) =>
    ({ known: true, value: decimal(value), from: { how: 'recipe', anchor: '' } }) as const;
  const page: TicketReading = {
    ...reading(ticket),
    leverage: unknown('ambiguous', 'leverage'),
    sideLeverage: { long: leverage('5'), short: leverage('3') },
  };
  expect(inputFromReading(page, 'long', binance, tiers, noPreferences).order?.leverage).toBe('5');
  expect(inputFromReading(page, 'short', binance, tiers, noPreferences).order?.leverage).toBe('3');
});

describe('the cross balance, first way that can be gone', () => {
  const eth = row('ETHUSDT', 'short', {
    size: '2',
    entryPrice: '3000',
    markPrice: '2900',
    leverage: '10',
    marginMode: 'cross',
    unrealisedPnl: '200.4',
  });
  const sol = row('SOLUSDT', 'long', {
    size: '10',
    entryPrice: '150',
    marginMode: 'isolated',
    margin: '150',
    leverage: '10',
  });

  it('the wallet less isolated margins', () => {
    const { account } = inputFor(
      reading({ ...ticket, walletBalance: '2000', equity: '5', available: '5' }, [eth, sol]),
    );
    expect(account).toMatchObject({ crossBalance: '1850', positionsComplete: true });
    expect(account.crossBalanceIsLowerBound).toBeUndefined();
  });

  it('else equity less unrealised PnL of the cross positions, as a lower bound', () => {
    const input = inputFor(reading({ ...ticket, equity: '2000', available: '5' }, [eth, sol]));
    expect(input.account).toMatchObject({ crossBalance: '1799.6', crossBalanceIsLowerBound: true });
    expect(input.assumed).toContainEqual(
      expect.objectContaining({ field: 'account.crossBalance', value: '1799.6' }),
    );
    const exposure = assess(input, binance.rules);
    expect(exposure.atLeast).toBe(true);
    expect(exposure.assumed).toContainEqual(expect.objectContaining({ field: 'account.crossBalance' }));
  });

  it('else available plus the initial margin of the cross positions, as a lower bound', () => {
    const { account } = inputFor(reading({ ...ticket, available: '1000' }, [eth, sol]));
    // 2 x 3,000 / 10, less 200.4 of profit that available counts in.
    expect(account).toMatchObject({ crossBalance: '1399.6', crossBalanceIsLowerBound: true });
  });

  it('a wallet beside an isolated row without its margin is not enough', () => {
    const { margin: _margin, ...bare } = sol;
    const { account } = inputFor(
      reading({ ...ticket, walletBalance: '2000', available: '1000' }, [eth, bare]),
    );
    expect(account).toMatchObject({ crossBalance: '1399.6', crossBalanceIsLowerBound: true });
  });

  it('nothing about a balance: the worst loss on cross is unknown, never small', () => {
    const exposure = assessed(reading(ticket));
    if (!isOrderExposure(exposure)) throw new Error('there is an order');
    expect(exposure.losses.worst).toMatchObject({ known: false, missing: ['account.crossBalance'] });
  });
});

describe('what the page does not say', () => {
  it('is taken from the venue and listed, or stays missing', () => {
    const { instruments, assumed = [] } = inputFor(reading({ ...ticket, walletBalance: '2000' }));
    expect(instruments.BTCUSDT).toEqual({
      kind: 'linear',
      markPrice: '60000.5',
      tick: '0.1',
      tiers,
      takerFee: '0.0005',
      makerFee: '0.0002',
      fundingRate: '0.0001',
      fundingIntervalHours: '8',
    });
    expect(assumed.map(({ field }) => field)).toEqual([
      'instruments.BTCUSDT.tick',
      'instruments.BTCUSDT.takerFee',
      'instruments.BTCUSDT.makerFee',
      'instruments.BTCUSDT.fundingRate',
    ]);
  });

  it("the trader's own fees win and are no assumption; funding is taken as paid by the side pressed", () => {
    const own = { ...noPreferences, takerFee: decimal('0.0004'), makerFee: decimal('-0.0001') };
    const { instruments, assumed = [] } = inputFromReading(reading(ticket), 'short', binance, tiers, own);
    expect(instruments.BTCUSDT).toMatchObject({
      takerFee: '0.0004',
      makerFee: '-0.0001',
      fundingRate: '-0.0001',
    });
    expect(assumed.some(({ field }) => field.endsWith('Fee'))).toBe(false);
  });

  it('the last price stands in for a mark that is not shown, and says so', () => {
    const { markPrice: _mark, ...unmarked } = ticket;
    const input = inputFor(reading({ ...unmarked, lastPrice: '60010' }));
    expect(input.instruments.BTCUSDT?.markPrice).toBe('60010');
    expect(input.assumed).toContainEqual(expect.objectContaining({ field: 'instruments.BTCUSDT.markPrice' }));
    expect(inputFor(reading(unmarked)).instruments.BTCUSDT?.markPrice).toBeUndefined();
  });

  it('a market ticket has no price; the engine takes the mark and says so', () => {
    const exposure = assessed(reading({ ...ticket, orderType: 'market', walletBalance: '2000' }));
    expect(exposure.assumed).toContainEqual({
      field: 'order.price',
      value: '60000.5',
      why: 'market order: the mark is used',
    });
  });

  it('an effect that is not known opens, unless the ticket is reduce-only', () => {
    const { effect: _effect, ...rest } = ticket;
    expect(inputFor(reading(rest)).order?.effect).toBe('open');
    expect(inputFor(reading({ ...rest, reduceOnly: true })).order?.effect).toBe('reduce');
  });

  it('figures that make no sense are not read', () => {
    const input = inputFor(reading({ ...ticket, price: '0', sizeBase: '-1', leverage: '0', markPrice: '0' }));
    expect(input.order).not.toHaveProperty('price');
    expect(input.order).not.toHaveProperty('size');
    expect(input.order).not.toHaveProperty('leverage');
    const garbage = row('BTCUSDT', 'long', { size: '0' });
    expect(inputFor(reading(ticket, [garbage])).account).toMatchObject({
      positions: [],
      positionsComplete: false,
    });
  });

  it('a positions table that was not read counts as incomplete', () => {
    expect(inputFor(reading(ticket, null)).account).toMatchObject({
      positions: [],
      positionsComplete: false,
    });
    expect(inputFor(reading(ticket, [], false)).account.positionsComplete).toBe(false);
  });

  it("a row's mark follows from its PnL, its mode from the ticket where the venue has one for both", () => {
    const held = row('BTCUSDT', 'short', {
      size: '0.5',
      entryPrice: '61000',
      unrealisedPnl: '500',
      leverage: '20',
    });
    const { account, assumed = [] } = inputFor(reading({ ...ticket, walletBalance: '9' }, [held]));
    expect(account.positions[0]).toEqual({
      symbol: 'BTCUSDT',
      side: 'short',
      size: '0.5',
      entryPrice: '61000',
      markPrice: '60000',
      leverage: '20',
      marginMode: 'cross',
    });
    expect(assumed.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['account.positions[0].markPrice', 'account.positions[0].marginMode']),
    );
    const other = { ...held, symbol: 'ETHUSDT' };
    expect(inputFor(reading(ticket, [other])).account.positions[0]).not.toHaveProperty('marginMode');
    expect(inputFor(reading(ticket, [other]), bybit).account.positions[0]).toHaveProperty(
      'marginMode',
      'cross',
    );
  });

  it('leverage 0 is cross where the venue writes it so, and a venue of one mode has that one', () => {
    const { marginMode: _mode, ...modeless } = ticket;
    expect(inputFor(reading({ ...modeless, leverage: '0' }), gate).order?.marginMode).toBe('cross');
    expect(inputFor(reading({ ...modeless, leverage: '0' })).order).not.toHaveProperty('marginMode');
    expect(inputFor(reading(modeless), gmx).order?.marginMode).toBe('isolated');
  });
});

describe('a real Orderly ticket', () => {
  const page = reading(
    {
      symbol: 'PERP_BTC_USDC',
      marginMode: 'cross',
      leverage: '10',
      effect: 'open',
      orderType: 'limit',
      price: '63250.5',
      sizeBase: '0.125',
      available: '11279.72',
      markPrice: '64151.1',
    },
    [
      row('PERP_BTC_USDC', 'long', {
        size: '0.25',
        entryPrice: '62000',
        marginMode: 'cross',
        leverage: '10',
        markPrice: '64151.3',
        unrealisedPnl: '537.82',
      }),
      row('PERP_ETH_USDC', 'short', {
        size: '3.5',
        entryPrice: '3500',
        marginMode: 'isolated',
        leverage: '5',
        markPrice: '3422.48',
        margin: '2450',
      }),
    ],
  );

  it('needs brackets of both contracts', () => {
    expect(tierSymbols(page)).toEqual(['PERP_BTC_USDC', 'PERP_ETH_USDC']);
  });

  it('comes out with every figure that the page supports', () => {
    const exposure = assess(inputFromReading(page, 'long', orderly, undefined, noPreferences), orderly.rules);
    if (!isOrderExposure(exposure)) throw new Error('there is an order');
    expect(exposure.atLeast).toBe(true);
    expect(exposure.liquidation).toMatchObject({ kind: 'price' });
    expect(exposure.losses.worst).toMatchObject({ why: 'cross-scope' });
    expect(exposure.positions.map(({ liquidation }) => 'price' in liquidation)).toEqual([true, true]);
    // The page prints 4,174.95 for the isolated short: its margin, base rate 0.6 %.
    const short = exposure.positions[1]?.liquidation as { price: string };
    expect(Number(short.price)).toBeCloseTo(4174.95, 0);
  });
});

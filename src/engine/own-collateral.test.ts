import { describe, expect, it } from 'vitest';
import {
  assessOrder,
  assessScene,
  contract,
  number,
  order,
  position,
} from '../../test/support/engine-input.ts';
import type { Position, Side } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';
import { gmxFacts } from '../venues/gmx/facts.ts';
import { parse, plain } from './decimal.ts';

/**
 * GMX, second version: collateral of a position's own. Ids are those of the collected facts. GX1 to GX4 are of the first
 * version, which took the worse of two conditions (fees of 0.1 % and 5 USD; the loss-adjusted collateral against 100 times
 * leverage). Nobody trades on it today and the engine does not have it, so they are history and not tested.
 */

const { rules } = gmxFacts;
const least = gmxFacts.minimumCollateral?.bySymbol['ETH/USD'];

function eth(change: Partial<Instrument> = {}): Instrument {
  const { tiers: _tiers, ...rest } = contract({ markPrice: decimal('2500'), takerFee: decimal('0.0006') });
  return { ...rest, ...(least === undefined ? {} : { collateral: least }), ...change };
}

function without(member: keyof Instrument): Instrument {
  const { [member]: _left, ...rest } = eth();
  return { ...rest, kind: 'linear' };
}

function held(side: Side, change: Partial<Position>): Position {
  return position('ETH/USD', side, '4', 'isolated', {
    entryPrice: decimal('2500'),
    markPrice: decimal('2500'),
    pendingFees: decimal('0'),
    ...change,
  });
}

function assessed(side: Side, change: Partial<Position>, instrument = eth()) {
  const [own] = assessScene({
    balance: '0',
    rules,
    instruments: { 'ETH/USD': instrument },
    positions: [held(side, change)],
  }).positions;
  return own?.liquidation;
}

describe('GX-D: 10,000 USD at 2,500, least collateral 50, closing fee 6', () => {
  it('long on 1,000 USDC: 2,264', () => {
    expect(assessed('long', { margin: decimal('1000') })).toMatchObject({ kind: 'price', price: '2264' });
  });

  it('short on 1,000 USDC: 2,736', () => {
    expect(assessed('short', { margin: decimal('1000') })).toMatchObject({ kind: 'price', price: '2736' });
  });

  it('long on 0.4 ETH: 2,285.4545', () => {
    const point = assessed('long', { collateralCoins: decimal('0.4') });
    expect(number((point as { price?: string }).price)).toBeCloseTo(2285.4545, 4);
  });
});

describe('what else decides it', () => {
  it('a short on coins: they gain when it loses', () => {
    // 0.4 P + 4 (2500 - P) = 56
    const point = assessed('short', { collateralCoins: decimal('0.4') });
    expect(number((point as { price?: string }).price)).toBeCloseTo((10000 - 56) / 3.6, 8);
  });

  it('a short that its coins cover has none', () => {
    expect(assessed('short', { collateralCoins: decimal('4') })).toEqual({ kind: 'none', why: 'hedged' });
  });

  it('fees that are due and an impact against the trader bring it nearer, an impact for him does not move it', () => {
    const margin = decimal('1000');
    expect(assessed('long', { margin, pendingFees: decimal('20') })).toMatchObject({ price: '2269' });
    expect(assessed('long', { margin, priceImpact: decimal('-8') })).toMatchObject({ price: '2266' });
    expect(assessed('long', { margin, priceImpact: decimal('8') })).toMatchObject({ price: '2264' });
  });

  it('the least collateral is 1 USD where the factor asks for less', () => {
    // 0.04 ETH: 100 USD of size, 0.5 of them by the factor, a fee of 0.06.
    const point = assessed('long', { size: decimal('0.04'), margin: decimal('10') });
    expect(point).toMatchObject({ price: String(2500 - (10 - 1 - 0.06) / 0.04) });
  });

  it('markets that are not named keep 1 %', () => {
    const { others } = gmxFacts.minimumCollateral ?? {};
    const instrument = eth(others === undefined ? {} : { collateral: others });
    expect(assessed('long', { margin: decimal('1000') }, instrument)).toMatchObject({ price: '2276.5' });
  });

  it('equity holds the coins at the mark, and a shock takes them along', () => {
    const exposure = assessScene({
      balance: '0',
      rules,
      instruments: { 'ETH/USD': eth() },
      positions: [held('long', { collateralCoins: decimal('0.4') })],
    });
    expect(exposure.equity.before).toBe('1000');
    expect(exposure.shocks.find(({ move }) => move === '-0.05')).toMatchObject({
      loss: '550',
      liquidated: [],
    });
    expect(exposure.shocks.find(({ move }) => move === '-0.1')).toMatchObject({
      liquidated: ['ETH/USD long'],
    });
    expect(exposure.leftOut).toEqual(expect.arrayContaining(['borrowing-fee', 'price-impact']));
  });
});

describe('an order', () => {
  const ticket = (side: Side, change = {}) =>
    order('ETH/USD', side, '4', 'isolated', {
      type: 'market',
      margin: decimal('1000'),
      ...change,
    });
  const assessTicket = (change = {}, positions: readonly Position[] = [], side: Side = 'long') =>
    assessOrder({
      balance: '5000',
      rules,
      instruments: { 'ETH/USD': eth() },
      positions,
      order: ticket(side, change),
    });

  it('pays its opening fee out of the collateral: 6 of 1,000, and no more than 1,000 is lost', () => {
    const exposure = assessTicket();
    expect(exposure.liquidation).toMatchObject({ price: '2265.5' });
    expect(exposure.losses.worst).toEqual({ amount: '1000', why: 'isolated-margin' });
    expect(exposure.orderCost).toBe('1000');
    expect(exposure.equity).toEqual({ before: '5000', after: '4994' });
  });

  it('is charged for closing on its size in money, whatever the price', () => {
    const { atStop } = assessTicket({ stopLoss: decimal('2400') }).losses;
    expect(atStop).toMatchObject({ priceLoss: '400', fees: '12' });
  });

  it('on coins takes no cash but the coins', () => {
    const exposure = assessTicket({ margin: undefined, collateralCoins: decimal('0.4') });
    expect(exposure.initialMargin).toBe('1000');
    expect(exposure.losses.worst).toEqual({ amount: '1000', why: 'isolated-margin' });
    expect(number((exposure.liquidation as { price?: string }).price)).toBeCloseTo(10062 / 4.4, 8);
  });

  it('against a position of the other side is a second position', () => {
    const exposure = assessTicket({}, [held('short', { margin: decimal('1000') })]);
    expect(exposure.positions).toHaveLength(2);
    expect(exposure.positions[0]?.liquidation).toMatchObject({ price: '2736' });
  });

  it('closing pays the collateral back less what is due', () => {
    const own = held('long', { margin: decimal('1000'), pendingFees: decimal('20') });
    const exposure = assessTicket({ effect: 'close', margin: undefined }, [own], 'short');
    expect(exposure.equity.after).toBe(String(5000 + 1000 - 20 - 6));
    const half = assessTicket({ effect: 'reduce', size: decimal('2'), margin: undefined }, [own], 'short');
    // Half the size, the margin and what is due: the same price.
    expect(half.liquidation).toMatchObject({ price: '2269' });
  });
});

describe('adding to a position', () => {
  it('puts the coins and what is owed together', () => {
    const own = held('long', { collateralCoins: decimal('0.4'), pendingFees: decimal('20') });
    const exposure = assessOrder({
      balance: '5000',
      rules,
      instruments: { 'ETH/USD': eth() },
      positions: [own],
      order: order('ETH/USD', 'long', '4', 'isolated', { type: 'market', collateralCoins: decimal('0.6') }),
    });
    // P of a coin, 8 (P - 2500), 6 paid for opening; 0.5 % of 20,000, 12 for closing and 20 owed: 9 P = 20,138.
    expect(number((exposure.liquidation as { price?: string }).price)).toBeCloseTo(20138 / 9, 10);
  });

  const added = (change: Partial<Position>, collateral = {}) =>
    assessOrder({
      balance: '5000',
      instruments: { BTC: contract({ rate: '0' }) },
      positions: [position('BTC', 'long', '10', 'isolated', { margin: decimal('100'), ...change })],
      order: order('BTC', 'long', '10', 'isolated', collateral),
    }).liquidation;

  it('elsewhere, where one of the two has nothing but margin', () => {
    // 20 (P - 100) + 200, of which 10 are owed; 19 (P - 100) + 100 + P with a coin in place of the margin.
    expect(added({})).toMatchObject({ price: '90' });
    expect(added({ pendingFees: decimal('10') })).toMatchObject({ price: '90.5' });
    expect(added({}, { margin: decimal('80'), collateralCoins: decimal('0.25') })).toMatchObject({
      price: plain(parse(decimal('1820')).div(decimal('20.25'))),
    });
  });
});

it('fees that are due and coins count on other exchanges too', () => {
  const point = (change: Partial<Position>) =>
    assessScene({
      balance: '0',
      instruments: { BTC: contract({ rate: '0' }) },
      positions: [position('BTC', 'long', '10', 'isolated', { margin: decimal('100'), ...change })],
    }).positions[0]?.liquidation;
  expect(point({})).toMatchObject({ price: '90' });
  expect(point({ pendingFees: decimal('10') })).toMatchObject({ price: '91' });
  expect(point({ pendingFees: decimal('10'), priceImpact: decimal('-5') })).toMatchObject({ price: '91.5' });
  // Coins without fees: 12 + P + 10 (P - 100).
  expect(point({ margin: decimal('12'), collateralCoins: decimal('1') })).toMatchObject({
    price: plain(parse(decimal('988')).div(11)),
  });
});

it.each(['pendingFees', 'priceImpact', 'collateralCoins'])('%s that are no number say so', (member) => {
  const point = assessed('long', { margin: decimal('1000'), [member]: 'some' });
  const path = `account.positions[0].${member}`;
  expect(point).toMatchObject({ known: false, why: 'unparsable', missing: [path] });
});

it('on cross it means nothing, as margin does', () => {
  const cross = position('BTC', 'long', '2', 'cross');
  const change = { pendingFees: decimal('5'), collateralCoins: decimal('1') };
  const assessedWith = (more: Partial<Position>) =>
    assessScene({ balance: '50', positions: [{ ...cross, ...more }] });
  expect(assessedWith(change)).toEqual(assessedWith({}));
});

describe('what is missing is named', () => {
  const margin = decimal('1000');

  it.each([
    ['pendingFees', 'account.positions[0].pendingFees', { margin, pendingFees: undefined }, eth()],
    ['margin', 'account.positions[0].margin', {}, eth()],
    ['the least collateral', 'instruments.ETH/USD.collateral', { margin }, without('collateral')],
    ['the closing fee', 'instruments.ETH/USD.takerFee', { margin }, without('takerFee')],
  ])('%s', (_what, path, change, instrument) => {
    const point = assessed('long', change as Partial<Position>, instrument as Instrument);
    expect(point).toMatchObject({ known: false, why: 'missing-input', missing: [path] });
  });
});

import { describe, expect, it } from 'vitest';
import { type ContextChange, crossInput, ruleContext } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { reading } from '../../test/support/ticket-reading.ts';
import { unknown } from '../domain/known.ts';
import { positionsMayBeHidden } from './positions-may-be-hidden.ts';
import { ticketUnread } from './ticket-unread.ts';
import { venueRulesAssumed } from './venue-rules-assumed.ts';

const { crossBalance: _balance, ...noBalance } = crossInput.account;
const whole = { symbol: 'BTCUSDT', leverage: '20', sizeBase: '0.1', price: '60000' };
const without = (...names: (keyof typeof whole)[]) =>
  reading(
    Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name as keyof typeof whole))),
  );
const typedIn = (...gone: string[]) => {
  const context = ruleContext();
  const order = Object.fromEntries(Object.entries(context.order).filter(([name]) => !gone.includes(name)));
  return ticketUnread.run({ ...context, order: order as unknown as typeof context.order }, {});
};

describe('ticket-unread, of a page', () => {
  it('is clear where all was read', () => {
    expect(runRule(ticketUnread, { reading: reading(whole) })).toEqual({ kind: 'clear' });
  });

  it.each([
    [without('symbol'), 'symbol', 'symbol'],
    [without('leverage'), 'leverage', 'leverage'],
    [without('sizeBase'), 'size', 'size'],
    [without('price'), 'price', 'price'],
    [without('sizeBase', 'symbol'), 'symbol,size', 'symbol, size'],
  ])('page %# lacks a field', (page, field, words) => {
    expect(found(ticketUnread, { reading: page })).toEqual({
      level: 'unknown',
      field,
      value: 'unknown',
      threshold: '',
      message: `Not read from the page: ${words}. The figures that need it are left out.`,
      hold: 'acknowledge',
    });
  });

  it('asks of a market order for the mark in place of a price, and only where nobody knows it', () => {
    const market: ContextChange = { reading: without('price'), order: { type: 'market' } };
    expect(runRule(ticketUnread, market)).toEqual({ kind: 'clear' });
    for (const instruments of [{}, { BTCUSDT: { kind: 'linear' as const } }])
      expect(found(ticketUnread, { ...market, input: { instruments } })).toMatchObject({
        field: 'markPrice',
        message: 'Not read from the page: mark price. The figures that need it are left out.',
      });
    expect(found(ticketUnread, { reading: without('price'), input: { instruments: {} } })?.field).toBe(
      'price',
    );
  });

  it('does not hold a trader who wants notices only', () => {
    const change = { reading: without('symbol'), preferences: { whenUnread: 'notice' as const } };
    expect(found(ticketUnread, change)?.hold).toBe('none');
  });
});

describe('ticket-unread, of a ticket typed in', () => {
  it('asks for leverage and size', () => {
    expect(typedIn()).toEqual({ kind: 'clear' });
    expect(typedIn('leverage')).toMatchObject({ finding: { field: 'leverage' } });
    expect(typedIn('size')).toMatchObject({ finding: { field: 'size' } });
    expect(typedIn('leverage', 'size')).toMatchObject({ finding: { field: 'leverage,size' } });
    expect(typedIn('price')).toEqual({ kind: 'clear' });
  });

  it('asks for the balance that stands behind cross, not on isolated', () => {
    const input = { account: noBalance };
    expect(found(ticketUnread, { input })?.message).toBe(
      'Not read from the page: wallet balance. The figures that need it are left out.',
    );
    expect(runRule(ticketUnread, { input, exposure: { marginMode: 'isolated' } })).toEqual({ kind: 'clear' });
    expect(
      found(ticketUnread, { input, exposure: { marginMode: unknown('ambiguous', 'marginMode') } })?.field,
    ).toBe('walletBalance');
  });
});

describe('positions-may-be-hidden', () => {
  const account = { ...crossInput.account, positionsComplete: false };
  const { positionsComplete: _, ...unsaid } = crossInput.account;

  it('is a notice where the table is known to be incomplete, and says what that means in each mode', () => {
    expect(found(positionsMayBeHidden, { input: { account } })).toEqual({
      level: 'notice',
      field: 'positions',
      value: 'incomplete',
      threshold: '',
      message: 'The page may not show all open positions. Those on cross share the same money.',
    });
    expect(runRule(positionsMayBeHidden)).toEqual({ kind: 'clear' });
    expect(runRule(positionsMayBeHidden, { input: { account: unsaid } })).toEqual({ kind: 'clear' });
    expect(
      found(positionsMayBeHidden, { input: { account }, exposure: { marginMode: 'isolated' } }),
    ).toMatchObject({
      level: 'notice',
      message: 'The page may not show all open positions. Whether this order adds to one cannot be told.',
    });
  });
});

describe('venue-rules-assumed', () => {
  it('is a notice on a venue nobody described', () => {
    expect(runRule(venueRulesAssumed)).toEqual({ kind: 'clear' });
    expect(found(venueRulesAssumed, { input: { venue: 'generic' } })).toEqual({
      level: 'notice',
      field: 'venue',
      value: 'generic',
      threshold: '',
      message: 'This exchange is not described. Careful general margin rules stand in for its own.',
    });
  });

  it('is one too where general rules stand in for those of a venue that is being described', () => {
    const assumed = [{ field: 'venue', value: 'generic', why: 'not all rules are known' }];
    expect(found(venueRulesAssumed, { exposure: { assumed } })).toMatchObject({ level: 'notice' });
    const other = [{ field: 'instruments.BTC.takerFee', value: '0.0005', why: 'base fee' }];
    expect(runRule(venueRulesAssumed, { exposure: { assumed: other } })).toEqual({ kind: 'clear' });
  });
});

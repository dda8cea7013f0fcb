import { describe, expect, it } from 'vitest';
import { reading } from '../../test/support/ticket-reading.ts';
import { decimal } from './decimal-string.ts';
import { unknown } from './known.ts';
import { readingId, readingOn, type TicketReading } from './ticket-reading.ts';

const leverage = (value: string) =>
  ({ known: true, value: decimal(value), from: { how: 'recipe', anchor: value } }) as const;

/** OKX on isolated in hedge mode: 5x for a long, 3x for a short. */
function hedged(long: string, short: string): TicketReading {
  return {
    ...reading({ symbol: 'BTC-USDT-SWAP', marginMode: 'isolated', size: '12' }),
    leverage: unknown('ambiguous', 'leverage'),
    sideLeverage: { long: leverage(long), short: leverage(short) },
  };
}

describe('a ticket with a leverage a side', () => {
  it('has the one of the side it is taken for', () => {
    const page = hedged('5', '3');
    expect(readingOn('long', page).leverage).toEqual(leverage('5'));
    expect(readingOn('short', page).leverage).toEqual(leverage('3'));
    expect(readingOn('short', page)).not.toHaveProperty('sideLeverage');
    expect(readingOn('short', page).size).toBe(page.size);
  });

  it('is another ticket once either changes', () => {
    const ids = [hedged('5', '3'), hedged('5', '4'), hedged('6', '3')].map(readingId);
    expect(new Set(ids).size).toBe(3);
    expect(readingId(hedged('5', '3'))).toBe(ids[0]);
  });

  it('leaves every other ticket as it is', () => {
    const page = reading({ leverage: '20' });
    expect(readingOn('long', page)).toBe(page);
  });
});

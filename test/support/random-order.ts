import fc from 'fast-check';
import type { AssessInput } from '../../src/domain/assess-input.ts';
import { decimal } from '../../src/domain/decimal-string.ts';
import type { VenueRules } from '../../src/domain/venue.ts';
import { randomAccount } from './random-account.ts';

/** A random account with an order on one of its contracts: any side, mode, type, effect, with and without a stop. */
export const randomTicket: fc.Arbitrary<{ readonly input: AssessInput; readonly rules: VenueRules }> = fc
  .record({
    account: randomAccount,
    pick: fc.nat({ max: 5 }),
    side: fc.constantFrom('long' as const, 'short' as const),
    mode: fc.constantFrom('cross' as const, 'isolated' as const),
    type: fc.constantFrom('limit' as const, 'market' as const, 'other' as const),
    effect: fc.constantFrom(
      'open' as const,
      'open' as const,
      'open' as const,
      'reduce' as const,
      'close' as const,
    ),
    value: fc.integer({ min: 1, max: 100_000 }),
    offset: fc.integer({ min: -10, max: 10 }),
    stop: fc.option(fc.integer({ min: -60, max: 60 }), { nil: undefined }),
    leverage: fc.integer({ min: 1, max: 100 }),
    autoAddMargin: fc.boolean(),
    hedge: fc.boolean(),
    scope: fc.constantFrom('symbol' as const, 'account' as const, 'position' as const),
  })
  .map(({ account, pick, ...ticket }) => {
    const symbols = Object.keys(account.input.instruments);
    const symbol = symbols[pick % symbols.length] ?? 'S0';
    const contract = account.input.instruments[symbol];
    const mark = Number(contract?.markPrice ?? '1');
    const price = Math.max(0.01, (mark * (100 + ticket.offset)) / 100);
    const value = contract?.kind === 'inverse' ? ticket.value / 1000 : ticket.value;
    const size = contract?.kind === 'inverse' ? value * price : value / price;
    const input: AssessInput = {
      ...account.input,
      order: {
        symbol,
        side: ticket.side,
        effect: ticket.effect,
        type: ticket.type,
        ...(ticket.type === 'market' ? {} : { price: decimal(price.toFixed(4)) }),
        size: decimal(Math.max(0.000001, size).toFixed(6)),
        leverage: decimal(String(ticket.leverage)),
        marginMode: ticket.mode,
        autoAddMargin: ticket.autoAddMargin,
        ...(ticket.stop === undefined
          ? {}
          : { stopLoss: decimal(Math.max(0.01, (price * (100 + ticket.stop)) / 100).toFixed(4)) }),
        positionMode: ticket.hedge ? 'hedge' : 'one-way',
      },
    };
    return { input, rules: { ...account.rules, modeScope: ticket.scope } };
  });

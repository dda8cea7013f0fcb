import type { AssessInput } from '../domain/assess-input.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';
import { type Decimal, parse, zero } from './decimal.ts';
import { notional } from './formulas/notional.ts';
import { InputError } from './json-reader.ts';

/** All the money of an account: more than 30 digits of it is a slip, and sums of it would lose digits. */
const most: Decimal = parse(`1${'0'.repeat(30)}` as DecimalString);

/**
 * Adds up every amount an input brings or implies (balance, margins, values at every price it gives) and complains about
 * the member with which the sum passes 30 digits before the point, so that no figure of the engine can.
 * @throws InputError
 */
export function checkMagnitude({ account, instruments, order }: AssessInput): void {
  let sum = zero;
  const add = (amount: Decimal, path: string) => {
    sum = sum.plus(amount.abs());
    if (sum.gte(most))
      throw new InputError(path, 'small enough that all amounts together stay within 30 digits');
  };
  const addValues = (
    size: DecimalString | undefined,
    instrument: Instrument | undefined,
    prices: readonly (DecimalString | undefined)[],
    path: string,
  ) => {
    if (size === undefined || instrument === undefined) return;
    for (const price of prices) {
      if (price !== undefined) add(notional(instrument.kind, parse(size), parse(price)), `${path}.size`);
    }
  };
  const instrumentOf = (symbol: string) =>
    Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (account.crossBalance !== undefined) add(parse(account.crossBalance), 'account.crossBalance');
  account.positions.forEach(({ symbol, size, entryPrice, markPrice, margin }, index) => {
    const path = `account.positions[${index}]`;
    const instrument = instrumentOf(symbol);
    if (margin !== undefined) add(parse(margin), `${path}.margin`);
    addValues(size, instrument, [entryPrice, markPrice ?? instrument?.markPrice], path);
  });
  if (order === undefined) return;
  const instrument = instrumentOf(order.symbol);
  if (order.margin !== undefined) add(parse(order.margin), 'order.margin');
  const { size, price, stopLoss, takeProfit } = order;
  addValues(size, instrument, [price, stopLoss, takeProfit, instrument?.markPrice], 'order');
}

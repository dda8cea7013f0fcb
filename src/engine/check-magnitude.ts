import type { AssessInput } from '../domain/assess-input.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { Instrument } from '../domain/instrument.ts';
import { type Decimal, parse, zero } from './decimal.ts';
import { notional } from './formulas/notional.ts';
import { sizeLinearMargin } from './formulas/size-linear-margin.ts';
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
    member: string,
  ) => {
    if (size === undefined || instrument === undefined) return;
    for (const price of prices) {
      if (price === undefined) continue;
      const value = notional(instrument.kind, parse(size), parse(price));
      add(value, member);
      const { sizeRate } = instrument;
      if (sizeRate === undefined) continue;
      const coins = instrument.kind === 'linear' ? parse(size) : value;
      add(sizeLinearMargin(value, parse(sizeRate.base), parse(sizeRate.perUnit), coins), member);
    }
  };
  const instrumentOf = (symbol: string) =>
    Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (account.crossBalance !== undefined) add(parse(account.crossBalance), 'account.crossBalance');
  account.positions.forEach((position, index) => {
    const { symbol, size, entryPrice, markPrice, margin, pendingFees, priceImpact, collateralCoins } =
      position;
    const path = `account.positions[${index}]`;
    const instrument = instrumentOf(symbol);
    const prices = [entryPrice, markPrice ?? instrument?.markPrice];
    if (margin !== undefined) add(parse(margin), `${path}.margin`);
    if (pendingFees !== undefined) add(parse(pendingFees), `${path}.pendingFees`);
    if (priceImpact !== undefined) add(parse(priceImpact), `${path}.priceImpact`);
    addValues(size, instrument, prices, `${path}.size`);
    addValues(collateralCoins, instrument, prices, `${path}.collateralCoins`);
  });
  account.coins?.forEach(({ symbol, amount, markPrice }, index) => {
    const instrument = instrumentOf(symbol);
    addValues(amount, instrument, [markPrice ?? instrument?.markPrice], `account.coins[${index}].amount`);
  });
  if (order === undefined) return;
  const instrument = instrumentOf(order.symbol);
  if (order.margin !== undefined) add(parse(order.margin), 'order.margin');
  const { size, price, stopLoss, takeProfit, collateralCoins } = order;
  const prices = [price, stopLoss, takeProfit, instrument?.markPrice];
  addValues(size, instrument, prices, 'order.size');
  addValues(collateralCoins, instrument, prices, 'order.collateralCoins');
}

import type { Position } from '../domain/account.ts';
import { type DecimalString, isDecimalString } from '../domain/decimal-string.ts';
import { isUnknown, type Unknown, unknown } from '../domain/known.ts';
import type { Field, PositionRow, TicketReading } from '../domain/ticket-reading.ts';
import type { VenueFacts } from '../domain/venue.ts';
import { contractKind } from './contract-kind.ts';
import { type Decimal, isPositive, notBelowZero, parse, plain, zero } from './decimal.ts';
import { initialMargin } from './formulas/initial-margin.ts';
import { notional } from './formulas/notional.ts';
import { unrealisedPnl } from './formulas/unrealised-pnl.ts';
import { initialMarginAt } from './initial-margin-at.ts';
import type { Note } from './note-assumption.ts';

export type CrossBalance = { readonly amount: DecimalString; readonly atLeast: boolean } | Unknown;

/**
 * Cash in the cross pool from what the page shows, in three steps, first that can be taken:
 * 1. the wallet balance less margin assigned to isolated positions;
 * 2. equity less unrealised PnL of the cross positions on the page;
 * 3. available plus the initial margin of the cross positions on the page, less profit that is in it.
 *
 * The last two can only be too small, so what is built on them is "at least". With nothing about a balance: unknown.
 * `positions` and `rows` are the same rows, after and before conversion.
 */
export function crossBalanceOf(
  reading: TicketReading,
  positions: readonly Position[],
  rows: readonly PositionRow[],
  facts: VenueFacts,
  note: Note,
): CrossBalance {
  const found =
    fromWallet(reading, positions, note) ??
    fromEquity(reading, positions, rows, facts) ??
    fromAvailable(reading, positions, rows, facts);
  if (found === undefined) return unknown('not-on-page', 'account.crossBalance');
  const amount = plain(notBelowZero(found.amount));
  if (found.atLeast) note('account.crossBalance', amount, found.why);
  return { amount, atLeast: found.atLeast };
}

interface Found {
  readonly amount: Decimal;
  readonly atLeast: boolean;
  readonly why: string;
}

function amountOf(field: Field<DecimalString>): Decimal | undefined {
  return field.known && isDecimalString(field.value) ? parse(field.value) : undefined;
}

function fromWallet(reading: TicketReading, positions: readonly Position[], note: Note): Found | undefined {
  const wallet = amountOf(reading.walletBalance);
  if (wallet === undefined) return undefined;
  let assigned = zero;
  for (const { marginMode, margin } of positions) {
    if (marginMode === 'cross') continue;
    if (marginMode === undefined || margin === undefined) return undefined;
    assigned = assigned.plus(parse(margin));
  }
  if (isUnknown(reading.positions)) {
    note(
      'account.positions',
      'none',
      'no positions table was read: no isolated margin is taken off the wallet',
    );
  }
  return { amount: wallet.minus(assigned), atLeast: false, why: '' };
}

function fromEquity(
  reading: TicketReading,
  positions: readonly Position[],
  rows: readonly PositionRow[],
  facts: VenueFacts,
): Found | undefined {
  const equity = amountOf(reading.equity);
  if (equity === undefined) return undefined;
  let profit = zero;
  for (const [index, position] of positions.entries()) {
    if (position.marginMode === 'isolated') continue;
    const pnl = profitOf(position, rows[index], facts);
    if (pnl === undefined) return undefined;
    // A row whose mode is not shown may be isolated: only what makes the balance smaller is counted.
    profit = profit.plus(position.marginMode === 'cross' ? pnl : notBelowZero(pnl));
  }
  return {
    amount: equity.minus(profit),
    atLeast: true,
    why: 'equity less unrealised PnL of the positions on the page',
  };
}

function profitOf(position: Position, row: PositionRow | undefined, facts: VenueFacts): Decimal | undefined {
  if (row?.unrealisedPnl !== undefined) return parse(row.unrealisedPnl);
  const { entryPrice, markPrice, size, side, symbol } = position;
  if (entryPrice === undefined || markPrice === undefined) return undefined;
  if (!parse(entryPrice).gt(0) || !parse(markPrice).gt(0)) return undefined;
  return unrealisedPnl(contractKind(facts, symbol), side, parse(size), parse(entryPrice), parse(markPrice));
}

/**
 * What a venue calls available counts unrealised PnL in, so profit that is not cash is taken off again: without that the
 * sum could be too large, and a lower bound has to be one. Losses are left in, which only makes it smaller.
 */
function fromAvailable(
  reading: TicketReading,
  positions: readonly Position[],
  rows: readonly PositionRow[],
  facts: VenueFacts,
): Found | undefined {
  const available = amountOf(reading.available);
  if (available === undefined) return undefined;
  let sum = available;
  for (const [index, position] of positions.entries()) {
    const margin = position.marginMode === 'cross' ? marginOf(position, facts) : undefined;
    const profit = profitOf(position, rows[index], facts);
    if (margin === undefined || profit === undefined) continue;
    sum = sum.plus(margin).minus(notBelowZero(profit));
  }
  return {
    amount: sum,
    atLeast: true,
    why: 'available plus the initial margin of the cross positions on the page, less their profit',
  };
}

function marginOf(position: Position, facts: VenueFacts): Decimal | undefined {
  const { symbol, size, entryPrice, markPrice, leverage } = position;
  const price = initialMarginAt(facts.rules, 'cross') === 'mark' ? markPrice : entryPrice;
  if (price === undefined || leverage === undefined) return undefined;
  if (!isPositive(parse(price)) || !isPositive(parse(leverage))) return undefined;
  return initialMargin(
    notional(contractKind(facts, symbol), parse(size), parse(price)),
    parse(leverage),
    zero,
  );
}

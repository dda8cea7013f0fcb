import type { Account, MarginMode, Position, Side } from '../domain/account.ts';
import type { AssessInput } from '../domain/assess-input.ts';
import { type DecimalString, isDecimalString } from '../domain/decimal-string.ts';
import type { Assumed } from '../domain/exposure.ts';
import type { BracketTable, Instrument, MarginTier } from '../domain/instrument.ts';
import { isUnknown } from '../domain/known.ts';
import type { Order } from '../domain/order.ts';
import type { Preferences } from '../domain/preferences.ts';
import { type PositionRow, readingOn, readValue, type TicketReading } from '../domain/ticket-reading.ts';
import type { VenueFacts } from '../domain/venue.ts';
import { contractKind } from './contract-kind.ts';
import { type CrossBalance, crossBalanceOf } from './cross-balance.ts';
import { parse, plain } from './decimal.ts';
import { instrumentFor } from './instrument-for.ts';
import type { Note } from './note-assumption.ts';
import { positive } from './positive-field.ts';

/** Bracket tables by symbol, or whole and present brackets of the ticket's own symbol alone. */
export type TierTables = readonly MarginTier[] | Readonly<Record<string, BracketTable>> | undefined;

/** Stands for the symbol of a ticket that does not say it; no contract has this name. */
const noSymbol = '?';

/** The symbols a reading needs bracket tables of: the ticket's and those of all open positions, once each. */
export function tierSymbols(reading: TicketReading): readonly string[] {
  const rows = reading.positions.known ? reading.positions.value : [];
  const own = reading.symbol.known ? [reading.symbol.value] : [];
  return [...new Set([...own, ...rows.map((row) => row.symbol)])];
}

/**
 * The engine's input for a ticket as the page shows it, pressed on one side.
 *
 * What the page does not say stays out, and the engine names it as missing. What is taken from the venue's facts, from
 * the trader's settings' defaults or derived is listed in `assumed`. An order that cannot be shown to only reduce opens.
 */
export function inputFromReading(
  reading: TicketReading,
  side: Side,
  facts: VenueFacts,
  tiers: TierTables,
  preferences: Preferences,
): AssessInput {
  const assumed: Assumed[] = [];
  const note = (field: string, value: string, why: string) => assumed.push({ field, value, why });
  const symbol = readValue(reading.symbol) ?? noSymbol;
  const mode = modeOf(reading, facts, note);
  const rows = reading.positions.known ? reading.positions.value.filter(isOpen) : [];
  const positions = rows.map((row, index) => positionOf(row, index, symbol, mode, facts, note));
  const dropped = reading.positions.known && rows.length < reading.positions.value.length;
  const balance = crossBalanceOf(reading, positions, rows, facts, note);
  const account: Account = {
    currency: currencyOf(reading, symbol, note),
    ...balanceMembers(balance),
    positions,
    positionsComplete: reading.positions.known && reading.positions.complete && !dropped,
  };
  const order = orderOf(reading, side, symbol, mode, preferences);
  const instruments: Record<string, Instrument> = {};
  for (const name of new Set([symbol, ...positions.map((position) => position.symbol)])) {
    const held = positions.find((position) => position.symbol === name);
    instruments[name] = instrumentFor({
      symbol: name,
      payer: name === symbol ? side : (held?.side ?? side),
      marks: name === symbol ? reading : undefined,
      rowMark: held?.markPrice,
      facts,
      tiers: tableFor(tiers, name, symbol),
      preferences,
      note,
    });
  }
  return {
    contract: 1,
    venue: facts.id,
    account,
    instruments,
    order,
    assumptions: {
      horizonHours: preferences.horizonHours,
      slippage: preferences.slippage,
      reachMove: preferences.reachMove,
      ...(preferences.maxLossQuote === null ? {} : { maxLoss: preferences.maxLossQuote }),
      ...(preferences.maxLossFraction === null ? {} : { maxLossFraction: preferences.maxLossFraction }),
    },
    assumed,
  };
}

function isOpen(row: PositionRow): boolean {
  return isDecimalString(row.size) && parse(row.size).gt(0);
}

/** The ticket's mode; leverage 0 is how some venues write cross, and a venue of one mode needs no reading. */
function modeOf(reading: TicketReading, facts: VenueFacts, note: Note): MarginMode | undefined {
  const mode = readValue(reading.marginMode);
  if (mode !== undefined) return mode;
  const leverage = readValue(reading.leverage);
  if (facts.leverageZeroIsCross === true && leverage !== undefined && parse(leverage).isZero()) {
    note('order.marginMode', 'cross', 'leverage 0 means cross on this venue');
    return 'cross';
  }
  const [only, ...others] = facts.rules.modes;
  if (only === undefined || others.length > 0) return undefined;
  note('order.marginMode', only, 'the venue offers no other mode');
  return only;
}

function currencyOf(reading: TicketReading, symbol: string, note: Note): string {
  const currency = readValue(reading.currency);
  if (currency !== undefined) return currency;
  const named = /(USDT|USDC|USD)(?:[-_]?(?:SWAP|PERP|M))?$/.exec(symbol)?.[1] ?? 'USD';
  note('account.currency', named, 'from the symbol');
  return named;
}

function balanceMembers(balance: CrossBalance): Pick<Account, 'crossBalance' | 'crossBalanceIsLowerBound'> {
  if (isUnknown(balance)) return {};
  return balance.atLeast
    ? { crossBalance: balance.amount, crossBalanceIsLowerBound: true }
    : { crossBalance: balance.amount };
}

function positionOf(
  row: PositionRow,
  index: number,
  symbol: string,
  ticketMode: MarginMode | undefined,
  facts: VenueFacts,
  note: Note,
): Position {
  const { unrealisedPnl: _pnl, liquidationPrice: _liquidation, ...position } = row;
  const path = (member: string) => `account.positions[${index}].${member}`;
  const shared =
    facts.rules.modeScope === 'account' || (facts.rules.modeScope === 'symbol' && row.symbol === symbol);
  const markPrice = row.markPrice ?? markFromPnl(row, facts);
  if (row.markPrice === undefined && markPrice !== undefined) {
    note(path('markPrice'), markPrice, 'from entry price, size and unrealised PnL of its row');
  }
  const withMark = markPrice === undefined ? position : { ...position, markPrice };
  if (row.marginMode !== undefined || !shared || ticketMode === undefined) return withMark;
  note(path('marginMode'), ticketMode, 'the venue has one mode for this position and the ticket');
  return { ...withMark, marginMode: ticketMode };
}

/** Linear contracts only, and as exact as the row's PnL is. */
function markFromPnl(row: PositionRow, facts: VenueFacts): DecimalString | undefined {
  const { entryPrice, unrealisedPnl, size, side } = row;
  if (contractKind(facts, row.symbol) === 'inverse') return undefined;
  if (entryPrice === undefined || unrealisedPnl === undefined) return undefined;
  const gain = parse(unrealisedPnl).div(parse(size));
  const mark = side === 'long' ? parse(entryPrice).plus(gain) : parse(entryPrice).minus(gain);
  return mark.gt(0) ? plain(mark.toSignificantDigits(12)) : undefined;
}

function orderOf(
  reading: TicketReading,
  side: Side,
  symbol: string,
  mode: MarginMode | undefined,
  preferences: Preferences,
): Order {
  const effect = readValue(reading.effect) ?? (readValue(reading.reduceOnly) === true ? 'reduce' : 'open');
  const type = readValue(reading.orderType) ?? 'other';
  const members = {
    price: type === 'market' ? undefined : positive(reading.price),
    size: positive(reading.sizeBase),
    leverage: positive(readingOn(side, reading).leverage),
    marginMode: mode,
    stopLoss: positive(reading.stopLoss),
    takeProfit: positive(reading.takeProfit),
    positionMode: readValue(reading.positionMode),
  };
  return { symbol, side, effect, type, autoAddMargin: preferences.autoAddMargin, ...defined(members) };
}

/** The members that have a value; the engine tells a missing input by its absence. */
function defined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function tableFor(tiers: TierTables, name: string, ticket: string): BracketTable | undefined {
  if (tiers === undefined) return undefined;
  if (!isTable(tiers)) return Object.hasOwn(tiers, name) ? tiers[name] : undefined;
  return name === ticket ? { tiers, unit: 'value', incomplete: false, old: false } : undefined;
}

function isTable(tiers: NonNullable<TierTables>): tiers is readonly MarginTier[] {
  return Array.isArray(tiers);
}

import type { Side } from '../domain/account.ts';
import { type DecimalString, decimal } from '../domain/decimal-string.ts';
import type { BracketTable, Instrument } from '../domain/instrument.ts';
import { isUnknown } from '../domain/known.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import type { VenueFacts } from '../domain/venue.ts';
import { contractKind } from './contract-kind.ts';
import { parse, plain, unitOf } from './decimal.ts';
import type { Note } from './note-assumption.ts';
import { positive } from './positive-field.ts';

interface Wanted {
  readonly symbol: string;
  /** The side that is taken to pay funding, since the page does not show the rate. */
  readonly payer: Side;
  /** The ticket, for the ticket's own contract. */
  readonly marks: Pick<TicketReading, 'markPrice' | 'lastPrice'> | undefined;
  /** The mark its row in the positions table shows. */
  readonly rowMark: DecimalString | undefined;
  readonly facts: VenueFacts;
  readonly tiers: BracketTable | undefined;
  readonly preferences: Preferences;
  readonly note: Note;
}

/** 0.01 % for 8 hours, the resting rate of the common funding formula: marked as assumed wherever it is used. */
const restingRate = decimal('0.0001');
const restingHours = decimal('8');

/** What is known of a contract from the page, the venue's facts and the trader's settings. */
export function instrumentFor(wanted: Wanted): Instrument {
  const { symbol, facts, tiers, note } = wanted;
  const path = (member: string) => `instruments.${symbol}.${member}`;
  const markPrice = markOf(wanted, path);
  const tick = tickOf(wanted, markPrice, path);
  const powerRate = named(facts.powerRates, symbol);
  const sizeRate = named(facts.sizeRates, symbol);
  const collateral = named(facts.minimumCollateral?.bySymbol, symbol) ?? facts.minimumCollateral?.others;
  const liquidationFee = isUnknown(facts.liquidationFee) ? undefined : facts.liquidationFee;
  if (powerRate !== undefined)
    note(path('powerRate'), powerRate.base, `published base rates of ${facts.name}`);
  if (sizeRate !== undefined)
    note(path('sizeRate'), sizeRate.base, `published rates of ${facts.name}, undated`);
  if (collateral !== undefined)
    note(path('collateral'), collateral.minimumFactor, `published least collateral of ${facts.name}`);
  return {
    kind: contractKind(facts, symbol),
    ...(markPrice === undefined ? {} : { markPrice }),
    ...(tick === undefined ? {} : { tick }),
    ...bracketsOf(tiers, path, note),
    ...(powerRate === undefined ? {} : { powerRate }),
    ...(sizeRate === undefined ? {} : { sizeRate }),
    ...(collateral === undefined ? {} : { collateral }),
    ...(liquidationFee === undefined ? {} : { liquidationFee }),
    ...feesOf(wanted, path),
    ...fundingOf(wanted, path),
  };
}

/** The brackets with what is to be said of them: a table that is old, or that lacks its upper part. */
function bracketsOf(table: BracketTable | undefined, path: (member: string) => string, note: Note) {
  if (table === undefined) return {};
  const { tiers, unit, incomplete, asOf, old } = table;
  if (old) note(path('tiers'), asOf ?? 'undated', 'bracket table more than 180 days old, or without a date');
  if (incomplete) {
    const end = tiers.at(-1)?.cap ?? '0';
    note(path('tiers'), end, 'brackets are known up to here; beyond, maintenance is unknown');
  }
  return {
    tiers,
    ...(unit === 'value' ? {} : { tierUnit: unit }),
    ...(incomplete ? { tiersIncomplete: true } : {}),
    ...(old ? { tiersAssumed: true } : {}),
    ...(asOf === undefined ? {} : { tiersAsOf: asOf }),
  };
}

/** A page may call its symbol anything, `constructor` too. */
function named<T>(rates: Readonly<Record<string, T>> | undefined, symbol: string): T | undefined {
  return rates !== undefined && Object.hasOwn(rates, symbol) ? rates[symbol] : undefined;
}

function markOf(
  { marks, rowMark, note }: Wanted,
  path: (member: string) => string,
): DecimalString | undefined {
  if (marks === undefined) return rowMark;
  const mark = positive(marks.markPrice);
  if (mark !== undefined) return mark;
  if (rowMark !== undefined) return rowMark;
  const last = positive(marks.lastPrice);
  if (last !== undefined) note(path('markPrice'), last, 'no mark on the page: the last price is used');
  return last;
}

/** One unit of the last decimal that the page shows in a price of the contract. */
function tickOf(
  { marks, note }: Wanted,
  mark: DecimalString | undefined,
  path: (member: string) => string,
): DecimalString | undefined {
  const prices = [mark, marks === undefined ? undefined : positive(marks.lastPrice)];
  const places = prices.flatMap((price) => (price === undefined ? [] : [price.split('.')[1]?.length ?? 0]));
  if (places.length === 0) return undefined;
  const tick = plain(unitOf(Math.max(...places)));
  note(path('tick'), tick, 'the last decimal of the prices on the page');
  return tick;
}

function feesOf({ facts, preferences, note }: Wanted, path: (member: string) => string) {
  const fee = (name: 'takerFee' | 'makerFee'): DecimalString | undefined => {
    const own = preferences[name];
    if (own !== null) return own;
    const base = facts[name];
    if (!isUnknown(base)) {
      note(path(name), base, `base fee of ${facts.name}`);
      return base;
    }
    const { standIn } = facts;
    if (standIn !== undefined)
      note(path(name), standIn.fee, 'the highest base fee of any described exchange');
    return standIn?.fee;
  };
  const takerFee = fee('takerFee');
  const makerFee = fee('makerFee');
  return { ...(takerFee === undefined ? {} : { takerFee }), ...(makerFee === undefined ? {} : { makerFee }) };
}

/** The page shows no rate: the resting rate, paid by this trader, so that the estimate errs on the dear side. */
function fundingOf({ facts, payer, note }: Wanted, path: (member: string) => string) {
  const known = facts.fundingIntervalHours;
  const fundingIntervalHours = isUnknown(known) ? restingHours : known;
  const perInterval = parse(restingRate).times(parse(fundingIntervalHours)).div(parse(restingHours));
  const fundingRate = plain(payer === 'long' ? perInterval : perInterval.neg());
  if (isUnknown(known))
    note(path('fundingIntervalHours'), fundingIntervalHours, 'most venues pay every 8 hours');
  note(path('fundingRate'), fundingRate, 'no rate on the page: 0.01 % per 8 hours, paid by you');
  return { fundingRate, fundingIntervalHours };
}

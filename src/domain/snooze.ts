import type { MarginMode, Side } from './account.ts';
import { type DecimalString, isDecimalString } from './decimal-string.ts';
import type { Field } from './ticket-reading.ts';
import { type VenueId, venueIds } from './venue.ts';
import type { Hold } from './verdict.ts';

/** An hour, the rest of the day, or the one order: until it is sent, and never longer than a few hours. */
export const snoozeSpans = ['1h', 'today', 'trade'] as const;
export type SnoozeSpan = (typeof snoozeSpans)[number];

/**
 * One rule that does not hold one kind of order for a while. There is no snooze without an end, and a ticket that is
 * materially another one than it was given for ends it early.
 */
export interface Snooze {
  readonly rule: string;
  readonly venue: VenueId;
  readonly symbol: string;
  readonly side: Side;
  /**
   * Web origin of the page it was asked for on. Several sites can be one exchange, or of an exchange nobody knows; one of
   * an earlier version has none and counts on all of them.
   */
  readonly site?: string;
  readonly span: SnoozeSpan;
  /** ISO times; it counts from the one to the other, so that a clock set back does not prolong it. */
  readonly from: string;
  readonly until: string;
  /** What the order was when the trader asked for it; `null` where it was not read. */
  readonly marginMode: MarginMode | null;
  readonly leverage: DecimalString | null;
  readonly worstLoss: DecimalString;
  /** What the rule asked for then: a stricter hold is not covered. */
  readonly hold: Exclude<Hold, 'none'>;
}

/** More than anybody needs at a time; the oldest go first. */
export const mostSnoozes = 50;

const hourMs = 3_600_000;
/** An order that is not sent within this is another day's order. */
const tradeMs = 4 * hourMs;

/** When a snooze that begins now ends; the day is the trader's own. */
export function snoozeEnd(span: SnoozeSpan, now: Date): Date {
  switch (span) {
    case '1h':
      return new Date(now.getTime() + hourMs);
    case 'trade':
      return new Date(now.getTime() + tradeMs);
    case 'today':
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  }
}

export function isRunning({ from, until }: Snooze, now: Date): boolean {
  return Date.parse(from) <= now.getTime() && now.getTime() < Date.parse(until);
}

/** Whether it counts on a page of `site`; a page of ours that shows the ticket of a tab does not tell which that is. */
export function isForSite({ site }: Snooze, here: string | undefined): boolean {
  return site === undefined || here === undefined || site === here;
}

/** A kind of order that can be snoozed; never one whose symbol was not read. */
export interface SnoozedOrder {
  readonly venue: VenueId;
  readonly symbol: Field<string>;
  readonly side: Side;
}

/** Whether it is for this kind of order, on whatever site. */
export function isForOrder(snooze: Snooze, { venue, symbol, side }: SnoozedOrder): boolean {
  return snooze.venue === venue && snooze.side === side && symbol.known && snooze.symbol === symbol.value;
}

const longestText = 400;

function isOneOf<T extends string>(words: readonly T[], value: unknown): value is T {
  return words.some((word) => word === value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestText;
}

function isTime(value: unknown): boolean {
  return isText(value) && !Number.isNaN(Date.parse(value));
}

/** Whether a value from storage is a snooze, by every one of its members. */
export function isSnooze(value: unknown): value is Snooze {
  if (typeof value !== 'object' || value === null) return false;
  const { rule, venue, symbol, side, site, span, from, until, marginMode, leverage, worstLoss, hold } =
    value as Partial<Record<keyof Snooze, unknown>>;
  return (
    isText(rule) &&
    isOneOf(venueIds, venue) &&
    isText(symbol) &&
    isOneOf(['long', 'short'], side) &&
    (site === undefined || isText(site)) &&
    isOneOf(snoozeSpans, span) &&
    isTime(from) &&
    isTime(until) &&
    (marginMode === null || isOneOf(['cross', 'isolated'], marginMode)) &&
    (leverage === null || isDecimalString(leverage)) &&
    isDecimalString(worstLoss) &&
    isOneOf(['acknowledge', 'type-amount'], hold)
  );
}

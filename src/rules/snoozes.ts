import type { Side } from '../domain/account.ts';
import type { SideAssessment } from '../domain/assessment.ts';
import { compareDecimals, type DecimalString, decimal, multiplyDecimals } from '../domain/decimal-string.ts';
import { isOrderExposure } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { isForOrder, isRunning, type Snooze } from '../domain/snooze.ts';
import type { Field, TicketReading } from '../domain/ticket-reading.ts';
import type { VenueId } from '../domain/venue.ts';
import { type Finding, type Hold, stricterHold, type Verdict } from '../domain/verdict.ts';

/** A loss that grew by a tenth is another risk than the one the trader agreed to. */
const growth = decimal('1.1');

interface Snoozed {
  readonly verdict: Verdict;
  /** Snoozes of this order that are over: their time, or the order they were for. */
  readonly ended: readonly Snooze[];
}

/** What is asked about a ticket: whose it is and on which side. */
export interface SnoozedTicket {
  readonly reading: TicketReading;
  readonly venue: VenueId;
  readonly side: Side;
}

/** The order's worst loss as far as it is known. */
export function worstLossOf({ exposure }: SideAssessment): DecimalString | undefined {
  if (!isOrderExposure(exposure) || isUnknown(exposure.losses.worst)) return undefined;
  return exposure.losses.worst.amount;
}

/**
 * Takes the hold off findings the trader snoozed for this order; the findings stay, with the end of the snooze, and so
 * does the level. A snooze lapses for good at its end, when mode or leverage is another, and when the worst loss has
 * grown by a tenth; while one of these cannot be read it does not count, and lives on.
 */
export function withSnoozes(
  assessed: SideAssessment,
  ticket: SnoozedTicket,
  snoozes: readonly Snooze[],
  now: Date,
): Snoozed {
  const { verdict } = assessed;
  const order = { ...ticket, symbol: ticket.reading.symbol };
  const own = snoozes.filter((snooze) => isForOrder(snooze, order));
  if (own.length === 0) return { verdict, ended: [] };
  const worst = worstLossOf(assessed);
  const ended = own.filter((snooze) => !isRunning(snooze, now) || hasChanged(snooze, ticket.reading, worst));
  const standing = own.filter((snooze) => !ended.includes(snooze) && isRead(snooze, ticket.reading, worst));
  const findings = verdict.findings.map((finding) => quieted(finding, standing));
  const hold = findings.reduce<Hold>((strictest, each) => stricterHold(strictest, each.hold), 'none');
  return { verdict: { ...verdict, findings, hold }, ended };
}

function differs<T>(was: T | null, now: Field<T>): boolean {
  return now.known && now.value !== was;
}

function hasChanged(
  { marginMode, leverage, worstLoss }: Snooze,
  reading: TicketReading,
  worst: DecimalString | undefined,
): boolean {
  const grown = worst !== undefined && compareDecimals(worst, multiplyDecimals(worstLoss, growth)) >= 0;
  return grown || differs(marginMode, reading.marginMode) || differs(leverage, reading.leverage);
}

function isRead(
  { marginMode, leverage }: Snooze,
  reading: TicketReading,
  worst: DecimalString | undefined,
): boolean {
  return (
    worst !== undefined &&
    reading.marginMode.known === (marginMode !== null) &&
    reading.leverage.known === (leverage !== null)
  );
}

function quieted(finding: Finding, standing: readonly Snooze[]): Finding {
  const snooze = standing.find(
    ({ rule, hold }) => rule === finding.id && stricterHold(hold, finding.hold) === hold,
  );
  if (snooze === undefined || finding.hold === 'none') return finding;
  return { ...finding, hold: 'none', snoozedUntil: snooze.until };
}

import type { Side } from '../domain/account.ts';
import { addsToLoser } from '../domain/adds-to-loser.ts';
import type { SideAssessment } from '../domain/assessment.ts';
import { compareDecimals, type DecimalString, decimal } from '../domain/decimal-string.ts';
import { type Figure, isOrderExposure, type OrderExposure, worstIsLowerBound } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import type { LogEntry, LowerBound } from '../domain/log-entry.ts';
import type { PressRecord } from '../domain/press-record.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import type { VenueId } from '../domain/venue.ts';

/** One press on an opening order, before it is known to be one. */
export interface Press {
  readonly at: Date;
  readonly reading: TicketReading;
  readonly side: Side;
  readonly venue: VenueId;
  readonly currency: string;
}

/** The press as habits and the rate of holds count it. */
export function pressRecord({ at, reading, side, venue }: Press, held: boolean): PressRecord {
  const symbol = symbolOf(reading);
  const rows = reading.positions.known ? reading.positions.value : [];
  const mark = value(reading.markPrice);
  const marked = rows.map((row) =>
    row.symbol === symbol && row.markPrice === undefined && mark !== null ? { ...row, markPrice: mark } : row,
  );
  return {
    at: at.toISOString(),
    venue,
    symbol,
    side,
    size: value(reading.sizeBase),
    addsToLoser: addsToLoser({ symbol, side }, marked) === true,
    held,
  };
}

/** The hold as the log shows it; figures are the worker's own, never the page's word. */
export function logEntry(id: string, press: Press, { exposure, verdict }: SideAssessment): LogEntry {
  const { at, reading, side, venue, currency } = press;
  const order = isOrderExposure(exposure) ? exposure : undefined;
  const bounds = order === undefined ? [] : lowerBoundsOf(order);
  return {
    id,
    at: at.toISOString(),
    venue,
    symbol: symbolOf(reading),
    side,
    marginMode: order === undefined || isUnknown(order.marginMode) ? null : order.marginMode,
    leverage: value(reading.leverage),
    size: value(reading.sizeBase),
    price: value(reading.price) ?? value(reading.markPrice),
    currency,
    level: verdict.level,
    hold: verdict.hold,
    findings: verdict.findings.map((finding) => ({
      id: finding.id,
      level: finding.level,
      value: finding.value,
      threshold: finding.threshold,
    })),
    worstLoss: order === undefined || isUnknown(order.losses.worst) ? null : order.losses.worst.amount,
    idleAtRisk: order === undefined ? null : figure(order.idle.atRisk),
    liquidationPrice:
      order === undefined || isUnknown(order.liquidation) || order.liquidation.kind === 'none'
        ? null
        : order.liquidation.price,
    ...(bounds.length === 0 ? {} : { lowerBounds: bounds }),
    outcome: 'open',
  };
}

/** As the hold says them: of no idle money nothing is more. */
function lowerBoundsOf(order: OrderExposure): readonly LowerBound[] {
  const { atRisk } = order.idle;
  const isIdleBound = order.atLeast === true && !isUnknown(atRisk) && compareDecimals(atRisk, zero) > 0;
  return [
    ...(worstIsLowerBound(order) ? (['worstLoss'] as const) : []),
    ...(isIdleBound ? (['idleAtRisk'] as const) : []),
  ];
}

const zero = decimal('0');

/** Empty where the page does not say it. */
function symbolOf(reading: TicketReading): string {
  return reading.symbol.known ? reading.symbol.value : '';
}

function value(field: TicketReading['sizeBase']): DecimalString | null {
  return field.known ? field.value : null;
}

function figure(amount: Figure): DecimalString | null {
  return isUnknown(amount) ? null : amount;
}

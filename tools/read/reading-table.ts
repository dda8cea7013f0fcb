import type { PageHealth, TicketState } from '../../src/domain/health.ts';
import type { Field, PositionRow, PositionsField, TicketReading } from '../../src/domain/ticket-reading.ts';
import { ticketFieldNames } from '../../src/domain/ticket-reading.ts';

const scopes: Readonly<Record<PageHealth['scope'], string>> = {
  ticket: 'One ticket',
  none: 'No ticket on this page',
  several: 'Several tickets',
};

/** What was read of a page, for a person: the health line, then each field with the place that says it or why none does. */
export function readingTable({ reading, health }: TicketState): string {
  return [...healthLines(reading, health), '', ...fieldLines(reading), ''].join('\n');
}

function healthLines(reading: TicketReading, health: PageHealth): readonly string[] {
  const fields = Object.values(reading);
  const known = fields.filter((field) => field.known).length;
  const amiss: readonly (readonly [string, readonly string[]])[] = [
    ['Checks that failed', health.failedChecks],
    ['Not where the recipe says', health.recipeLost ?? []],
    ['Shown by the trader and not found again', health.taughtLost ?? []],
  ];
  return [
    `${scopes[health.scope]}, read by ${health.readBy}: ${known} of ${fields.length} fields read.`,
    ...amiss.flatMap(([what, names]) => (names.length === 0 ? [] : [`${what}: ${names.join(', ')}`])),
  ];
}

function fieldLines(reading: TicketReading): readonly string[] {
  const { positions } = reading;
  return [
    ...ticketFieldNames.map((name) => {
      const field: Field<unknown> = reading[name];
      return line(name, field, field.known ? String(field.value) : '-');
    }),
    line('positions', positions, positions.known ? countOf(positions) : '-'),
    ...(positions.known ? positions.value.map(positionLine) : []),
  ];
}

function countOf({ value, complete }: Extract<PositionsField, { known: true }>): string {
  return `${value.length}, ${complete ? 'complete' : 'maybe more'}`;
}

function line(name: string, field: Field<unknown> | PositionsField, value: string): string {
  const from = field.known ? `${field.from.how}: ${field.from.anchor}` : field.why;
  return `  ${name.padEnd(22)}${shown(value).padEnd(22)}${shown(from)}`;
}

function positionLine({ symbol, side, ...figures }: PositionRow): string {
  const rest = Object.entries(figures).map(([name, value]) => `${name} ${String(value)}`);
  return shown(`      ${[`${symbol} ${side}`, ...rest].join(', ')}`);
}

/** A page's own words may hold anything, a terminal's commands too. */
function shown(text: string): string {
  return text.replace(/\p{C}+/gu, ' ');
}

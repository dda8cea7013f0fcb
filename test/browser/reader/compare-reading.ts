import { canonicalDecimal, isDecimalString } from '../../../src/domain/decimal-string.ts';
import {
  type PositionRow,
  type TicketFieldName,
  type TicketReading,
  ticketFieldNames,
} from '../../../src/domain/ticket-reading.ts';

export type ExpectedRow = Readonly<Record<string, string>>;
/** The right value of each field that matters, `unknown` where the page does not say it. */
export type Expected = Readonly<Record<string, string | readonly ExpectedRow[]>>;

export type Outcome = 'read' | 'unknown' | 'wrong';

export interface FieldOutcome {
  readonly field: string;
  readonly outcome: Outcome;
  /** The page says a value: an `unknown` here is a miss, elsewhere it is right. */
  readonly present: boolean;
  readonly got: string;
  readonly expected: string;
}

/** Where a ticket has a leverage a side. A page whose `leverage` is named and these are not shows no such two. */
const leverageOf = { leverageLong: 'long', leverageShort: 'short' } as const;
/** `complete` stands for the member of that name of `positions`. */
const fields: readonly string[] = [...ticketFieldNames, ...Object.keys(leverageOf), 'positions', 'complete'];
const rowMembers = [
  'symbol',
  'side',
  'size',
  'entryPrice',
  'markPrice',
  'marginMode',
  'leverage',
  'margin',
  'unrealisedPnl',
  'liquidationPrice',
] as const satisfies readonly (keyof PositionRow)[];

/** What is wrong with the names of fields that are expected, for whoever typed them, or `null`. */
export function nameFault(expected: Expected): string | null {
  for (const [name, right] of Object.entries(expected)) {
    if (!fields.includes(name)) return `no such field "${name}"; fields are ${fields.join(', ')}`;
    if (typeof right === 'string') continue;
    if (name !== 'positions') return `${name} is one value, not a list`;
    const other = right
      .flatMap((row) => Object.keys(row))
      .find((key) => !rowMembers.some((it) => it === key));
    if (other !== undefined)
      return `no such member "${other}" of a position; they are ${rowMembers.join(', ')}`;
  }
  return null;
}

/**
 * Holds a reading against what is right: read, unknown, or wrong. Numbers are equal by value, rows in page order. A row
 * that lacks a figure the page shows is a miss, and so is a list that is complete but not said to be.
 * @throws where a name is none of a field.
 */
export function compareReading(reading: TicketReading, expected: Expected): readonly FieldOutcome[] {
  const fault = nameFault(expected);
  if (fault !== null) throw new Error(fault);
  const named: Expected =
    'leverage' in expected ? { leverageLong: 'unknown', leverageShort: 'unknown', ...expected } : expected;
  return Object.entries(named).map(([name, right]) => {
    const got = valueOfField(reading, name);
    const wanted = plain(right);
    const present = right !== 'unknown';
    const known = !got.startsWith('unknown: ');
    const less =
      present &&
      (name === 'complete' ? got === 'false' : known && Array.isArray(right) && isPart(got, wanted));
    const outcome: Outcome = !known
      ? 'unknown'
      : present && got === wanted
        ? 'read'
        : less
          ? 'unknown'
          : 'wrong';
    return { field: name, outcome, present, got, expected: wanted };
  });
}

/** The same rows with the same figures, some figures left out. */
function isPart(got: string, wanted: string): boolean {
  const rows: Record<string, string>[] = JSON.parse(got);
  const right: Record<string, string>[] = JSON.parse(wanted);
  return (
    rows.length === right.length &&
    rows.every((row, at) => Object.entries(row).every(([name, value]) => right[at]?.[name] === value))
  );
}

function valueOfField(reading: TicketReading, name: string): string {
  const { positions } = reading;
  if (name === 'complete') return positions.known ? String(positions.complete) : `unknown: ${positions.why}`;
  if (isLeverageOfSide(name)) {
    const one = reading.sideLeverage?.[leverageOf[name]];
    return one === undefined ? 'unknown: not a side' : plain(one.value);
  }
  const field = reading[name as TicketFieldName | 'positions'];
  return field.known ? plain(field.value) : `unknown: ${field.why}`;
}

function isLeverageOfSide(name: string): name is keyof typeof leverageOf {
  return Object.hasOwn(leverageOf, name);
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(plainRow));
  const text = String(value);
  return isDecimalString(text) ? canonicalDecimal(text) : text;
}

function plainRow(row: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(row)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, plain(value)]),
  );
}

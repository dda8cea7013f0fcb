import { type TaughtField, type TaughtName, taughtNames } from '../../domain/taught.ts';
import type { TicketFieldName } from '../../domain/ticket-reading.ts';
import type { TicketReader } from '../../reader/ticket-reader.ts';

/** What a verdict needs; the rest is read where a page has it, and can be shown too. */
const needed: readonly TaughtName[] = [
  'size',
  'buy',
  'sell',
  'sizeUnit',
  'marginMode',
  'leverage',
  'available',
  'price',
];

export interface FieldState {
  readonly name: TaughtName;
  readonly state: 'read' | 'shown' | 'left';
  readonly needed: boolean;
}

/** Each field that can be shown, those that matter most first, and whether it is read by now. */
export function fieldStates(reader: TicketReader, taught: readonly TaughtField[]): readonly FieldState[] {
  const { reading, health } = reader.read();
  const lost = new Set(health.taughtLost ?? []);
  const sides = new Set(
    reader.submitControls().map((button) => {
      const side = reader.readAtPress([button], 'pointer')?.reading.side;
      return side?.known === true ? side.value : undefined;
    }),
  );
  const isRead = (name: TaughtName): boolean => {
    if (name === 'buy') return sides.has('long');
    if (name === 'sell') return sides.has('short');
    if (name === 'order' || name === 'longTab' || name === 'shortTab') return false;
    return reading[name as TicketFieldName].known;
  };
  const others = taughtNames.filter((name) => !needed.includes(name));
  return [...needed, ...others].map((name) => {
    const isShown = taught.some((field) => field.name === name) && !lost.has(name);
    return {
      name,
      state: isShown ? 'shown' : isRead(name) ? 'read' : 'left',
      needed: needed.includes(name),
    };
  });
}

/** The next needed field that is neither read nor passed over; after the current one, then from the start. */
export function nextLeft(
  states: readonly FieldState[],
  after: TaughtName | undefined,
  skipped: ReadonlySet<TaughtName>,
): TaughtName | undefined {
  const left = states.filter(
    ({ needed: isNeeded, state, name }) => isNeeded && state === 'left' && !skipped.has(name),
  );
  const order = states.map(({ name }) => name);
  const from = after === undefined ? -1 : order.indexOf(after);
  return (left.find(({ name }) => order.indexOf(name) > from) ?? left[0])?.name;
}

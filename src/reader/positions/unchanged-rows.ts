import type { DecimalString } from '../../domain/decimal-string.ts';
import { searchRoots } from '../page/deep-query.ts';
import { oncePerLook } from '../page/look.ts';
import { textItems } from '../page/text-items.ts';
import { boxOf } from '../page/visible.ts';
import { type ReadRow, type RowContext, readRow } from './read-row.ts';
import type { Row } from './table.ts';

/**
 * A screen may list fifty positions, and between two reads most of their rows stand as they were. What was read of a row
 * is kept with the row, and counts for as long as its mark-up, its size on the page and all that it is read by are the
 * same to the letter.
 */
interface Kept {
  readonly stand: string;
  readonly texts: readonly string[];
  /** The last reading and what it was read by. */
  reading?: { readonly by: string; readonly asked: Asked; readonly position: ReadRow };
}

/** Contract sizes that were asked for on the way. */
type Asked = Map<string, DecimalString | undefined>;

const kept = new WeakMap<Element, Kept>();

/** The visible texts of a row. */
export function textsOfRow(row: Row): readonly string[] {
  return stateOf(row)?.texts ?? freshTexts(row);
}

/** As `readRow`, which is not run again for a row that is unchanged. */
export function readRowOnce(row: Row, context: RowContext): ReadRow {
  const state = stateOf(row);
  if (state === null) return readRow(row, context);
  const by = readBy(context);
  const { reading } = state;
  if (reading?.by === by && stillAnswered(reading.asked, context)) return reading.position;
  const asked: Asked = new Map();
  const contractSize = (symbol: string) => {
    const size = context.contractSize(symbol);
    asked.set(symbol, size);
    return size;
  };
  const position = readRow(row, { ...context, contractSize });
  state.reading = { by, asked, position };
  return position;
}

/** What is known of the row as it stands; `null` for one whose state is not in its mark-up alone. */
function stateOf(row: Row): Kept | null {
  if (row.byPlace) return null;
  const { element } = row;
  const { width, height } = boxOf(element);
  const stand = `${width} ${height} ${element.outerHTML}`;
  const known = kept.get(element);
  if (known?.stand === stand) return known;
  kept.delete(element);
  // Values of controls, shadow trees and frames are not in the mark-up.
  if (element.querySelector('input,select,slot') !== null || searchRoots(element).length > 1) return null;
  const state: Kept = { stand, texts: freshTexts(row) };
  kept.set(element, state);
  return state;
}

function freshTexts({ element }: Row): readonly string[] {
  return textItems(element).map(({ text }) => text);
}

const readBy = oncePerLook(({ market, recipe, numbers, table }: RowContext) => {
  const { decimal = null, units = [] } = numbers;
  return JSON.stringify([table.columns, [...table.units], market, recipe ?? null, decimal, units]);
});

function stillAnswered(asked: Asked, { contractSize }: RowContext): boolean {
  return [...asked].every(([symbol, size]) => contractSize(symbol) === size);
}

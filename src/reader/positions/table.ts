import { captionOf } from '../labels/caption.ts';
import type { LabelId } from '../labels/label-id.ts';
import { joined, textItems } from '../page/text-items.ts';
import { boxOf, isDrawn } from '../page/visible.ts';

export type Column =
  | 'symbol'
  | 'side'
  | 'size'
  | 'entryPrice'
  | 'markPrice'
  | 'liquidationPrice'
  | 'unrealisedPnl'
  | 'margin'
  | 'leverage'
  | 'marginMode'
  | 'notional';

const columnOf: Readonly<Partial<Record<LabelId, Column>>> = {
  symbol: 'symbol',
  side: 'side',
  size: 'size',
  entryPrice: 'entryPrice',
  markPrice: 'markPrice',
  markColumn: 'markPrice',
  liquidationPrice: 'liquidationPrice',
  unrealisedPnl: 'unrealisedPnl',
  margin: 'margin',
  leverage: 'leverage',
  notional: 'notional',
};

/** A list of positions with its cells under the columns their headers name. */
export interface Table {
  /** Unit that the header of a column carries in brackets. */
  readonly units: ReadonlyMap<Column, string>;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly element: Element;
  readonly cells: ReadonlyMap<Column, Element>;
}

export interface Parts {
  readonly headers: readonly Element[];
  readonly rows: readonly { readonly element: Element; readonly cells: readonly Element[] }[];
}

/** The list in an element, or `null` when its headers do not name size, entry price and contract. */
export function tableOf(parts: Parts): Table | null {
  const columns = new Map<Column, number>();
  const units = new Map<Column, string>();
  const twice = new Set<Column>();
  for (const [at, header] of parts.headers.entries()) {
    const caption = captionOf(joined(textItems(header)).replace(/\n/g, ' '));
    const named = new Set(caption?.meanings.flatMap((id) => columnOf[id] ?? []));
    const [column] = named;
    if (column === undefined) continue;
    if (columns.has(column)) twice.add(column);
    columns.set(column, at);
    if (caption?.unit !== undefined && caption.unit !== '') units.set(column, caption.unit);
  }
  for (const column of twice) columns.delete(column);
  if (!columns.has('size') || !columns.has('entryPrice')) return null;
  const rows = parts.rows.map(({ element, cells }) => ({
    element,
    cells: place(cells, columns, parts.headers),
  }));
  return { units, rows };
}

/** By position where header and row have as many cells, else by what stands under what. */
function place(
  cells: readonly Element[],
  columns: ReadonlyMap<Column, number>,
  headers: readonly Element[],
): ReadonlyMap<Column, Element> {
  const placed = new Map<Column, Element>();
  for (const [column, at] of columns) {
    const header = headers[at];
    const cell =
      cells.length === headers.length ? cells[at] : header === undefined ? undefined : under(header, cells);
    if (cell !== undefined) placed.set(column, cell);
  }
  return placed;
}

function under(header: Element, cells: readonly Element[]): Element | undefined {
  const box = boxOf(header);
  const middle = (box.left + box.right) / 2;
  const below = cells.filter((cell) => {
    const { left, right } = boxOf(cell);
    return left <= middle && middle <= right;
  });
  return below.length === 1 ? below[0] : undefined;
}

/** Header cells and body rows of the tables and grids inside an element, by element name or by role. */
export function partsOf(container: Element): Parts {
  const rows = [...container.querySelectorAll('tr,[role=row]')].filter(
    (row) => isDrawn(row) && row.getAttribute('aria-hidden') !== 'true',
  );
  const split = rows.map((element) => ({ element, cells: [...element.children].filter(isCell) }));
  const explicit = split.filter(({ cells }) => cells.some(isHeaderCell));
  const head = explicit[0] ?? split.find(({ cells }) => cells.length > 2);
  const body = split.filter((row) => row !== head && !explicit.includes(row) && row.cells.length > 2);
  return { headers: head?.cells ?? [], rows: body };
}

function isCell(element: Element): boolean {
  return element.matches('td,th,[role=cell],[role=gridcell],[role=columnheader],[role=rowheader]');
}

function isHeaderCell(element: Element): boolean {
  return element.matches('th:not([scope=row]),[role=columnheader]');
}

import { type Caption, captionOf } from '../labels/caption.ts';
import type { LabelId } from '../labels/label-id.ts';
import { joined, type TextItem, textItems } from '../page/text-items.ts';
import { isDrawn } from '../page/visible.ts';

export type Column =
  | 'symbol'
  | 'side'
  | 'size'
  | 'entryPrice'
  | 'markPrice'
  | 'oraclePrice'
  | 'liquidationPrice'
  | 'unrealisedPnl'
  | 'margin'
  | 'leverage'
  | 'notional';

const columnOf: Readonly<Partial<Record<LabelId, Column>>> = {
  symbol: 'symbol',
  side: 'side',
  size: 'size',
  entryPrice: 'entryPrice',
  markPrice: 'markPrice',
  markColumn: 'markPrice',
  oraclePrice: 'oraclePrice',
  liquidationPrice: 'liquidationPrice',
  unrealisedPnl: 'unrealisedPnl',
  margin: 'margin',
  leverage: 'leverage',
  notional: 'notional',
};

/** A list of positions with its texts under the columns their headers name. */
export interface Table {
  /** The columns in their order, `null` for one that is not told; none where each row has its own, as cards do. */
  readonly columns: readonly (Column | null)[];
  /** Unit that the header of a column carries in brackets. */
  readonly units: ReadonlyMap<Column, string>;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly element: Element;
  /** The texts under a column, none for an empty cell; `undefined` where the list has no such column. */
  readonly cell: (column: Column) => readonly TextItem[] | undefined;
  /** What stands under which header is told by where it stands, not by the mark-up. */
  readonly byPlace: boolean;
}

interface Header {
  readonly column: Column | null;
  readonly unit: string;
  /** It heads what only closed positions have. */
  readonly ofClosed: boolean;
  /** Measured only where columns are told by place. */
  readonly box: () => DOMRect;
}

/** The list in an element as tables and grids mark it up, or `null` when its headers do not name size and entry price. */
export function tableIn(container: Element): Table | null {
  const rows = [...container.querySelectorAll('tr,[role=row]')].filter(
    (row) => row.getAttribute('aria-hidden') !== 'true' && isDrawn(row),
  );
  const split = rows.map((element) => ({ element, cells: [...element.children].filter(isCell) }));
  const explicit = split.filter(({ cells }) => cells.some(isHeaderCell));
  const head = explicit[0] ?? split.find(({ cells }) => cells.length > 2);
  if (head === undefined) return null;
  const headers = head.cells.map((cell) =>
    headerOf(joined(textItems(cell)).replace(/\n/g, ' '), () => boxIn(cell)),
  );
  const body = split.filter((row) => row !== head && !explicit.includes(row) && row.cells.length > 2);
  return assemble(
    headers,
    body.map(({ element, cells }) =>
      cells.length === headers.length ? inCells(element, cells, headers) : inPlaces(element, headers),
    ),
  );
}

/** The same for a list of plain elements: what stands under which header is told by where it stands. */
export function listIn(container: Element, row: string): Table | null {
  const rows = [...container.querySelectorAll(row)].filter(isDrawn);
  const inRows = new Set(rows.flatMap((element) => textItems(element)));
  const around = container.parentElement ?? container;
  const headers = textItems(around)
    .filter((item) => item.caption !== null && !inRows.has(item))
    .map((item) => headerOf(item.text, () => item.box))
    .filter(({ column }) => column !== null);
  return assemble(
    headers,
    rows.map((element) => inPlaces(element, headers)),
  );
}

/**
 * A list of plain elements without any role: `line` holds the headers, and what stands behind it in as many parts is a
 * row. `null` when figures stand behind it in any other make, because a row might be among them.
 */
export function plainList(line: Element): Table | null {
  if (/\d/.test(line.textContent ?? '')) return null;
  const headers = [...line.children].map((cell) =>
    headerOf(joined(textItems(cell)).replace(/\n/g, ' '), () => boxIn(cell)),
  );
  const rows = partsBehind(line).filter((part) => isDrawn(part) && /\d/.test(joined(textItems(part))));
  if (rows.some((row) => row.children.length !== headers.length)) return null;
  return assemble(
    headers,
    rows.map((element) => inCells(element, [...element.children], headers)),
  );
}

/** The elements behind a line, or the parts of the one that wraps them. */
function partsBehind(line: Element): readonly Element[] {
  const siblings = [...(line.parentElement?.children ?? [])];
  const behind = siblings.slice(siblings.indexOf(line) + 1);
  return behind.flatMap((element) => {
    const inner = [...element.children];
    const wraps = inner.length > 0 && inner.every((part) => part.children.length === line.children.length);
    return element.children.length !== line.children.length && wraps ? inner : [element];
  });
}

type Place = (column: Column) => readonly TextItem[] | undefined;

interface Placed {
  readonly element: Element;
  readonly place: Place;
  readonly byPlace: boolean;
}

function inCells(element: Element, cells: readonly Element[], headers: readonly Header[]): Placed {
  return { element, place: byCell(cells, headers), byPlace: false };
}

function inPlaces(element: Element, headers: readonly Header[]): Placed {
  return { element, place: byPlace(textItems(element), headers), byPlace: true };
}

/** Lists of orders and of what was closed show sizes and entries too; what moves with the market only an open position has. */
const ofOpenOnes: ReadonlySet<Column> = new Set([
  'markPrice',
  'oraclePrice',
  'liquidationPrice',
  'unrealisedPnl',
]);

/** The price at which a position was closed. */
export function isOfClosed(caption: Caption | null): boolean {
  return caption?.meanings.includes('exitPrice') === true;
}

/** Whether columns are those of open positions; `closed`: a price at which they were closed is among them. */
export function areOfPositions(columns: readonly (Column | null)[], closed: boolean): boolean {
  const has = (column: Column) => columns.includes(column);
  if (closed && !has('markPrice') && !has('oraclePrice')) return false;
  return has('size') && has('entryPrice') && columns.some((one) => one !== null && ofOpenOnes.has(one));
}

function assemble(headers: readonly Header[], rows: readonly Placed[]): Table | null {
  const count = (column: Column) => headers.filter((header) => header.column === column).length;
  const named = headers.flatMap(({ column }) => (column !== null && count(column) === 1 ? column : []));
  if (
    !areOfPositions(
      named,
      headers.some(({ ofClosed }) => ofClosed),
    )
  )
    return null;
  const units = headers.flatMap(({ column, unit }) =>
    column === null || unit === '' ? [] : [[column, unit] as const],
  );
  const columns = headers.map(({ column }) => (column !== null && named.includes(column) ? column : null));
  return {
    columns,
    units: new Map(units),
    rows: rows.map(({ element, place, byPlace }) => ({
      element,
      cell: (column) => (named.includes(column) ? (place(column) ?? []) : undefined),
      byPlace,
    })),
  };
}

function headerOf(text: string, box: () => DOMRect): Header {
  const caption = captionOf(text);
  return { column: columnOfCaption(caption), unit: caption?.unit ?? '', ofClosed: isOfClosed(caption), box };
}

/** The column a caption heads, `null` where it heads none. */
export function columnOfCaption(caption: Caption | null): Column | null {
  const [column = null] = new Set(caption?.meanings.flatMap((id) => columnOf[id] ?? []));
  return column;
}

function boxIn(cell: Element): DOMRect {
  return textItems(cell)[0]?.box ?? cell.getBoundingClientRect();
}

function byCell(cells: readonly Element[], headers: readonly Header[]): Place {
  return (column) => {
    const cell = cells[headers.findIndex((header) => header.column === column)];
    return cell === undefined ? undefined : textItems(cell);
  };
}

/** A text belongs to the header it lines up with best, by left edge, right edge or middle. */
function byPlace(items: readonly TextItem[], headers: readonly Header[]): Place {
  const boxes = headers.map(({ box }) => box());
  const owners = items.map((item) => {
    const offsets = boxes.map((box) => offset(box, item.box));
    const least = Math.min(...offsets);
    return least < 60 ? headers[offsets.indexOf(least)]?.column : undefined;
  });
  return (column) => items.filter((_, at) => owners[at] === column);
}

function offset(a: DOMRect, b: DOMRect): number {
  return Math.min(
    Math.abs(a.left - b.left),
    Math.abs(a.right - b.right),
    Math.abs(a.left + a.right - b.left - b.right) / 2,
  );
}

const cellRoles = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);

function isCell({ localName, role }: Element): boolean {
  return localName === 'td' || localName === 'th' || (role !== null && cellRoles.has(role));
}

function isHeaderCell(element: Element): boolean {
  const { localName, role } = element;
  return role === 'columnheader' || (localName === 'th' && element.getAttribute('scope') !== 'row');
}

import { captionOf } from '../labels/caption.ts';
import type { Market } from '../locate/match-page.ts';
import type { PageCaption } from '../page/page-captions.ts';
import { type TextItem, textItems } from '../page/text-items.ts';
import { holds, isInDialog } from '../page/visible.ts';
import { areOfPositions, type Column, columnOfCaption, isOfClosed, type Row, type Table } from './table.ts';

/** A card holds few words; an ancestor with more of them is the page. */
const cardWords = 60;
const pairText = /^(?=[A-Z0-9]*[A-Z])[A-Z0-9]{1,15}?[-_/ ]?(?:USDT|USDC|USDE|FDUSD|BUSD|USD)(?![A-Z])/;

/**
 * Positions as cards, each with its captions beside or above the values, as on small screens: one card for each caption
 * of an entry price. `null` where there is none, or one that names no contract and no size.
 */
export function cardsAmong(
  captions: readonly PageCaption[],
  ticket: Element,
  market: Market | null,
): Table | null {
  const entries = captions
    .filter(({ meanings, element }) => meanings.includes('entryPrice') && !isElsewhere(element, ticket))
    .map(({ element }) => element);
  const cards = entries.map((entry) => cardOf(entry, entries, ticket, market));
  const rows = cards.flatMap((card) => (card === null ? [] : rowOf(card, market)));
  return rows.length === 0 || rows.length < entries.length ? null : { columns: [], units: new Map(), rows };
}

function isElsewhere(element: Element, ticket: Element): boolean {
  return holds(ticket, element) || isInDialog(element) || element.closest('table') !== null;
}

/** Among several the largest element of its own; a lone one the smallest that says all of a position. */
function cardOf(
  entry: Element,
  entries: readonly Element[],
  ticket: Element,
  market: Market | null,
): Element | null {
  let card: Element | null = null;
  for (let at = entry.parentElement; at !== null && at.localName !== 'body'; at = at.parentElement) {
    const outer = at;
    if (holds(outer, ticket) || entries.some((other) => other !== entry && outer.contains(other))) break;
    const items = textItems(outer);
    if (items.length > cardWords) break;
    if (!items.some((item) => columnOfCaption(item.caption) === 'size') || nameAmong(items, market) === null)
      continue;
    card = outer;
    if (entries.length === 1) break;
  }
  return card;
}

function nameAmong(items: readonly TextItem[], market: Market | null): TextItem | null {
  return items.find(({ text }) => pairText.test(text) || text === market?.symbol) ?? null;
}

function rowOf(element: Element, market: Market | null): readonly Row[] {
  const items = textItems(element);
  const name = nameAmong(items, market);
  const cells = new Map<Column, readonly TextItem[]>(name === null ? [] : [['symbol', [name]]]);
  const twice = new Set<Column>();
  for (const item of items) {
    const column = columnOfCaption(item.caption);
    if (column === null || column === 'symbol') continue;
    if (cells.has(column)) twice.add(column);
    cells.set(column, withUnit(item, valueBeside(item, items)));
  }
  for (const column of twice) cells.delete(column);
  const closed = items.some(({ caption }) => isOfClosed(caption));
  if (!areOfPositions([...cells.keys()], closed)) return [];
  return [{ element, cell: (column) => cells.get(column), byPlace: true }];
}

/** A unit in brackets behind a caption stands for that card alone; it is put behind the value where that has none. */
function withUnit({ caption }: TextItem, value: readonly TextItem[]): readonly TextItem[] {
  const [first] = value;
  const unit = caption?.unit ?? '';
  if (first === undefined || unit === '' || value.length > 1 || /\p{L}/u.test(first.text)) return value;
  return [{ text: `${first.text} ${unit}`, element: first.element, caption: null, box: first.box }];
}

/** Behind the caption in its text, to its right as far as the next caption, or right below it. */
function valueBeside(item: TextItem, items: readonly TextItem[]): readonly TextItem[] {
  const tail = item.caption?.tail ?? '';
  if (tail !== '') return [{ text: tail, element: item.element, caption: captionOf(tail), box: item.box }];
  const next = items[items.indexOf(item) + 1];
  // `<small>Size</small>12`: the box around the figure is the caption's own.
  if (next?.element.contains(item.element) === true && next.element !== item.element) {
    return columnOfCaption(next.caption) === null ? [next] : [];
  }
  const right = untilCaption(
    items
      .filter(({ box }) => overlaps(box.top, box.bottom, item.box.top, item.box.bottom))
      .filter(({ box }) => box.left >= item.box.right - 1)
      .sort((a, b) => a.box.left - b.box.left),
  );
  const below = belowOf(item, items);
  if (right.length === 0 || below.length === 0) return right.length === 0 ? below : right;
  // Both: the one that comes next in the page's own order is meant, if either does.
  return next === right[0] ? right : next === below[0] ? below : [];
}

function belowOf(item: TextItem, items: readonly TextItem[]): readonly TextItem[] {
  const under = items
    .filter(({ box }) => box.top >= item.box.bottom - 2)
    .filter(({ box }) => overlaps(box.left, box.right, item.box.left, item.box.right))
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  const [first] = under;
  if (first === undefined || columnOfCaption(first.caption) !== null) return [];
  return items.filter(
    (other) =>
      other === first ||
      (other.element.parentElement === first.element.parentElement && isUnitOf(other, first)),
  );
}

/** A unit in an element of its own; other figures on the line stand below captions of their own. */
function isUnitOf({ text, box }: TextItem, first: TextItem): boolean {
  return !/\d/.test(text) && overlaps(box.top, box.bottom, first.box.top, first.box.bottom);
}

function untilCaption(row: readonly TextItem[]): readonly TextItem[] {
  const end = row.findIndex(({ caption }) => columnOfCaption(caption) !== null);
  return end < 0 ? row : row.slice(0, end);
}

function overlaps(start: number, end: number, otherStart: number, otherEnd: number): boolean {
  return start < otherEnd - 1 && end > otherStart + 1;
}

import { isCoinName } from '../labels/coin-names.ts';
import type { LabelId } from '../labels/label-id.ts';
import { joined, type TextItem, textItems } from '../page/text-items.ts';
import { outerParent } from '../page/visible.ts';
import { ambiguous, type Rung, raw, type Turn } from './rung.ts';

/** Captions that name a figure of their own: a text that has one of them in it is no value of another caption. */
const figures: ReadonlySet<LabelId> = new Set([
  'leverage',
  'available',
  'walletBalance',
  'equity',
  'size',
  'price',
  'triggerPrice',
  'total',
  'cost',
  'markPrice',
  'lastPrice',
  'liquidationPrice',
  'takeProfit',
  'stopLoss',
  'reduceOnly',
  'maxSize',
  'entryPrice',
  'unrealisedPnl',
]);

const climb = 5;
const actions = 'button,a,[role=button]';

/**
 * The text that stands by a caption: behind it in the same text, else in the same or the next element, else to the
 * right in the same visual row. `null` where nothing stands there.
 */
export function captionValue(item: TextItem, items: readonly TextItem[], scope: Element): Rung | null {
  const from = { how: 'label', anchor: item.text } as const;
  const unit = item.caption?.unit ?? '';
  if (item.caption !== null && item.caption.tail !== '')
    return raw(wholeTail(item, item.caption.tail), item.element, from, unit);
  if (standsBetween(item)) return ambiguous;
  const group = besideInTree(item, scope) ?? besideInRow(item, items);
  if (group === null) return null;
  const turn = turnIn(group);
  const found = raw(joined(group), group[0]?.element ?? item.element, from, unit);
  return turn === null ? found : { ...found, turn };
}

const goesOn = /^[\d.,٫'’%％٪]|^[KkMBT万萬만亿億억]$/;

/** A figure behind its caption that goes on in an element of its own: `Mark: 0.0<sub>4</sub>1234`, `1.2<small>K</small>`. */
function wholeTail(item: TextItem, tail: string): string {
  const inside = textItems(item.element);
  const next = inside[inside.indexOf(item) + 1];
  return next !== undefined && goesOn.test(next.text) ? `${tail}\n${next.text}` : tail;
}

const arrow = /^(?:→|➔|➜|⟶|⇒|->|>)$/;

/** Two figures with an arrow between them, drawn or written. */
function turnIn(group: readonly TextItem[]): Turn | null {
  const figures = group.filter(({ text }) => !arrow.test(text));
  const [before, after] = figures;
  if (figures.length !== 2 || before === undefined || after === undefined) return null;
  if (!/\d|^-+$/.test(before.text) || !/\d|^-+$/.test(after.text)) return null;
  const written = group.length === 3 && group[1] !== before && group[1] !== after;
  return written || isDrawnBetween(before.element, after.element)
    ? { before: before.text, after: after.text }
    : null;
}

function isDrawnBetween(a: Element, b: Element): boolean {
  let around: Element | null = a;
  while (around !== null && !around.contains(b)) around = around.parentElement;
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  return [...(around?.querySelectorAll('svg') ?? [])].some(
    (svg) =>
      (a.compareDocumentPosition(svg) & follows) !== 0 &&
      (a.contains(svg) || (svg.compareDocumentPosition(b) & follows) !== 0),
  );
}

function besideInTree(item: TextItem, scope: Element): readonly TextItem[] | null {
  let at: Element | null = item.element;
  for (let depth = 0; at !== null && at !== scope && depth < climb; depth += 1, at = outerParent(at)) {
    const inside = textItems(at).filter((other) => other !== item);
    if (inside.length > 0) return asValue(inside);
    const above = valueAbove(at);
    if (above !== null) return asValue(textItems(above));
    for (let next = at.nextElementSibling; next !== null; next = next.nextElementSibling) {
      const group = textItems(next);
      if (group.length === 0) continue;
      return isInLine(item, group[0]) ? asValue([...group, ...goingOn(group, next)]) : null;
    }
  }
  return null;
}

/** A figure, or the dashes in its place. */
const figureFirst = /^[^\p{L}]*\d|^-+/u;
const bareFigure = /^[$€£¥₮]?\s?\d[\d.,'’ ]*$/;

/** What stands behind a lone figure in elements of their own and belongs to it: its coin, or a second figure. */
function goingOn([figure, ...others]: readonly TextItem[], part: Element): readonly TextItem[] {
  const next = part.nextElementSibling;
  const [behind, more] = next === null ? [] : textItems(next);
  if (figure === undefined || others.length > 0 || !bareFigure.test(figure.text)) return [];
  if (behind === undefined || more !== undefined || !overlap(figure.box, behind.box, 'y')) return [];
  return isCoinName(behind.text) || bareFigure.test(behind.text) ? [behind] : [];
}

/** Beside the caption or below it; a value two columns away is of another caption. */
function isInLine(item: TextItem, value: TextItem | undefined): boolean {
  return value === undefined || overlap(item.box, value.box, 'y') || overlap(item.box, value.box, 'x');
}

/** Boxes of no size tell nothing. */
function overlap(a: DOMRect, b: DOMRect, along: 'x' | 'y'): boolean {
  if (a.width * a.height * b.width * b.height === 0) return true;
  return along === 'x' ? a.left < b.right && b.left < a.right : a.top < b.bottom && b.top < a.bottom;
}

/** One caption in the middle for two figures, one of each direction. */
function standsBetween(item: TextItem): boolean {
  const around = item.element.parentElement;
  const parts = [...(around?.children ?? [])].flatMap((child) => {
    const items = textItems(child);
    return items.length === 0 ? [] : [items];
  });
  const [left, middle, right] = parts.map(([first]) => first);
  if (parts.length !== 3 || left === undefined || right === undefined || middle !== item) return false;
  return figureFirst.test(left.text) && figureFirst.test(right.text) && overlap(left.box, right.box, 'y');
}

/** The part before a caption, where the parts of their parent are figure and caption in turn, a figure first. */
function valueAbove(part: Element): Element | null {
  const parts = [...(part.parentElement?.children ?? [])].filter((child) => textItems(child).length > 0);
  const inTurn = parts.every((child, at) => {
    const items = textItems(child);
    return at % 2 === 1 ? items.every(isFigureCaption) : figureFirst.test(items[0]?.text ?? '');
  });
  return inTurn && parts.length > 2 && parts.length % 2 === 0
    ? (parts[parts.indexOf(part) - 1] ?? null)
    : null;
}

/** Texts right of the caption in its row, as far as the next caption. */
function besideInRow(item: TextItem, items: readonly TextItem[]): readonly TextItem[] | null {
  const row = items
    .filter(
      ({ box }) =>
        box.top < item.box.bottom - 1 && box.bottom > item.box.top + 1 && box.left >= item.box.right - 1,
    )
    .sort((a, b) => a.box.left - b.box.left);
  const end = row.findIndex(isFigureCaption);
  const group = end < 0 ? row : row.slice(0, end);
  return group.length === 0 ? null : asValue(group);
}

/** The texts that can be the value: none when another caption is among them; buttons beside a value are not part of it. */
function asValue(group: readonly TextItem[]): readonly TextItem[] | null {
  if (group.some(isFigureCaption)) return null;
  const plain = group.filter((item) => item.element.closest(actions) === null);
  return plain.length > 0 ? plain : group;
}

function isFigureCaption(item: TextItem): boolean {
  return item.caption?.meanings.some((meaning) => figures.has(meaning)) === true;
}

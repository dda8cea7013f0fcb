import { type Caption, captionOf } from '../labels/caption.ts';
import { type NumberContext, type ParsedNumber, parseNumber } from '../numbers/parse-number.ts';
import { joined, type TextItem } from '../page/text-items.ts';

/** `537.82 (34.69%)`: the share behind a sum of money is not part of it. */
const shareBehind = /\s*\(?\s*[+\-−]?\s*[\d.,]+\s*%\s*\)?$/;

const bracketBehind = /\s*[(（]\s*([^()（）]+?)\s*[)）]$/;

/** The mode in brackets behind a sum of money: `$801.89 (Cross)`. */
export function modeBehind(text: string): Caption | null {
  const word = bracketBehind.exec(text)?.[1];
  const caption = word === undefined ? null : captionOf(word);
  return caption?.meanings.some((id) => id === 'cross' || id === 'isolated') === true ? caption : null;
}

/** What stands behind the figure and is no part of it. */
function withoutTail(line: string): string {
  return modeBehind(line) === null ? line.replace(shareBehind, '') : line.replace(bracketBehind, '');
}

/**
 * The figure of a cell: its first line, without a percentage or a margin mode behind it and without the words of buttons
 * in the cell.
 */
export function cellNumber(cell: readonly TextItem[] | undefined, context: NumberContext): ParsedNumber {
  const items = (cell ?? []).filter(
    (item) => /\d|^-+$/.test(item.text) || item.element.closest('button,a') === null,
  );
  const line = joined(firstLine(items));
  const parsed = parseNumber(line, context);
  if (parsed.kind === 'number' || parsed.why !== 'unparsable') return parsed;
  const without = withoutTail(line);
  return without === line ? parsed : parseNumber(without, context);
}

/** Texts whose boxes overlap the middle of the first one's height. */
function firstLine(items: readonly TextItem[]): readonly TextItem[] {
  const [first] = items;
  if (first === undefined || items.length === 1) return items;
  const middle = (first.box.top + first.box.bottom) / 2;
  return items.filter(({ box }) => box.top <= middle && middle <= box.bottom);
}

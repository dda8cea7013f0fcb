import { type NumberContext, type ParsedNumber, parseNumber } from '../numbers/parse-number.ts';
import { joined, type TextItem } from '../page/text-items.ts';

/** `537.82 (34.69%)`: the share behind a sum of money is not part of it. */
const shareBehind = /\s*\(?\s*[+\-−]?\s*[\d.,]+\s*%\s*\)?$/;

/** The figure of a cell: its first line, without a percentage behind it and without the words of buttons in the cell. */
export function cellNumber(cell: readonly TextItem[] | undefined, context: NumberContext): ParsedNumber {
  const items = (cell ?? []).filter(
    (item) => /\d|^-+$/.test(item.text) || item.element.closest('button,a') === null,
  );
  const line = joined(firstLine(items));
  const parsed = parseNumber(line, context);
  if (parsed.kind === 'number' || parsed.why !== 'unparsable') return parsed;
  const without = line.replace(shareBehind, '');
  return without === line ? parsed : parseNumber(without, context);
}

/** Texts whose boxes overlap the middle of the first one's height. */
function firstLine(items: readonly TextItem[]): readonly TextItem[] {
  const [first] = items;
  if (first === undefined || items.length === 1) return items;
  const middle = (first.box.top + first.box.bottom) / 2;
  return items.filter(({ box }) => box.top <= middle && middle <= box.bottom);
}

import { cleanNumberText } from '../numbers/clean-number-text.ts';
import type { TextItem } from '../page/text-items.ts';

/** A leverage as shown: `10x`, `4.5×`. */
export const factor = /^\d+(?:[.,]\d+)?\s*[xX×倍]$/;

/** A leverage among texts, with the item that carries it. */
export interface Factor {
  readonly text: string;
  readonly item: TextItem;
}

/**
 * Every leverage among the texts: in one text, beside a mode (`Cross 20x`), or with its letter in an element of its
 * own. A text that goes on from figures in the element before it is a piece of a number and none of its own.
 */
export function factorsAmong(items: readonly TextItem[]): readonly Factor[] {
  return items.flatMap((item, at): Factor[] => {
    const tail = item.caption?.tail ?? '';
    const mode = item.caption?.meanings.some((id) => id === 'cross' || id === 'isolated') === true;
    if (mode && factor.test(tail)) return [{ text: tail, item }];
    const own = cleanNumberText(item.text) ?? '';
    const lone = /^[xX×倍]$/.test(own);
    if (!lone && !factor.test(own)) return [];
    const before = goesOnFrom(items, at);
    if (!lone) return before === null ? [{ text: own, item }] : [];
    const text = `${before?.text ?? ''}${item.text}`;
    return factor.test(text) && goesOnFrom(items, at - 1) === null ? [{ text, item }] : [];
  });
}

/** The text before, where it ends in figures and stands in the same element or the one around. */
function goesOnFrom(items: readonly TextItem[], at: number): TextItem | null {
  const [before, item] = [items[at - 1], items[at]];
  if (before === undefined || item === undefined || !/[\d.,]$/.test(before.text)) return null;
  return isBeside(before.element, item.element) ? before : null;
}

function isBeside(a: Element, b: Element): boolean {
  return a.contains(b) || b.contains(a) || a.parentElement === b.parentElement;
}

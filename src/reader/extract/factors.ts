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
    const before = items[at - 1];
    const goesOn =
      before !== undefined && /[\d.,]$/.test(before.text) && isBeside(before.element, item.element);
    const lone = /^[xX×倍]$/.test(item.text);
    if (goesOn !== lone) return [];
    const text = lone ? `${before?.text ?? ''}${item.text}` : item.text;
    const further = items[at - 2];
    const piece =
      lone &&
      before !== undefined &&
      further !== undefined &&
      /[\d.,]$/.test(further.text) &&
      isBeside(further.element, before.element);
    return factor.test(text) && !piece ? [{ text, item }] : [];
  });
}

function isBeside(a: Element, b: Element): boolean {
  return a.contains(b) || b.contains(a) || a.parentElement === b.parentElement;
}

import { factor } from '../extract/factors.ts';
import { captionOf } from '../labels/caption.ts';
import type { LabelId } from '../labels/label-id.ts';
import type { TextItem } from '../page/text-items.ts';

/** Words that stand beside the contract's name and are not it. Coins may be called anything else (`ORDER`). */
const badges: ReadonlySet<LabelId> = new Set([
  'cross',
  'isolated',
  'long',
  'short',
  'buy',
  'sell',
  'close',
  'open',
]);

/** A word or leverage that stands beside the contract's name and is not it. */
export function isBadge(text: string): boolean {
  return factor.test(text) || captionOf(text)?.meanings.some((id) => badges.has(id)) === true;
}

const kindWord = /^(?:perp|perpetual|swap|·|\||\/)$/i;

/** `BTCUSDT Cross 20x` in one text says three things; it is taken apart where each of them is known. */
export function takenApart(items: readonly TextItem[]): readonly TextItem[] {
  return items.flatMap((item) => {
    const [name = '', ...others] = item.text.split(' ').filter((word) => !kindWord.test(word));
    const parts = others.length > 0 && !isBadge(name) && others.every(isBadge);
    if (!parts) return [item];
    return [name, ...others].map((text) => ({
      text,
      element: item.element,
      caption: captionOf(text),
      box: item.box,
    }));
  });
}

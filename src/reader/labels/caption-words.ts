import { captionOf } from './caption.ts';

/** A run of letters as a word is written; figures and signs part words. */
export const wordPattern = /\p{L}[\p{L}\p{M}’'-]*/gu;

/**
 * The words of a text that are its caption's own, such as `Est`, `Liq` and `Price` of `Est. Liq. Price (USDT)`. What stands in
 * brackets or follows is none of them: a page may write a name there.
 */
export function captionWords(text: string): ReadonlySet<string> {
  const whole = text.trim();
  const caption = captionOf(whole);
  if (caption === null) return new Set();
  const rest = caption.tail || caption.unit;
  const head = rest === '' ? whole : whole.slice(0, whole.lastIndexOf(rest));
  return new Set(head.match(wordPattern) ?? []);
}

import { captionOf } from './caption.ts';

/** A word of an order screen, or the short name of a coin: no person's, so that it may stand in a report. */
export function isOrderWord(word: string): boolean {
  return captionOf(word) !== null || /^[A-Z]{2,10}$/.test(word);
}

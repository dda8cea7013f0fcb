import { normaliseLabel } from '../labels/normalise-label.ts';

/**
 * Words of the page as they stay from contract to contract: in the dictionary's own form, figures as `#`, the names of
 * this contract and its coins as `@`.
 * @param names words that name the contract or its coins
 */
export function spoken(text: string, names: readonly string[]): string {
  const own = new Set(names.map((name) => name.toLowerCase()));
  return normaliseLabel(text.normalize('NFKC').replace(/\p{Nd}(?:[\p{Nd}.,' ]*\p{Nd})?/gu, '#'))
    .split(' ')
    .map((word) => (own.has(word) ? '@' : word))
    .join(' ')
    .slice(0, 160)
    .trim();
}

/** The word a meaning is kept under: without the leverage some pages write beside it. */
export function meaningKey(text: string): string {
  return normaliseLabel(text.replace(/\d+(?:[.,]\d+)?\s*[xX×倍]/g, ' ').replace(/[\d.,]+/g, ' ')).trim();
}

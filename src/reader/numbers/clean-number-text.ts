/** Superscripts, fractions and Roman numerals are numbers of their own; folding them to digits would invent a value. */
const otherNumerals = /[\p{No}\p{Nl}]/u;
/** What comes behind these is drawn in another order than it is written; the third kind turns groups of figures only. */
const turned = /[\u202d\u202e]|[\u202b\u2067].*\d \d/s;
/** Marks that are not drawn: writing direction, zero width, soft hyphen. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/**
 * A number's text in one spelling: ASCII digits (from full-width, Arabic and Persian ones), plain spaces, no marks
 * that are not drawn. A line break stays: it parts texts of different elements and is never a thousands mark.
 * `null` when the text holds a numeral that cannot be spelt so, or is drawn in another order than it is written.
 */
export function cleanNumberText(text: string): string | null {
  if (/^[ -~]*$/.test(text)) return text.replace(/ +/g, ' ').trim();
  if (otherNumerals.test(text) || turned.test(text)) return null;
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٪/g, '%')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}

/**
 * A caption in the one form the dictionary is written in: NFKC (so full-width letters and brackets become plain),
 * lower case, without full stops, colons and decoration, with hyphens as spaces and no spaces around a slash.
 */
export function normaliseLabel(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u0307/g, '')
    .replace(/ı/g, 'i')
    .replace(/[.\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\s_‐‑–—-]+/g, ' ')
    .replace(/ ?[/|] ?/g, '/')
    .replace(/^[\s:*~≈•·?!,;]+|[\s:*~≈•·?!,;▾▼▸›>]+$/g, '');
}

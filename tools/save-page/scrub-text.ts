/**
 * Takes figures, names and ids out of texts and keeps their form: digits stay digits, separators stay where they were, and
 * what was the same stays the same, so that a page still shows the same structure.
 */
export interface Scrubber {
  /** A text a person sees. `words`: letters may stay; without it every word that is not known is crossed out. */
  text(text: string, words: boolean): string;
  /** The value of an attribute that names or describes an element. */
  attribute(value: string): string;
}

/** Emails, addresses on a chain, and runs of 16 and more letters and digits that hold both. */
const identity =
  /[^\s@]+@[^\s@]+\.[^\s@]+|0x[0-9a-f]{4,}(?:(?:…|\.{2,3})[0-9a-f]{3,})?|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{13,}|(?=[A-Za-z_]*\d)(?=\d*[A-Za-z_])\w{16,}/gi;
/** A figure with its separators; a leverage, a share or a count in brackets says nothing about a person and stays. */
const figure = /\p{Nd}[\p{Nd}.,'’٬٫ \u00a0\u202f]*\p{Nd}|\p{Nd}/gu;
const plainFactor = /^\s*(?:[xX×倍％%٪])/;
const word = /\p{L}[\p{L}\p{M}’'-]*/gu;
const longNumber = /\d{6,}/g;

/**
 * @param random numbers from 0 to 1, not to be known later: who knows them can undo the figures
 * @param keeps  texts that stay as they are, such as the contract's name
 * @param knows  whether a word is one of an order screen and no person's
 */
export function scrubber(
  random: () => number,
  keeps: readonly string[],
  knows: (word: string) => boolean,
): Scrubber {
  const figures = new Map<string, readonly string[]>();
  const identities = new Map<string, string>();
  const kept = keeps.filter((text) => text !== '');
  const keptPattern = new RegExp(`(${kept.map(escaped).join('|')})`, 'gi');
  const outsideKept = (text: string, change: (part: string) => string) =>
    kept.length === 0
      ? change(text)
      : text
          .split(keptPattern)
          .map((part, at) => (at % 2 === 1 ? part : change(part)))
          .join('');

  const digitsFor = (digits: readonly string[]): readonly string[] => {
    const key = digits.join('');
    let other = figures.get(key);
    if (other === undefined) {
      let leading = true;
      other = digits.map((digit) => {
        if (leading && digitValue(digit) === 0) return digit;
        const value = leading ? 1 + Math.floor(random() * 9) : Math.floor(random() * 10);
        leading = false;
        return sameScript(digit, value);
      });
      figures.set(key, other);
    }
    return other;
  };
  const anotherFigure = (text: string): string => {
    const other = digitsFor(text.match(/\p{Nd}/gu) ?? []);
    let at = 0;
    return text.replace(/\p{Nd}/gu, (digit) => other[at++] ?? digit);
  };
  const anotherIdentity = (text: string): string => {
    const known = identities.get(text) ?? `id-${identities.size + 1}`;
    identities.set(text, known);
    return known;
  };

  return {
    text: (text, words) =>
      outsideKept(text, (part) => {
        const anonymous = part.replace(identity, (match) => anotherIdentity(match));
        const numbered = anonymous.replace(figure, (match, offset: number) =>
          staysAsItIs(anonymous.slice(0, offset), match, anonymous.slice(offset + match.length))
            ? match
            : anotherFigure(match),
        );
        return words
          ? numbered
          : numbered.replace(word, (one) =>
              knows(one) || /^id-?$/.test(one) ? one : one.replace(/\p{L}/gu, 'x'),
            );
      }),
    attribute: (value) =>
      outsideKept(value, (part) =>
        part
          .replace(identity, (match) => anotherIdentity(match))
          .replace(longNumber, (match) => anotherFigure(match)),
      ),
  };
}

/** A leverage, a share, a count in brackets, or the number of an id that was put in place of another. */
function staysAsItIs(before: string, match: string, after: string): boolean {
  const isCount = /[(（]\s*$/.test(before) && /^\s*[)）]/.test(after) && match.length <= 3;
  return isCount || plainFactor.test(after) || /id-$/.test(before);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Digits of every script stand in blocks of ten that begin with their zero. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

function sameScript(digit: string, value: number): string {
  return String.fromCodePoint((digit.codePointAt(0) ?? 0) - digitValue(digit) + value);
}

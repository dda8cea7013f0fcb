import { wordPattern } from '../../src/reader/labels/caption-words.ts';

/**
 * Takes figures, names and ids out of texts and keeps their form: digits stay digits, separators stay where they were, and
 * what was the same stays the same, so that a page still shows the same structure.
 */
export interface Scrubber {
  /** A text a person sees. Every word that does not stay is crossed out. */
  text(text: string, stays: (word: string) => boolean): string;
  /** Ids, classes or names of an element: letters stay, long numbers and letters mixed with digits do not. */
  name(value: string): string;
}

/** Emails, addresses on a chain, and ids of fixed groups. */
const addresses = String.raw`[^\s@]+@[^\s@]+\.[^\s@]+|0x[0-9a-f]{4,}(?:(?:…|\.{2,3})[0-9a-f]{3,})?|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{13,}`;
/** These, and runs of 16 and more letters and digits that hold both. */
const identity = new RegExp(String.raw`(${addresses}|(?=[A-Za-z_]*\d)(?=\d*[A-Za-z_])\w{16,})`, 'gi');
/** In ids and classes an underscore parts words and the hash of a build, so that each run is looked at by itself. */
const identityInName = new RegExp(`(${addresses})`, 'gi');
/** A figure with its separators; a leverage, a share or a count in brackets says nothing about a person and stays. */
const figure = /\p{Nd}[\p{Nd}.,'’٬٫ \u00a0\u202f]*\p{Nd}|\p{Nd}/gu;
const factor = /^\s*[xX×倍](?![\p{L}\p{Nd}])/u;
const share = /^\s*[％%٪]/;
const unitOfTime = /^(?:[hmsdkKMBTx]|min|bn)$/;
/** Letters and digits in disguise, pictures, and icons of a font; signs that pages draw their controls with stay. */
const picture = /(?![▲▼△▽▴▾▸▹◂►◄●○■□★☆✓✔✕✖✗⚙°©®™])[\p{So}\p{No}\p{Nl}\p{Co}]/gu;
const nameNumber = /\p{Nd}[\p{Nd}.,'_-]*\p{Nd}/gu;
const longestNameNumber = 3;

/**
 * @param random numbers from 0 to 1, not to be known later: who knows them can undo the figures
 * @param keeps  texts that stay as they are where they stand by themselves, such as the contract's name
 * @param knows  whether a word in front of a short number makes a name of it (`row12`) and no hash or account
 */
export function scrubber(
  random: () => number,
  keeps: readonly string[],
  knows: (word: string) => boolean,
): Scrubber {
  const figures = new Map<string, readonly string[]>();
  const identities = new Map<string, string>();
  const kept = keeps.filter((text) => text !== '').sort((a, b) => b.length - a.length);
  const keptPattern = new RegExp(
    `(?<![\\p{L}\\p{Nd}]|\\p{Nd}[.,])(${kept.map(escaped).join('|')})(?![\\p{L}\\p{Nd}]|[.,]\\p{Nd})`,
    'giu',
  );
  const outsideKept = (text: string, change: (part: string) => string) =>
    kept.length === 0 ? change(text) : alternately(text.split(keptPattern), change, (part) => part);

  const otherDigits = (digits: readonly string[]): readonly string[] => {
    let leading = true;
    return digits.map((digit) => {
      if (leading && digitValue(digit) === 0) return digit;
      const value = leading ? 1 + Math.floor(random() * 9) : Math.floor(random() * 10);
      leading = false;
      return sameScript(digit, value);
    });
  };
  const digitsFor = (digits: readonly string[]): readonly string[] => {
    // The digits of a figure that is drawn digit by digit would all be told by those of one that is known to everybody.
    if (digits.length === 1) return otherDigits(digits);
    const key = digits.join('');
    const other = figures.get(key) ?? otherDigits(digits);
    figures.set(key, other);
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
  const outsideIdentities = (text: string, pattern: RegExp, change: (part: string) => string) =>
    alternately(text.split(pattern), change, anotherIdentity);

  const plainPart = (part: string, stays: (word: string) => boolean): string =>
    part
      .replace(figure, (match, offset: number) =>
        staysAsItIs(part.slice(0, offset), match, part.slice(offset + match.length))
          ? match
          : anotherFigure(match),
      )

      .replace(wordPattern, (one, offset: number) =>
        stays(one) || (unitOfTime.test(one) && /\p{Nd}$/u.test(part.slice(0, offset))) ? one : crossed(one),
      );
  const plainName = (segment: string): string =>
    /\p{L}/u.test(segment) && /\p{Nd}/u.test(segment) && !isNumbered(segment, knows)
      ? anotherIdentity(segment)
      : segment;

  return {
    text: (text, stays) =>
      outsideKept(text, (part) =>
        outsideIdentities(part, identity, (plain) => {
          const changed = plainPart(plain, stays);
          return stays(plain) ? changed : changed.replace(picture, '□');
        }),
      ),
    name: (value) =>
      outsideKept(value, (part) =>
        outsideIdentities(part, identityInName, (plain) =>
          plain
            .replace(nameNumber, (match) =>
              (match.match(/\p{Nd}/gu) ?? []).length > longestNameNumber ? anotherFigure(match) : match,
            )
            .replace(/[\p{L}\p{Nd}]+/gu, plainName),
        ),
      ),
  };
}

/** What stands between matches (even places) and the matches themselves, each changed in its own way. */
function alternately(
  parts: readonly string[],
  between: (part: string) => string,
  matched: (part: string) => string,
): string {
  return parts.map((part, at) => (at % 2 === 1 ? matched(part) : between(part))).join('');
}

/** Capitals stay capitals: a name in a row of positions is looked for in them. */
function crossed(one: string): string {
  const sign = one.length > 1 && one === one.toUpperCase() && one !== one.toLowerCase() ? 'X' : 'x';
  return one.replace(/\p{L}/gu, sign);
}

/** A known word, or one or two letters, with a short number: `row12`, `p7`. */
function isNumbered(segment: string, knows: (word: string) => boolean): boolean {
  const letters = /^(\p{L}+)\p{Nd}{1,3}$/u.exec(segment)?.[1];
  return letters !== undefined && (letters.length <= 2 || knows(letters));
}

/** A leverage, a share, or a count in brackets, with as many digits as those have. */
function staysAsItIs(before: string, match: string, after: string): boolean {
  const isCount = /[(（]\s*$/.test(before) && /^\s*[)）]/.test(after) && match.length <= 3;
  const isRate = /^\p{Nd}{1,3}(?:[.,٫]\p{Nd}{1,4})?$/u.test(match);
  return isCount || (isRate && (factor.test(after) || share.test(after)));
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

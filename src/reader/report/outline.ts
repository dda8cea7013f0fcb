import { captionWords, wordPattern } from '../labels/caption-words.ts';
import { isOrderWord } from '../labels/is-order-word.ts';
import { isShown } from '../page/visible.ts';

/** What the outline holds at most; a page can have any number of elements. */
const mostLines = 600;
const deepest = 40;
const longestWord = 60;

const passedOver = new Set(
  'script style noscript template svg canvas img picture video audio iframe link'.split(' '),
);
/** Attributes whose value names the element or its state. Of every other one only the name is told. */
const namedValues =
  /^(?:id|name|type|role|for|step|inputmode|aria-(?:selected|checked|pressed|expanded|current|hidden|labelledby|controls|haspopup)|data-(?:test|testid|test-id|qa|qa-id|cy|e2e|name|tourid|inspector|pane-id|tab-key|state|side))$/;
const controls = 'input,button,select,textarea,[role=button],[role=switch],[role=tab],[role=combobox]';
/** Places whose words are captions, whoever wrote them. */
const captionPlaces = 'label,legend,th,[role=columnheader],[role=tab],button,[role=button],option';

/**
 * The build of a ticket for a bug report: tags, attribute names, roles and states, and the words of captions. It holds no
 * figure, no account data and no text a person typed or may have written: digits are `#`, other words are `…`.
 * One line an element, indented by its depth; elements that are not drawn are marked `hidden`.
 *
 * @param isOwnName whether a word is a name of the contract at hand
 */
export function outline(root: Element, isOwnName: (word: string) => boolean): string {
  const lines: string[] = [];
  const walk = (element: Element, depth: number): void => {
    if (lines.length >= mostLines || depth > deepest || passedOver.has(element.localName)) return;
    lines.push(
      `${'  '.repeat(depth)}${element.localName}${attributesOf(element, isOwnName)}${isShown(element) ? '' : ' hidden'}`,
    );
    for (const child of (element.shadowRoot ?? element).childNodes) {
      if (child.nodeType === Node.TEXT_NODE) addText((child as Text).data, element, depth + 1);
      else if (child.nodeType === Node.ELEMENT_NODE) walk(child as Element, depth + 1);
    }
  };
  const addText = (raw: string, element: Element, depth: number) => {
    const text = raw.replace(/\s+/g, ' ').trim();
    if (text !== '' && lines.length < mostLines)
      lines.push(`${'  '.repeat(depth)}"${wordsOf(text, element, isOwnName)}"`);
  };
  walk(root, 0);
  if (lines.length >= mostLines) lines.push('… cut here');
  return lines.join('\n');
}

function attributesOf(element: Element, isOwnName: (word: string) => boolean): string {
  const parts = [...element.attributes].map(({ name, value }) => {
    if (name === 'class') return classesOf(element);
    // The page's own words for a control; what it says of a group or in a title may be a person's.
    if (name === 'placeholder' || name === 'aria-label') {
      const words = element.matches(controls) ? withoutDigits(value) : plainWords(value, isOwnName);
      return ` ${name}="${words}"`;
    }
    return namedValues.test(name) && !/[\s{}]/.test(value)
      ? ` ${name}="${withoutDigits(value)}"`
      : ` ${withoutDigits(name)}`;
  });
  return parts.join('');
}

/** Class names with a meaning; hashed ones are gone with the next build of the page. */
function classesOf(element: Element): string {
  const plain = [...element.classList].filter((one) => /^[A-Za-z][A-Za-z_-]{1,40}$/.test(one));
  return plain.length === 0 ? '' : ` class="${plain.join(' ')}"`;
}

/** Words of a button or a header as they are, but for what a caption has in brackets; any other word is one mark. */
function wordsOf(text: string, element: Element, isOwnName: (word: string) => boolean): string {
  const bare = captionWords(text).size === 0 && !/\p{Nd}/u.test(text);
  return bare && element.closest(captionPlaces) !== null ? withoutDigits(text) : plainWords(text, isOwnName);
}

/** The text with every word as one mark that is no word of an order screen and no name of the contract. */
export function plainWords(text: string, isOwnName: (word: string) => boolean): string {
  const own = captionWords(text);
  return withoutDigits(
    text.replace(wordPattern, (word) => (own.has(word) || isOwnName(word) || isOrderWord(word) ? word : '…')),
  );
}

function withoutDigits(text: string): string {
  return text
    .replace(/\p{Nd}(?:[\p{Nd}.,'’٬٫\s]*\p{Nd})?/gu, '#')
    .replaceAll('"', "'")
    .slice(0, longestWord);
}

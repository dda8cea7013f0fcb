import { captionWords, wordPattern } from '../../src/reader/labels/caption-words.ts';
import { isCoinName } from '../../src/reader/labels/coin-names.ts';
import { isOrderWord } from '../../src/reader/labels/is-order-word.ts';
import { languages as everyLanguage } from '../../src/reader/labels/languages.ts';
import { pageAt } from '../../src/reader/locate/header-market.ts';
import { createTicketReader } from '../../src/reader/ticket-reader.ts';
import { recipes } from '../../src/venues/recipes.ts';
import { contractNames } from './contract-names.ts';
import { makeNames } from './element-names.ts';
import { type Scrubber, scrubber } from './scrub-text.ts';
import { styleOf } from './style-of.ts';

export interface Scrubbed {
  readonly html: string;
  /** Texts that stayed as they are because of the address and of what was asked for. */
  readonly kept: readonly string[];
  /** Texts whose words were kept although no dictionary knows them: a person has to look through them. */
  readonly unfamiliar: readonly string[];
  /** Coins that were kept; a nickname may be the same. */
  readonly coins: readonly string[];
  /** Ids, classes and other names that were kept and are not made of words of an order screen. */
  readonly names: readonly string[];
}

/** How a page is read: whether it shows a ticket, and by which anchor each field is known. */
export interface HowRead {
  readonly tickets: 'ticket' | 'none' | 'several';
  /** A recipe says that the address holds no ticket. */
  readonly excluded: boolean;
  readonly fields: Readonly<Record<string, string>>;
  readonly failedChecks: readonly string[];
}

const reader = createTicketReader({
  document,
  location: () => location.href,
  recipes,
  languages: Object.values(everyLanguage),
});

/** Elements that say nothing to the reader, or that could carry more than is seen. */
const dropped = new Set(
  'script style link meta base noscript template object embed audio video source track title head'.split(' '),
);
/** Elements of which only the box is kept. */
const boxes = new Set('img picture svg canvas iframe'.split(' '));
/** Places whose words are captions, whatever they are; elsewhere a name may stand. */
const captionPlaces = 'th,[role=columnheader],[role=tab],label,legend,option,thead';
/** What stands behind a figure and is no word: `20x`, `4h 21m`, `2.3B`. */
const units = /(?<=\p{Nd})(?:[hmsdkKMBTxX])(?!\p{L})/gu;
/** Places whose words a person types. */
const typedPlaces = 'textarea,[contenteditable]:not([contenteditable=false])';

/** The page as it is drawn now, without scripts, figures, names and ids. Nothing of it is changed. */
function scrubPage(keeps: readonly string[]): Scrubbed {
  const { market = null, namedBy } = pageAt(location.href, document, recipes) ?? {};
  const kept = [...new Set([...contractNames(location.href, market), ...keeps])];
  const random = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
  const scrub: Scrubber = scrubber(random, kept, isOrderWord);
  const ticket = reader.scope();
  const unfamiliar = new Set<string>();
  const coins = new Set<string>();

  const text = (raw: string, element: Element): string => {
    const own = captionWords(raw);
    const isKnown = (word: string) => own.has(word) || isOrderWord(word);
    const inCaption =
      element.closest(typedPlaces) === null &&
      (ticket?.contains(element) === true || element.closest(captionPlaces) !== null);
    const plain = scrub.text(raw, inCaption ? () => true : isKnown);
    const left = withoutKept(plain, kept);
    const words = left.replace(units, '').match(wordPattern) ?? [];
    for (const word of words) if (isCoinName(word)) coins.add(word);
    const strange = inCaption && (!words.every(isKnown) || /[\p{So}\p{No}\p{Nl}\p{Co}]/u.test(left));
    // Words of an order screen that make no caption together may be somebody's: `Mark Long`.
    const loose =
      !inCaption &&
      own.size === 0 &&
      words.filter((word) => isOrderWord(word) && !isCoinName(word)).length > 1;
    if (strange || loose) unfamiliar.add(plain.replace(/\s+/g, ' ').trim());
    return plain;
  };
  const names = makeNames(scrub, recipes, text);

  const attributes = (element: Element): string => {
    const parts = names.attributes(element);
    const put = (name: string, value: string) => parts.push([name, value]);
    if (element.localName === 'input') {
      const input = element as HTMLInputElement;
      const toggle = input.type === 'checkbox' || input.type === 'radio';
      if (toggle && input.checked) put('checked', '');
      if (!toggle && input.value !== '')
        put('value', input.type === 'password' ? '' : scrub.text(input.value, isOrderWord));
    }
    if (element.localName === 'option' && (element as HTMLOptionElement).selected) put('selected', '');
    if (element.localName === 'a') put('href', '#');
    const style = styleOf(element);
    if (style !== '') put('style', style);
    return parts.map(([name, value]) => ` ${name}="${quoted(value)}"`).join('');
  };
  const children = (nodes: Iterable<Node>, parent: Element): string =>
    [...nodes]
      .map((node) => (node.nodeType === Node.ELEMENT_NODE ? print(node as Element) : textOf(node, parent)))
      .join('');
  const textOf = (node: Node, parent: Element): string =>
    node.nodeType === Node.TEXT_NODE ? escaped(text((node as Text).data, parent)) : '';
  const print = (element: Element): string => {
    if (dropped.has(element.localName)) return '';
    if (boxes.has(element.localName)) return `<i aria-hidden="true" style="${quoted(styleOf(element))}"></i>`;
    const tag = names.tag(element);
    const start = `<${tag}${attributes(element)}>`;
    if (/^(?:input|br|hr|wbr|col)$/.test(tag)) return start;
    if (tag === 'textarea') {
      const { value } = element as HTMLTextAreaElement;
      return `${start}${escaped(scrub.text(value, isOrderWord))}</${tag}>`;
    }
    const shadow =
      element.shadowRoot === null
        ? ''
        : `<template shadowrootmode="open">${children(element.shadowRoot.childNodes, element)}</template>`;
    return `${start}${shadow}${children(element.childNodes, element)}</${tag}>`;
  };

  // Where the address names no contract, the page's title may settle which one the header shows.
  const title = namedBy === 'header' ? `Trade | ${market?.base ?? ''}/${market?.quote ?? ''}` : 'Trade';
  const html = `<!doctype html>
<html lang="${languageOf(document.documentElement.lang)}">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
</head>
${print(document.body)}
</html>
`;
  return { html, kept, unfamiliar: [...unfamiliar], coins: [...coins].sort(), names: names.unfamiliar() };
}

function withoutKept(text: string, kept: readonly string[]): string {
  return kept.reduce((rest, one) => (one === '' ? rest : rest.replaceAll(one, ' ')), text);
}

/** A language with its region or script at most; a page may write anything there. */
function languageOf(text: string): string {
  return /^[a-z]{2}(?:-(?:[A-Z]{2}|[A-Z][a-z]{3}))?$/.test(text) ? text : 'en';
}

function quoted(value: string): string {
  return escaped(value).replaceAll('"', '&quot;');
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function howRead(): HowRead {
  const { reading, health } = reader.read();
  const fields = Object.entries(reading).map(([name, field]) => [
    name,
    field.known ? field.from.how : `unknown: ${field.why}`,
  ]);
  return {
    tickets: health.scope,
    excluded: pageAt(location.href, document, recipes) === null,
    fields: Object.fromEntries(fields),
    failedChecks: health.failedChecks,
  };
}

Object.assign(globalThis, { scrubPage, howRead });

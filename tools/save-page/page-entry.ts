import { captionOf } from '../../src/reader/labels/caption.ts';
import { isOrderWord } from '../../src/reader/labels/is-order-word.ts';
import { languages as everyLanguage } from '../../src/reader/labels/languages.ts';
import { createTicketReader } from '../../src/reader/ticket-reader.ts';
import { recipes } from '../../src/venues/recipes.ts';
import { type Scrubber, scrubber } from './scrub-text.ts';
import { styleOf } from './style-of.ts';

export interface Scrubbed {
  readonly html: string;
  /** Texts whose words were kept although no dictionary knows them: a person has to look through them. */
  readonly unfamiliar: readonly string[];
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
/** Attributes whose text a person sees. */
const shownAttributes = new Set(
  'placeholder aria-label aria-description aria-valuetext title alt label'.split(' '),
);
/** Attributes that name an element or its state; another one may say anything, so it is treated as a text. */
const namingAttributes =
  /^(?:id|class|name|type|role|for|step|min|max|inputmode|lang|dir|colspan|rowspan|open|hidden|disabled|readonly|inert|tabindex|contenteditable|slot|part|aria-[a-z]+|data-[\w.-]+)$/;
/** Attributes that lead somewhere, run something, or are written anew from the state of the element. */
const leftOut =
  /^(?:on.*|href|src|srcset|srcdoc|style|action|formaction|nonce|integrity|ping|poster|data|content|value|checked|selected|xmlns.*)$/;
const longest = 80;

function isFamiliar(text: string): boolean {
  return captionOf(text.trim()) !== null || (text.match(/\p{L}{2,}/gu) ?? []).every(isOrderWord);
}

function makeScrubber(keeps: readonly string[]): Scrubber {
  const random = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
  return scrubber(random, keeps, isOrderWord);
}

/** Words there are captions, whatever they are; elsewhere a name may stand. */
function isCaptionPlace(element: Element, ticket: Element | null): boolean {
  return (
    ticket?.contains(element) === true ||
    element.closest('th,[role=columnheader],[role=tab],label,legend,option,thead') !== null
  );
}

/** The page as it is drawn now, without scripts, figures, names and ids. Nothing of it is changed. */
function scrubPage(keeps: readonly string[]): Scrubbed {
  const scrub = makeScrubber(keeps);
  const ticket = reader.scope();
  const unfamiliar = new Set<string>();

  const text = (raw: string, element: Element): string => {
    const words = captionOf(raw.trim()) !== null || isCaptionPlace(element, ticket);
    const plain = scrub.text(raw, words);
    if (words && !isFamiliar(plain)) unfamiliar.add(plain.trim());
    return plain;
  };
  const attributes = (element: Element): string => {
    const parts: string[] = [];
    const put = (name: string, value: string) => parts.push(` ${name}="${quoted(value)}"`);
    for (const { name, value } of element.attributes) {
      if (leftOut.test(name) || value.length > (name === 'class' ? 400 : longest)) continue;
      const names = namingAttributes.test(name) && !shownAttributes.has(name);
      put(name, names ? scrub.attribute(value) : text(value, element));
    }
    if (element.localName === 'input') {
      const input = element as HTMLInputElement;
      const toggle = input.type === 'checkbox' || input.type === 'radio';
      if (toggle && input.checked) put('checked', '');
      if (!toggle && input.value !== '')
        put('value', input.type === 'password' ? '' : scrub.text(input.value, false));
    }
    if (element.localName === 'option' && (element as HTMLOptionElement).selected) put('selected', '');
    if (element.localName === 'a') put('href', '#');
    const style = styleOf(element);
    if (style !== '') put('style', style);
    return parts.join('');
  };
  const children = (nodes: Iterable<Node>, parent: Element): string =>
    [...nodes]
      .map((node) => (node.nodeType === Node.ELEMENT_NODE ? print(node as Element) : textOf(node, parent)))
      .join('');
  const textOf = (node: Node, parent: Element): string =>
    node.nodeType === Node.TEXT_NODE ? escaped(text((node as Text).data, parent)) : '';
  const print = (element: Element): string => {
    const tag = element.localName;
    if (dropped.has(tag)) return '';
    if (boxes.has(tag)) return `<i aria-hidden="true" style="${styleOf(element)}"></i>`;
    const start = `<${tag}${attributes(element)}>`;
    if (/^(?:input|br|hr|wbr|col)$/.test(tag)) return start;
    const shadow =
      element.shadowRoot === null
        ? ''
        : `<template shadowrootmode="open">${children(element.shadowRoot.childNodes, element)}</template>`;
    return `${start}${shadow}${children(element.childNodes, element)}</${tag}>`;
  };

  const language = quoted(document.documentElement.lang || 'en');
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>Trade</title>
</head>
${print(document.body)}
</html>
`;
  return { html, unfamiliar: [...unfamiliar] };
}

function quoted(value: string): string {
  return escaped(value).replaceAll('"', '&quot;');
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Which fields are known, and by which anchor. */
function howRead(): Record<string, string> {
  const { reading } = reader.read();
  return Object.fromEntries(
    Object.entries(reading).map(([name, field]) => [
      name,
      field.known ? field.from.how : `unknown: ${field.why}`,
    ]),
  );
}

Object.assign(globalThis, { scrubPage, howRead });

import { type Caption, captionOf } from '../labels/caption.ts';
import { startOf } from './as-written.ts';
import { oncePerLook } from './look.ts';
import { isChoiceBox } from './text-controls.ts';
import { boxOf, isDrawn } from './visible.ts';

/** A run of text a person sees, with the element it stands directly in. */
export interface TextItem {
  readonly text: string;
  readonly element: Element;
  readonly caption: Caption | null;
  /** Measured when it is asked for. */
  readonly box: DOMRect;
}

const silent = new Set('script style noscript template svg head title option textarea canvas'.split(' '));

/** What a button of a list ends in. */
const arrow = /\s*[▾▼▿▽⌄˅]$/;

interface Stretch {
  readonly list: readonly TextItem[];
  readonly start: number;
  readonly end: number;
}

/** Where the texts of an element stand in the list of the first ancestor that was asked for. */
const stretches = oncePerLook((_: Document) => new Map<Element, Stretch>());

/**
 * The visible texts under an element in reading order, into open shadow roots and same-origin frames. Neighbouring
 * text nodes of one parent are one text; texts of different elements never run together. Within one look the same
 * text is the same object.
 */
export function textItems(element: Element): readonly TextItem[] {
  const known = stretches(document);
  if (!known.has(element)) collect(element, [], known);
  const { list, start, end } = known.get(element) ?? { list: [], start: 0, end: 0 };
  return start === 0 && end === list.length ? list : list.slice(start, end);
}

function collect(element: Element, list: TextItem[], known: Map<Element, Stretch>): void {
  if (silent.has(element.localName) || element.getAttribute('aria-hidden') === 'true') return;
  const earlier = known.get(element);
  if (earlier !== undefined) {
    for (let at = earlier.start; at < earlier.end; at += 1) list.push(earlier.list[at] as TextItem);
    return;
  }
  const start = list.length;
  if (element.localName === 'select') {
    const chosen = (element as HTMLSelectElement).selectedOptions[0];
    if (chosen !== undefined) add(chosen.text, element, null, list);
  } else if (isChoiceBox(element)) {
    add(element.value, element, null, list);
  } else {
    collectChildren(element, list, known);
  }
  known.set(element, { list, start, end: list.length });
}

function collectChildren(element: Element, list: TextItem[], known: Map<Element, Stretch>): void {
  let run = '';
  let first: Node | null = null;
  for (const child of childrenOf(element)) {
    const { nodeType } = child;
    if (nodeType === Node.TEXT_NODE) {
      run = first === null ? (child as Text).data : run + (child as Text).data;
      first ??= child;
    } else if (nodeType === Node.ELEMENT_NODE) {
      if (first !== null) add(run, element, first, list);
      first = null;
      collect(child as Element, list, known);
    }
  }
  if (first !== null) add(run, element, first, list);
}

/** What is drawn inside the element: its shadow tree where it has one, a slot's assigned nodes, a frame's body. */
export function childrenOf(element: Element): Iterable<Node> {
  if (element.shadowRoot !== null) return element.shadowRoot.childNodes;
  if (element.localName === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    return assigned.length > 0 ? assigned : element.childNodes;
  }
  if (element.localName === 'iframe') {
    const body = (element as HTMLIFrameElement).contentDocument?.body;
    return body === null || body === undefined ? [] : [body];
  }
  return element.childNodes;
}

function add(raw: string, element: Element, node: Node | null, items: TextItem[]): void {
  const start = startOf(raw);
  const text = isPlain(start) ? start : start.replace(/\s+/g, ' ').trim().replace(arrow, '');
  if (text === '' || !isDrawn(element)) return;
  const caption = captionOf(text);
  if (caption !== null && isForScreenReaders(element, node)) return;
  items.push(new DrawnText(text, element, caption, node));
}

/** Letters, digits and marks of ASCII without a space, as most figures are: there is nothing to tidy. */
function isPlain(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if (code <= 32 || code >= 127) return false;
  }
  return true;
}

/** A class, because a screen has a thousand texts and a getter of each object's own costs more than all else of it. */
class DrawnText implements TextItem {
  readonly text: string;
  readonly element: Element;
  readonly caption: Caption | null;
  readonly #node: Node | null;

  constructor(text: string, element: Element, caption: Caption | null, node: Node | null) {
    this.text = text;
    this.element = element;
    this.caption = caption;
    this.#node = node;
  }

  get box(): DOMRect {
    const box = boxOf(this.element);
    return box.width === 0 && box.height === 0 && this.#node !== null ? boxOfText(this.#node) : box;
  }
}

/** One pixel is how pages keep words for screen readers only. An element may have no box of its own (`contents`). */
function isForScreenReaders(element: Element, node: Node | null): boolean {
  const { offsetWidth: width = 2, offsetHeight: height = 2 } = element as HTMLElement;
  if (width === 0 && height === 0 && node !== null) return boxOfText(node).width < 2;
  return width < 2 || height < 2;
}

/** For elements without a box of their own (`display: contents`). */
function boxOfText(node: Node): DOMRect {
  const range = node.ownerDocument?.createRange();
  if (range === undefined) return new DOMRect();
  range.selectNode(node);
  return range.getBoundingClientRect();
}

/** The items' texts as one, with line breaks between them: no digits of two elements ever join. */
export function joined(items: readonly TextItem[]): string {
  return items.map((item) => item.text).join('\n');
}

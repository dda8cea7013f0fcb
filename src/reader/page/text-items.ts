import { type Caption, captionOf } from '../labels/caption.ts';
import { oncePerLook } from './look.ts';
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

/**
 * The visible texts under an element in reading order, into open shadow roots and same-origin frames. Neighbouring
 * text nodes of one parent are one text; texts of different elements never run together. Within one look the same
 * text is the same object.
 */
export const textItems: (element: Element) => readonly TextItem[] = oncePerLook((element: Element) => {
  if (silent.has(element.localName) || element.getAttribute('aria-hidden') === 'true') return [];
  const items: TextItem[] = [];
  if (element.localName === 'select') {
    const chosen = (element as HTMLSelectElement).selectedOptions[0];
    if (chosen !== undefined) add(chosen.text, element, null, items);
    return items;
  }
  let run = '';
  let first: Node | null = null;
  for (const child of childrenOf(element)) {
    if (child.nodeType === Node.TEXT_NODE) {
      run += (child as Text).data;
      first ??= child;
    } else if (child.nodeType === Node.ELEMENT_NODE) {
      add(run, element, first, items);
      run = '';
      first = null;
      items.push(...textItems(child as Element));
    }
  }
  add(run, element, first, items);
  return items;
});

/** What is drawn inside the element: its shadow tree where it has one, a slot's assigned nodes, a frame's body. */
function childrenOf(element: Element): Iterable<Node> {
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
  const text = raw.replace(/\s+/g, ' ').trim();
  if (text === '' || !isDrawn(element)) return;
  const { offsetWidth: width = 2, offsetHeight: height = 2 } = element as HTMLElement;
  const boxless = width === 0 && height === 0 && node !== null;
  // One pixel is how pages keep words for screen readers only.
  if (!boxless && (width < 2 || height < 2)) return;
  if (boxless && boxOfText(node).width < 2) return;
  items.push({
    text,
    element,
    caption: captionOf(text),
    get box() {
      return boxless ? boxOfText(node) : boxOf(element);
    },
  });
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

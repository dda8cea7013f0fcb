import { searchRoots } from './deep-query.ts';
import { type LiveControl, liveValues } from './live-values.ts';
import { holds } from './visible.ts';

const everything = {
  subtree: true,
  childList: true,
  characterDataOldValue: true,
  attributeOldValue: true,
} as const;

/** Events upon which a page may look otherwise although its tree is the same. */
const restyling = [
  'transitionrun',
  'transitionend',
  'transitioncancel',
  'animationstart',
  'animationend',
  'animationcancel',
  'load',
  'scroll',
  'toggle',
  'slotchange',
  'fullscreenchange',
] as const;

/** A row of an order book, not a part of the page. */
const mostOfARow = 12;
const notLetters = /\P{L}+/gu;
const controls = 'input,select,textarea,button,iframe';

/**
 * Tells whether anything that a reading rests on changed since a moment: tree, texts, attributes, typed values, address,
 * and what is known to restyle a page. Figures that move outside the ticket are no change: they never rest. What no event
 * tells of (rules put into a style sheet by a script) is not seen, so what is known counts for a moment only.
 */
export class PageWatch {
  readonly #document: Document;
  readonly #signal: AbortSignal;
  readonly #observer: MutationObserver;
  readonly #heard = new WeakSet<ParentNode>();
  #roots: readonly ParentNode[] = [];
  #ticket: Element | null = null;
  #address = '';
  #values = '';
  #isUnchanged = false;
  #changed: (() => void) | undefined;

  constructor(document: Document, signal: AbortSignal) {
    this.#document = document;
    this.#signal = signal;
    this.#observer = new MutationObserver((records) => this.#note(records));
    signal.addEventListener('abort', this.end);
    document.defaultView?.addEventListener('resize', this.end, { signal, passive: true });
  }

  /**
   * Watches from now on, until the first change.
   * @param ticket in which every change counts
   * @param changed told of that change, where it is noticed before anybody asks
   */
  begin(ticket: Element | null, changed: () => void): void {
    this.stop();
    this.#changed = changed;
    if (this.#signal.aborted) return;
    this.#roots = searchRoots(this.#document);
    // A frame tells us of nothing that happens in it but changes of its tree.
    if (this.#roots.some((root) => root !== this.#document && root.nodeType === Node.DOCUMENT_NODE)) return;
    for (const root of this.#roots) {
      this.#observer.observe(root, everything);
      this.#hear(root);
    }
    this.#ticket = ticket;
    this.#address = this.#document.URL;
    this.#values = typedIn(this.#roots);
    this.#isUnchanged = true;
  }

  get isUnchanged(): boolean {
    if (this.#isUnchanged) this.#note(this.#observer.takeRecords());
    if (this.#isUnchanged && (this.#document.URL !== this.#address || typedIn(this.#roots) !== this.#values))
      this.end();
    return this.#isUnchanged;
  }

  /** Watches no more, and tells nobody. */
  stop(): void {
    this.#changed = undefined;
    this.end();
  }

  readonly end = (): void => {
    this.#isUnchanged = false;
    this.#observer.disconnect();
    const changed = this.#changed;
    this.#changed = undefined;
    changed?.();
  };

  #note(records: readonly MutationRecord[]): void {
    try {
      if (records.every((record) => this.#isFigure(record))) return;
    } catch {
      // A form that answers for its own members: what it is made of cannot be told.
    }
    this.end();
  }

  /** Figures that move somewhere else on the page, among the same words; no controls, no part of the ticket. */
  #isFigure(record: MutationRecord): boolean {
    const place = elementOf(record.target);
    if (this.#ticket === null || place === null || holds(this.#ticket, place)) return false;
    switch (record.type) {
      case 'characterData':
        return wordsOf(record.oldValue ?? '') === wordsOf(record.target.textContent ?? '');
      case 'attributes':
        return place.getAttribute(record.attributeName ?? '') === record.oldValue || isWordless(place);
      case 'childList':
        return sameRow([...record.removedNodes], [...record.addedNodes]);
    }
  }

  #hear(root: ParentNode): void {
    if (this.#heard.has(root)) return;
    this.#heard.add(root);
    for (const event of restyling) {
      root.addEventListener(event, this.end, { capture: true, passive: true, signal: this.#signal });
    }
  }
}

function elementOf(node: Node): Element | null {
  if (node instanceof Element) return node;
  return node instanceof ShadowRoot ? node.host : node.parentElement;
}

function wordsOf(text: string): string {
  return text.replace(notLetters, ' ').trim();
}

function isWordless(element: Element): boolean {
  return isPlain(element) && wordsOf(element.textContent ?? '') === '';
}

function sameRow(before: readonly Node[], after: readonly Node[]): boolean {
  if (before.length + after.length > mostOfARow || ![...before, ...after].every(isPlain)) return false;
  const said = (nodes: readonly Node[]) => wordsOf(nodes.map(({ textContent }) => textContent).join(' '));
  return said(before) === said(after);
}

/** Text, or a few elements without anything that takes part in an order. */
function isPlain(node: Node): boolean {
  if (!(node instanceof Element)) return true;
  const isControl =
    node.shadowRoot !== null || node.matches(controls) || node.querySelector(controls) !== null;
  return !isControl && node.getElementsByTagName('*').length <= mostOfARow;
}

function typedIn(roots: readonly ParentNode[]): string {
  return roots
    .map((root) => liveValues(root.querySelectorAll<LiveControl>('input,select,textarea')))
    .join('\n');
}

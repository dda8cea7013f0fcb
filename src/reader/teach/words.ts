import type { TaughtKind, TaughtName, WordsPrint } from '../../domain/taught.ts';
import { oncePerLook } from '../page/look.ts';
import { textItems } from '../page/text-items.ts';
import { holds, outerParent } from '../page/visible.ts';
import { spoken } from './spoken.ts';
import { isFigure, isOnShow, isWords, rootsOf, type Spot, spotsOf } from './spots.ts';
import { isControlName, targetOf, targetsIn } from './target.ts';

/** Levels around a caption within which the element it belongs to is looked for. */
const climb = 8;
const farthest = 6;
/** An element with more of them is a part of the page, not a group of captions and controls. */
const mostSpots = 160;
const mostElements = 800;

/** Too large to be one group, told without a look at its texts. */
function isLarge(element: Element): boolean {
  return element.getElementsByTagName('*').length > mostElements;
}

interface Context {
  readonly kind: TaughtKind;
  readonly name: TaughtName;
  readonly root: Element;
  /** Words that name the contract. */
  readonly names: readonly string[];
}

/** The words the element is known by: its own, else the nearest ones beside it. */
export function wordsOf(element: Element, lead: string, context: Context): WordsPrint | null {
  const own = ownWords(element, lead, context);
  if (own !== '') {
    const print = { text: own, offset: 0, own: true };
    const found = byWords(print, context);
    return found?.element === element ? print : null;
  }
  if (isControlName(context.name)) return null;
  const group = groupOf(element);
  const spots = spotsOf(group);
  const at = spots.findIndex((spot) => isPart(spot, element));
  const end = spots.findLastIndex((spot) => isPart(spot, element));
  const near = spots.flatMap(({ text, element: holder }, index) => {
    const offset = at - index;
    const far = index < at ? at - index : index - end;
    const counts = far > 0 && far <= farthest && isWords(text) && isCaption(holder, text, context);
    return counts ? [{ text, offset, far, holder }] : [];
  });
  near.sort((a, b) => a.far - b.far || b.offset - a.offset);
  for (const { text, offset, holder } of near) {
    const said = spoken(text, context.names);
    if (said === '' || said === '@' || said === '#') continue;
    const print = { text: said, offset, own: offset === 1 && ownsAlone(holder, element, context) };
    if (byWords(print, context)?.element === element) return print;
  }
  return null;
}

export interface Said {
  readonly element: Element;
  readonly caption: Element;
  /** The words are its own, as they were; words beside it are not where something else has come between or around. */
  readonly own: boolean;
}

/** Where a words print leads; `null` when to nothing or to several places. */
export function byWords(print: WordsPrint, context: Context): Said | null {
  const found = new Map<Element, Element>();
  if (print.offset === 0) {
    for (const element of ownCandidates(print.text, context)) {
      if (isOnShow(element)) found.set(element, element);
    }
  } else {
    for (const caption of saying(context.root, context.names).get(print.text) ?? []) {
      const element = besides(caption, print, context);
      if (element !== null) found.set(element, caption);
    }
  }
  const [only] = found;
  if (found.size !== 1 || only === undefined) return null;
  const [element, caption] = only;
  return { element, caption, own: print.own && (print.offset === 0 || ownsAlone(caption, element, context)) };
}

function besides(caption: Element, { text, offset }: WordsPrint, context: Context): Element | null {
  let at: Element | null = caption;
  for (let level = 0; at !== null && level < climb; level += 1, at = outerParent(at)) {
    if (isLarge(at)) return null;
    const spots = spotsOf(at);
    if (spots.length > mostSpots) return null;
    const from = spots.findIndex(
      (spot) => spot.element === caption && spoken(spot.text, context.names) === text,
    );
    const spot = from < 0 ? undefined : spots[from + offset];
    if (spot !== undefined) {
      const target = targetAt(spot, context);
      return target !== null && isPart(spot, target) && isOnShow(target) ? target : null;
    }
    if (at === context.root) return null;
  }
  return null;
}

function targetAt(spot: Spot, { kind, name }: Context): Element | null {
  if (spot.text !== '' && kind !== 'button' && !isControlName(name) && kind === 'input') return null;
  const target = targetOf(spot.element, name);
  return target?.kind === kind ? target.element : null;
}

function isPart(spot: Spot, element: Element): boolean {
  return spot.element === element || holds(element, spot.element);
}

/** The largest element around with few enough texts to be one group. */
function groupOf(element: Element): Element {
  let group = element;
  for (let level = 0; level < climb; level += 1) {
    const outer = outerParent(group);
    if (outer === null || isLarge(outer) || spotsOf(outer).length > mostSpots) break;
    group = outer;
  }
  return group;
}

/** Words that say what stands beside them. Those on buttons without a state say what the button shows now. */
function isCaption(holder: Element, text: string, { names }: Context): boolean {
  const said = spoken(text, names);
  if (
    said === '@' ||
    said.length < 2 ||
    (/^(?:usd[tce]?|[a-z]{2,5})$/i.test(text) === true && text === text.toUpperCase())
  )
    return false;
  const button = holder.closest('button,[role=button],select');
  return button === null || /[/]/.test(text) || button.matches('[type=submit]') || isOrderLike(button);
}

/** A button that is wide and stands for itself is a landmark of the ticket, unlike one that shows a choice. */
function isOrderLike(button: Element): boolean {
  return !button.matches('[aria-haspopup],[aria-expanded],[aria-pressed],[aria-selected],[role=combobox]');
}

/** The caption stands directly before the element, and the element around both holds no other control or figure. */
function ownsAlone(caption: Element, element: Element, { name }: Context): boolean {
  let at: Element | null = caption;
  while (at !== null && !holds(at, element)) at = outerParent(at);
  if (at === null) return false;
  return spotsOf(at).every((spot) => {
    if (isPart(spot, element)) return true;
    if (spot.text === '') return false;
    return name === 'marginMode' || !isFigure(spot.text) || spot.element === caption;
  });
}

/** What an element says of itself: its label, its attributes, the text of a button, the words before a figure. */
function ownWords(element: Element, lead: string, { kind, names }: Context): string {
  if (kind === 'button') return spoken(textOf(element), names);
  if (kind === 'text') return /\p{L}/u.test(lead) ? spoken(lead, names) : '';
  if (kind === 'choice') return spoken(element.getAttribute('aria-label') ?? '', names);
  const { labels } = element as HTMLInputElement;
  const label = [...(labels ?? [])].flatMap((one) => textItems(one)).find(({ text }) => isWords(text));
  if (label !== undefined) return spoken(label.text, names);
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const pointed = ids.flatMap((id) => root.getElementById(id) ?? []).flatMap((one) => textItems(one));
  const said =
    pointed[0]?.text ?? element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? '';
  return isWords(said) ? spoken(said, names) : '';
}

/** The text of a button, also of one made of an input. */
export function textOf(element: Element): string {
  if (element.localName === 'input') return (element as HTMLInputElement).value;
  return textItems(element)
    .map(({ text }) => text)
    .join(' ');
}

function ownCandidates(text: string, context: Context): readonly Element[] {
  const { kind, name, root, names } = context;
  if (kind === 'text') {
    const found = new Set<Element>();
    for (const spot of spotsOf(root)) {
      if (!isFigure(spot.text) || !spoken(spot.text, names).startsWith(text)) continue;
      const target = targetOf(spot.element, name);
      if (target?.kind === kind) found.add(target.element);
    }
    return [...found];
  }
  const known = targetsIn(root, kind, name).filter((element) => ownWords(element, '', context) === text);
  if (known.length > 0 || kind !== 'button') return known;
  const pressed = (saying(root, names).get(text) ?? []).flatMap((one) => targetOf(one, name)?.element ?? []);
  return [...new Set(pressed)];
}

const indexes = oncePerLook((_: Element) => new Map<string, Map<string, Element[]>>());

/** The elements under a root by the words they say. */
function saying(root: Element, names: readonly string[]): ReadonlyMap<string, readonly Element[]> {
  const byNames = indexes(root);
  const key = names.join(' ');
  let index = byNames.get(key);
  if (index === undefined) {
    index = new Map();
    for (const inner of rootsOf(root)) collect(inner, names, index);
    byNames.set(key, index);
  }
  return index;
}

function collect(root: ParentNode, names: readonly string[], index: Map<string, Element[]>): void {
  const document = root.ownerDocument ?? (root as Document);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (node.previousSibling?.nodeType === Node.TEXT_NODE) continue;
    let text = (node as Text).data;
    for (let next = node.nextSibling; next?.nodeType === Node.TEXT_NODE; next = next.nextSibling) {
      text += (next as Text).data;
    }
    const element = node.parentElement;
    if (element === null || text.length > 200 || !isWords(text)) continue;
    const said = spoken(text, names);
    const holders = index.get(said);
    if (holders === undefined) index.set(said, [element]);
    else if (!holders.includes(element)) holders.push(element);
  }
}

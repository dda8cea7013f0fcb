import type { TaughtKind, TaughtName } from '../../domain/taught.ts';
import { hasChosenClass, isOn } from '../page/control-state.ts';
import { queryRoots } from '../page/deep-query.ts';
import { isTextControl, shownTextControls } from '../page/text-controls.ts';
import { outerParent } from '../page/visible.ts';
import { buttons, isFigure, isOnShow, rootsOf, spotsOf, toggles } from './spots.ts';

/** What a field is read from, however near to it the trader pointed. */
export interface Target {
  readonly element: Element;
  readonly kind: TaughtKind;
}

const orderNames: ReadonlySet<TaughtName> = new Set(['buy', 'sell', 'order', 'longTab', 'shortTab']);
const wordNames: ReadonlySet<TaughtName> = new Set(['marginMode', 'sizeUnit']);
const options =
  '[role=tab],[role=radio],[role=option],[aria-pressed],[aria-selected],[aria-checked],input[type=radio],[data-state]';

export function isControlName(name: TaughtName): boolean {
  return orderNames.has(name);
}

/** Whether the field is a figure; the others are words or states. */
export function isFigureName(name: TaughtName): boolean {
  return !orderNames.has(name) && !wordNames.has(name) && name !== 'reduceOnly';
}

/**
 * The element a field is read from, for an element the trader pointed at: the input of a wrapper, the button around a
 * word, all of a row of alternatives of which one is chosen, else the innermost element that holds all of its text.
 */
export function targetOf(pointed: Element, name: TaughtName): Target | null {
  if (isControlName(name)) {
    const button = pointed.closest(`${buttons},[role=tab],[role=radio]`) ?? pressedAround(pointed);
    return isOnShow(button) ? { element: button, kind: 'button' } : null;
  }
  if (name === 'reduceOnly') return toggleAt(pointed);
  if (isTextControl(pointed)) return { element: pointed, kind: 'input' };
  const inside = shownTextControls(queryRoots(rootsOf(pointed), 'input'));
  const [only] = inside;
  if (only !== undefined && inside.length === 1 && isFigureName(name))
    return { element: only, kind: 'input' };
  const select = pointed.closest('select');
  if (select !== null) return { element: select, kind: 'text' };
  const group = wordNames.has(name) ? groupAround(pointed) : null;
  if (group !== null) return { element: group, kind: 'choice' };
  const element = innermost(pointed);
  return spotsOf(element).length > 0 && isOnShow(element) ? { element, kind: 'text' } : null;
}

/** The innermost element that holds every text and control of this one. */
export function innermost(element: Element): Element {
  const all = spotsOf(element);
  const [first] = all;
  if (first === undefined) return element;
  let at = first.element;
  while (at !== element && !all.every((spot) => at === spot.element || at.contains(spot.element))) {
    at = outerParent(at) ?? element;
  }
  return at;
}

/** Alternatives under an element of which the page says which one is chosen. */
export function optionsIn(group: Element): readonly Element[] {
  const stated = queryRoots(rootsOf(group), options).filter((one) => isOn(one) !== null);
  const outermost = stated.filter((one) => !stated.some((other) => other !== one && other.contains(one)));
  if (outermost.length > 1) return outermost;
  const children = [...group.children].filter(isOnShow);
  return children.length > 1 && children.filter(hasChosenClass).length === 1 ? children : [];
}

/** The row of alternatives an element belongs to; `null` for a word that stands alone. */
function groupAround(pointed: Element): Element | null {
  let at: Element | null = pointed;
  for (let depth = 0; at !== null && depth < 4; depth += 1, at = outerParent(at)) {
    const found = optionsIn(at);
    if (found.length > 8) return null;
    if (found.some((option) => option.contains(pointed) || pointed.contains(option))) return at;
  }
  return null;
}

function toggleAt(pointed: Element): Target | null {
  const label = pointed.closest('label') as HTMLLabelElement | null;
  if (label?.control?.matches(toggles) === true) return { element: label.control, kind: 'toggle' };
  let at: Element | null = pointed;
  for (let depth = 0; at !== null && depth < 4; depth += 1, at = outerParent(at)) {
    if (at.matches(toggles) || (depth === 0 && isOn(at) !== null)) return { element: at, kind: 'toggle' };
    const inside = queryRoots(rootsOf(at), toggles);
    if (inside.length === 1 && inside[0] !== undefined) return { element: inside[0], kind: 'toggle' };
    if (inside.length > 1) return null;
  }
  return null;
}

/** For pages that press plain elements: the outermost one around that shows the pointing hand. */
function pressedAround(pointed: Element): Element {
  let found = pointed;
  for (let at: Element | null = pointed; at !== null; at = outerParent(at)) {
    const view = at.ownerDocument.defaultView;
    if (view?.getComputedStyle(at).cursor !== 'pointer') break;
    if (spotsOf(at).length > 3) break;
    found = at;
  }
  return found;
}

/** One of several that stand for a choice: it sends nothing itself. */
export function isAlternative(element: Element): boolean {
  return element.matches(
    '[role=tab],[role=radio],[role=option],[aria-pressed],[aria-selected],[aria-checked]',
  );
}

/** All elements under a root that a field of this kind could be read from, in reading order. */
export function targetsIn(root: Element, kind: TaughtKind, name: TaughtName): readonly Element[] {
  const roots = rootsOf(root);
  if (kind === 'input') return shownTextControls(queryRoots(roots, 'input'));
  if (kind === 'button') {
    const isTab = name === 'longTab' || name === 'shortTab';
    return queryRoots(roots, `${buttons},[role=tab],[role=radio]`).filter(
      (element) => (isTab || !isAlternative(element)) && isOnShow(element),
    );
  }
  if (kind === 'toggle') return queryRoots(roots, toggles);
  const figures = isFigureName(name);
  const found = new Set<Element>();
  for (const spot of spotsOf(root)) {
    if (spot.text === '' && spot.element.localName !== 'select') continue;
    if (spot.text !== '' && figures !== isFigure(spot.text)) continue;
    const target = targetOf(spot.element, name);
    if (target?.kind === kind) found.add(target.element);
  }
  return [...found];
}

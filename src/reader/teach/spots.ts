import { isOn } from '../page/control-state.ts';
import { searchRoots } from '../page/deep-query.ts';
import { oncePerLook } from '../page/look.ts';
import { isTextControl } from '../page/text-controls.ts';
import { childrenOf } from '../page/text-items.ts';
import { isDrawn, isShown, isWithdrawn } from '../page/visible.ts';

/** One stop of the eye in reading order: a text with the element it stands in, or a control. */
export interface Spot {
  readonly element: Element;
  /** Empty for a control. */
  readonly text: string;
}

const silent = new Set('script style noscript template svg head title option textarea canvas'.split(' '));
export const toggles = 'input[type=checkbox],[role=checkbox],[role=switch]';
export const buttons = 'button,[role=button],input[type=submit],input[type=button],a';

/** An element and the trees inside it, looked for once a look. */
export const rootsOf = oncePerLook((element: Element) => searchRoots(element));

/** Texts and controls under an element as a person reads them, into open shadow roots and same-origin frames. */
export const spotsOf = oncePerLook((root: Element): readonly Spot[] => {
  const spots: Spot[] = [];
  walk(root, spots);
  return spots;
});

function walk(element: Element, spots: Spot[]): void {
  if (silent.has(element.localName) || element.getAttribute('aria-hidden') === 'true') return;
  if (isTextControl(element) || element.matches('select') || element.matches(toggles)) {
    if (isShown(element)) spots.push({ element, text: '' });
    if (element.localName === 'input' || element.localName === 'select') return;
  }
  let run = '';
  for (const child of childrenOf(element)) {
    if (child.nodeType === Node.TEXT_NODE) run += (child as Text).data;
    else if (child.nodeType === Node.ELEMENT_NODE) {
      add(run, element, spots);
      run = '';
      walk(child as Element, spots);
    }
  }
  add(run, element, spots);
}

function add(run: string, element: Element, spots: Spot[]): void {
  const text = run.replace(/\s+/g, ' ').trim();
  if (text !== '' && isDrawn(element)) spots.push({ element, text });
}

/** On show, and not taken off the page for assistive technology. */
export function isOnShow(element: Element): boolean {
  return isShown(element) && !isWithdrawn(element);
}

/** Words of the page: it has a letter and no figure. */
export function isWords(text: string): boolean {
  return /\p{L}/u.test(text) && !/\d/.test(text.normalize('NFKC'));
}

/** A figure, or the page's sign for none. */
export function isFigure(text: string): boolean {
  return /\d/.test(text.normalize('NFKC')) || /^[^\p{L}]*[-–—][^\p{L}]*$/u.test(text);
}

/** The captions and chosen tabs under an element: changes with what the ticket offers, not with what it says. */
export function layoutOf(root: Element): string {
  return spotsOf(root)
    .flatMap(({ element, text }) => {
      if (!isWords(text)) return [];
      const control = element.closest(`${buttons},[role=tab],[role=radio],label`);
      if (control === null) return [text];
      const state = isOn(control);
      return state === null && control.matches(buttons) ? [] : [`${text}${state === true ? '+' : ''}`];
    })
    .join('|')
    .slice(0, 2_000);
}

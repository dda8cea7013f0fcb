import { isFoldedAway, isShown, isWithdrawn } from './visible.ts';

const typeable = new Set(['text', 'number', 'tel', 'decimal', '']);

/** An input a person types a figure into. */
export function isTextControl(element: Element): element is HTMLInputElement {
  return element.localName === 'input' && typeable.has(element.getAttribute('type')?.toLowerCase() ?? '');
}

/** Those of the elements that are such inputs and are on show. */
export function shownTextControls(elements: readonly Element[]): readonly HTMLInputElement[] {
  return elements
    .filter(isTextControl)
    .filter((control) => isShown(control) && !isWithdrawn(control) && !isFoldedAway(control));
}

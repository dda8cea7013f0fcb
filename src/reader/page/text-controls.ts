import { isFoldedAway, isShown, isWithdrawn } from './visible.ts';

const typeable = new Set(['text', 'number', 'tel', 'decimal', '']);

/** An input a person types a figure into. */
export function isTextControl(element: Element): element is HTMLInputElement {
  return element.localName === 'input' && typeable.has(element.getAttribute('type')?.toLowerCase() ?? '');
}

/** A box of a list that shows what is chosen: a word or a leverage in an input nobody can type into. */
export function isChoiceBox(element: Element): element is HTMLInputElement {
  return (
    isTextControl(element) &&
    element.readOnly &&
    /^(?:\p{L}|\d+(?:\.\d+)?\s*[x×]$)/iu.test(element.value.trim())
  );
}

/** Those of the elements that are such inputs and are on show. */
export function shownTextControls(elements: readonly Element[]): readonly HTMLInputElement[] {
  return elements
    .filter(isTextControl)
    .filter(
      (control) =>
        !isChoiceBox(control) && isShown(control) && !isWithdrawn(control) && !isFoldedAway(control),
    );
}

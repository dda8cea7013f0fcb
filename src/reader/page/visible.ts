import { oncePerLook } from './look.ts';

/** What a person can see of the page. Hidden twins, decoys and remains of the page's last state are no evidence. */

const drawn = { checkOpacity: true, checkVisibilityCSS: true } as const;

/** Drawn at all; true also for an element whose own box is empty but whose children show. */
export const isDrawn = oncePerLook((element: Element) => element.checkVisibility(drawn));

/** Drawn, at least 2 px wide and high, and not moved off the page's edge. */
export const isShown = oncePerLook((element: Element) => isDrawn(element) && hasPlace(element));

/** Where the element stands in its view. */
export const boxOf = oncePerLook((element: Element): DOMRect => element.getBoundingClientRect());

const extentOf = oncePerLook((document: Document) => {
  const view = document.defaultView;
  const width = Math.max(document.documentElement.scrollWidth, view?.innerWidth ?? 0);
  return { x: view?.scrollX ?? 0, y: view?.scrollY ?? 0, width };
});

function hasPlace(element: Element): boolean {
  const { width, height, left, right, bottom } = boxOf(element);
  const page = extentOf(element.ownerDocument);
  return width >= 2 && height >= 2 && right + page.x > 0 && bottom + page.y > 0 && left + page.x < page.width;
}

/** In a part of the page that is folded to nothing: it has a place by its own measure, and nobody sees it. */
export function isFoldedAway(element: Element): boolean {
  for (let at = outerParent(element); at !== null; at = outerParent(at)) if (foldsAway(at)) return true;
  return false;
}

const foldsAway = oncePerLook((element: Element) => {
  const { width, height } = boxOf(element);
  if (width >= 2 && height >= 2) return false;
  const overflow = element.ownerDocument.defaultView?.getComputedStyle(element).overflow ?? '';
  return /hidden|clip|auto|scroll/.test(overflow);
});

/** The parent across shadow roots and same-origin frames. */
export function outerParent(element: Element): Element | null {
  return element.parentElement ?? hostOf(element.getRootNode());
}

/** The element a shadow root or a same-origin frame's document stands in; `null` for the page's own document. */
export function hostOf(root: Node): Element | null {
  if ('host' in root) return (root as ShadowRoot).host;
  return (root as Document).defaultView?.frameElement ?? null;
}

/** Whether `outer` holds `inner`, across shadow roots and same-origin frames. */
export function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = hostOf(at.getRootNode())) {
    if (outer.contains(at)) return true;
    if (at.getRootNode() === outer.getRootNode()) return false;
  }
  return false;
}

const dialogs = '[role=dialog],[role=alertdialog],[aria-modal=true],dialog[open]';
const marks = '[aria-hidden=true],[inert]';

/** Dialogs that are open; one that is still fading in is open already. */
const openDialogs = oncePerLook((document: Document) =>
  [...document.querySelectorAll(dialogs)].filter((dialog) => dialog.checkVisibility()),
);

/**
 * Taken off the page for assistive technology, and so no part of it for a person either. While a dialog is open, pages
 * mark what lies behind it so; one such mark, with an open dialog outside it, is passed over.
 */
export const isWithdrawn = oncePerLook((element: Element) => {
  const mark = markOf(element);
  if (mark === null) return false;
  const outer = outerParent(mark);
  if (outer !== null && markOf(outer) !== null) return true;
  return !openDialogs(mark.ownerDocument).some((dialog) => !mark.contains(dialog));
});

function markOf(element: Element): Element | null {
  for (let at: Element | null = element; at !== null; at = hostOf(at.getRootNode())) {
    const mark = at.closest(marks);
    if (mark !== null) return mark;
  }
  return null;
}

/** Inside a dialog that lies over the page. */
export function isInDialog(element: Element): boolean {
  return element.closest(dialogs) !== null;
}

/** What a person can see of the page. Hidden twins, decoys and remains of the page's last state are no evidence. */

const drawn = { checkOpacity: true, checkVisibilityCSS: true } as const;

/** Drawn, at least 2 px wide and high, and not moved off the page's edge. */
export function isShown(element: Element): boolean {
  return element.checkVisibility(drawn) && hasPlace(element);
}

/** Drawn at all; cheaper than `isShown`, and true for an element whose box is empty but whose children show. */
export function isDrawn(element: Element): boolean {
  return element.checkVisibility(drawn);
}

function hasPlace(element: Element): boolean {
  const box = element.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) return false;
  const view = element.ownerDocument.defaultView;
  const root = element.ownerDocument.documentElement;
  if (view === null) return false;
  return (
    box.right + view.scrollX > 0 &&
    box.bottom + view.scrollY > 0 &&
    box.left + view.scrollX < Math.max(root.scrollWidth, view.innerWidth)
  );
}

/** In a part of the page that is folded to nothing: it has a place by its own measure, and nobody sees it. */
export function isFoldedAway(element: Element): boolean {
  for (let at = outerParent(element); at !== null; at = outerParent(at)) {
    const box = at.getBoundingClientRect();
    if (box.width >= 2 && box.height >= 2) continue;
    const overflow = at.ownerDocument.defaultView?.getComputedStyle(at).overflow ?? '';
    if (/hidden|clip|auto|scroll/.test(overflow)) return true;
  }
  return false;
}

/** The parent across shadow roots and same-origin frames. */
export function outerParent(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  if ('host' in root) return (root as ShadowRoot).host;
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/** Whether `outer` holds `inner`, across shadow roots and same-origin frames. */
export function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = outerParent(at)) if (at === outer) return true;
  return false;
}

const dialogs = '[role=dialog],[role=alertdialog],[aria-modal=true],dialog[open]';

/**
 * Taken off the page for assistive technology, and so no part of it for a person either. While a dialog is open, pages
 * mark what lies behind it so; one such mark, with an open dialog outside it, is passed over.
 */
export function isWithdrawn(element: Element): boolean {
  const marked: Element[] = [];
  for (let at: Element | null = element; at !== null; at = outerParent(at)) {
    if (at.getAttribute('aria-hidden') === 'true' || at.hasAttribute('inert')) marked.push(at);
  }
  const [outermost] = marked;
  if (outermost === undefined) return false;
  if (marked.length > 1) return true;
  const open = [...element.ownerDocument.querySelectorAll(dialogs)];
  // A dialog that is still fading in is open already.
  return !open.some((dialog) => !outermost.contains(dialog) && dialog.checkVisibility());
}

/** Inside a dialog that lies over the page. */
export function isInDialog(element: Element): boolean {
  return element.closest(dialogs) !== null;
}

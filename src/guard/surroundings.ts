import type { Box } from './box.ts';
import { rootOf } from './page-root.ts';
import type { Surroundings } from './place-strip.ts';

const controls =
  'input, select, textarea, button, [role="button"], [role="slider"], [role="tab"], [contenteditable="true"]';
const pressable =
  'input, select, textarea, button, a[href], summary, [role="button"], [role="tab"], [role="slider"], [role="menuitem"]';

/** What somebody types into anywhere on the page. */
const typedInto = 'input, textarea, [contenteditable="true"]';

/** Box of an element in the top window's viewport, also when it sits in a frame of the same origin. */
export function pageBoxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return { left, top, width, height };
  const outer = pageBoxOf(frame);
  return {
    left: outer.left + left + frame.clientLeft,
    top: outer.top + top + frame.clientTop,
    width,
    height,
  };
}

function isDrawn({ width, height }: Box): boolean {
  return width > 1 && height > 1;
}

/** What the strip must and what it should not stand on. */
export function surroundingsOf(
  window: Window,
  scope: Element | null,
  submits: readonly Element[],
): Surroundings {
  const view = {
    width: rootOf(window.document)?.clientWidth ?? window.innerWidth,
    height: window.innerHeight,
  };
  const isOnScreen = ({ top, height }: Box) => top < view.height && top + height > 0;
  const drawn = (elements: Iterable<Element>) => [...elements].map(pageBoxOf).filter(isDrawn);
  const never = drawn(submits);
  const fields = drawn(window.document.querySelectorAll(typedInto)).filter(isOnScreen);
  if (scope === null) return { view, ticket: undefined, never, keepFree: fields };
  const keepFree = [...drawn(scope.querySelectorAll(controls)), ...fields];
  const ticket = pageBoxOf(scope);
  return { view, ticket: isDrawn(ticket) ? ticket : undefined, never, keepFree };
}

/** A pointer in the middle of the element would meet it, also where it sits in a frame of the same origin. */
export function isMet(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const met = root.elementFromPoint(left + width / 2, top + height / 2);
  const frame = element.ownerDocument.defaultView?.frameElement;
  return element.contains(met) && (!frame || isMet(frame));
}

/** The page's own elements at a point, the topmost first. */
export function elementsAt(
  document: Document,
  isOurs: (element: Element) => boolean,
  x: number,
  y: number,
): readonly Element[] {
  return document.elementsFromPoint(x, y).filter((one) => !isOurs(one));
}

/** How many different things that can be pressed lie under a box, asked at a few points of it. */
export function busyUnder(
  document: Document,
  isOurs: (element: Element) => boolean,
  { left, top, width, height }: Box,
): number {
  const found = new Set<Element>();
  for (const share of [0.03, 0.2, 0.4, 0.6, 0.8, 0.97]) {
    for (const y of [top + 4, top + height - 4]) {
      const topmost = document.elementsFromPoint(left + width * share, y).find((one) => !isOurs(one));
      const control = topmost?.closest(pressable);
      if (control) found.add(control);
    }
  }
  return found.size;
}

/** The page's own element at a point of the window, into open shadow roots and same-origin frames; ours are passed by. */
export function elementBelow(
  document: Document,
  isOurs: (element: Element) => boolean,
  x: number,
  y: number,
): Element | null {
  const top = document.elementsFromPoint(x, y).find((element) => !isOurs(element));
  return top === undefined ? null : deeper(top, x, y);
}

function deeper(element: Element, x: number, y: number): Element {
  if (element.localName === 'iframe') {
    const inner = (element as HTMLIFrameElement).contentDocument;
    if (inner === null) return element;
    const { left, top } = element.getBoundingClientRect();
    const { clientLeft, clientTop } = element;
    const [innerX, innerY] = [x - left - clientLeft, y - top - clientTop];
    const found = inner.elementFromPoint(innerX, innerY);
    return found === null ? element : deeper(found, innerX, innerY);
  }
  const found = element.shadowRoot?.elementFromPoint(x, y) ?? null;
  return found === null || found === element ? element : deeper(found, x, y);
}

/** Scrolls what lies under a point, as the wheel would if nothing of ours lay over it. */
export function scrollBelow(element: Element | null, deltaX: number, deltaY: number): void {
  for (let at = element; at !== null; at = at.parentElement) {
    const view = at.ownerDocument.defaultView;
    const { overflowY = '', overflowX = '' } = view?.getComputedStyle(at) ?? {};
    const down = /auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight + 1;
    const across = /auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth + 1;
    if ((down && deltaY !== 0) || (across && deltaX !== 0)) {
      at.scrollBy(deltaX, deltaY);
      return;
    }
  }
}

/** `hover`: pointed at; `taken`: read there; `wrong`: nothing to read there. */
type OutlineKind = 'hover' | 'taken' | 'wrong';

/** A frame around one element of the page, with a label, drawn in our own layer. */
export class Outline {
  readonly #box: HTMLElement;
  readonly #label: HTMLElement;
  #element: Element | null = null;

  constructor(layer: HTMLElement) {
    this.#box = layer.ownerDocument.createElement('div');
    this.#box.className = 'rf-teach-outline';
    this.#box.hidden = true;
    this.#label = layer.ownerDocument.createElement('span');
    this.#box.append(this.#label);
    layer.append(this.#box);
  }

  show(element: Element, label: string, kind: OutlineKind): void {
    this.#element = element;
    this.#label.textContent = label.length > 48 ? `${label.slice(0, 47)}…` : label;
    this.#box.dataset.kind = kind;
    this.#box.hidden = false;
    this.place();
  }

  hide(): void {
    this.#element = null;
    this.#box.hidden = true;
  }

  /** Follows the element where it went; a page that took it away has nothing left to outline. */
  place(): void {
    if (this.#element === null) return;
    if (!this.#element.isConnected) {
      this.hide();
      return;
    }
    const { left, top, width, height } = placeInWindow(this.#element);
    const gap = 3;
    const { style } = this.#box;
    style.setProperty('left', `${Math.round(left - gap)}px`);
    style.setProperty('top', `${Math.round(top - gap)}px`);
    style.setProperty('width', `${Math.round(width + 2 * gap)}px`);
    style.setProperty('height', `${Math.round(height + 2 * gap)}px`);
    this.#box.dataset.label = top < 40 ? 'below' : 'above';
    const { innerWidth } = this.#box.ownerDocument.defaultView ?? { innerWidth: 0 };
    this.#box.dataset.edge = left + this.#label.offsetWidth + 8 > innerWidth ? 'end' : 'start';
  }
}

/** The element's box in the top window, also when it stands in a frame of the same origin. */
function placeInWindow(element: Element): { left: number; top: number; width: number; height: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return { left, top, width, height };
  const outer = placeInWindow(frame);
  return {
    left: outer.left + left + frame.clientLeft,
    top: outer.top + top + frame.clientTop,
    width,
    height,
  };
}

import { pageTheme } from '../page-theme.ts';
import { elementBelow } from './element-below.ts';
import { Outline } from './outline.ts';
import { isCovered, placePanel } from './panel-place.ts';

/** Rising has an end where the page rises after us each time. */
const mostRaises = 40;

/**
 * The layer over the whole page that takes every pointer while the picker is open, so that nothing on the page can be
 * pressed; the outline around what is pointed at and the home of the panel stand on it.
 */
export class TeachLayer {
  readonly panel: HTMLElement;
  readonly outline: Outline;
  readonly #window: Window;
  readonly #root: ShadowRoot;
  readonly #isOurs: (element: Element) => boolean;
  readonly #layer: HTMLElement;
  #raised = 0;
  #pointer = { x: -1, y: -1 };

  constructor(window: Window, root: ShadowRoot, isOurs: (element: Element) => boolean) {
    this.#window = window;
    this.#root = root;
    this.#isOurs = isOurs;
    const { ownerDocument } = root;
    this.#layer = ownerDocument.createElement('div');
    this.#layer.className = 'rf rf-teach-layer';
    this.#layer.setAttribute('popover', 'manual');
    this.#layer.dataset.act = 'point';
    this.panel = ownerDocument.createElement('div');
    this.panel.className = 'rf-teach-home';
    this.outline = new Outline(this.#layer);
    this.#layer.append(this.panel);
    root.append(this.#layer);
  }

  /** @param scope the ticket, whose theme it takes over */
  open(scope: Element | null): void {
    this.#layer.style.colorScheme = pageTheme(this.#window, scope);
    this.show();
  }

  /** Shows it in the top layer, again where the page took it out. */
  show(): void {
    if (this.#layer.isConnected && !this.#layer.matches(':popover-open')) this.#layer.showPopover();
  }

  stop(): void {
    if (this.#layer.matches(':popover-open')) this.#layer.hidePopover();
    this.#layer.remove();
  }

  /** In the top layer again where the page took it out or came over it, and in its place. */
  refresh(scope: Element | null): void {
    this.show();
    this.#raise();
    this.outline.place();
    this.place(scope);
  }

  /** Puts the panel where it hides the least of the ticket. */
  place(scope: Element | null): void {
    const panel = this.panel.querySelector<HTMLElement>('.rf-teach');
    if (panel !== null) placePanel(panel, scope, this.#window);
  }

  pointerIs(x: number, y: number): void {
    this.#pointer = { x, y };
  }

  get isPointerOnPanel(): boolean {
    const { x, y } = this.#pointer;
    return this.#root.elementFromPoint(x, y)?.closest('.rf-teach') != null;
  }

  /** The page's own element under the pointer. */
  below(): Element | null {
    return elementBelow(this.#window.document, this.#isOurs, this.#pointer.x, this.#pointer.y);
  }

  /** To the panel's next step. */
  focus(): void {
    const wanted = this.panel.querySelector<HTMLElement>(
      '.rf-teach-way-main, .rf-teach-way, .rf-teach-spots',
    );
    (wanted ?? this.panel.querySelector<HTMLElement>('footer [data-act="close"]'))?.focus();
  }

  /** To the panel's next stop, round and round: the page behind has no turn. */
  tab(isBack: boolean): void {
    const stops = [...this.panel.querySelectorAll<HTMLElement>('button, summary, [tabindex="0"]')].filter(
      (one) => one.checkVisibility(),
    );
    const at = stops.indexOf(this.#root.activeElement as HTMLElement);
    stops[(at + (isBack ? -1 : 1) + stops.length) % stops.length]?.focus();
  }

  /** Comes out on top again of what came into the top layer later; never in a race with a page that does the same. */
  #raise(): void {
    const panel = this.panel.querySelector('.rf-teach');
    if (panel === null || this.#raised >= mostRaises) return;
    if (!isCovered(panel, this.#window.document, this.#isOurs)) return;
    this.#raised += 1;
    const focused = this.#root.activeElement as HTMLElement | null;
    this.#layer.hidePopover();
    this.#layer.showPopover();
    focused?.focus();
  }
}

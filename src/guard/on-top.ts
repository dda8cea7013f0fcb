import type { PageWorld } from './page-world.ts';
import { Rises, Sight } from './sight.ts';

/** A menu of the page's may lie over the strip for a moment. */
const coverableMs = 1_500;

interface Options {
  readonly root: ShadowRoot;
  /** The popover that stands in the top layer. */
  readonly layer: HTMLElement;
  /** What of it has to be seen. */
  readonly target: () => Element | null;
  readonly now: () => number;
  /** An order button can be pressed just now: nothing of the page's lies over it. */
  readonly canOrder: () => boolean;
  /** Told each time it had to rise. */
  readonly risen: () => void;
}

/** Keeps a layer of ours in the browser's top layer and above what a page puts there. */
export class OnTop {
  readonly #options: Options;
  readonly #sight: Sight;
  readonly #rises: Rises;

  constructor(options: Options) {
    this.#options = options;
    this.#sight = new Sight(options.root, options.now, 'at-each-look');
    this.#rises = new Rises(options.now);
  }

  /** Shows it, again where the page took it out or came over it, and keeps it from fading by itself. */
  renew(): void {
    const { layer, target } = this.#options;
    if (!layer.isConnected) return;
    if (!layer.matches(':popover-open')) layer.showPopover();
    for (const fade of layer.getAnimations()) fade.currentTime = 0;
    this.#sight.look(target());
    if (this.#isCoveredNow() && this.#rises.mayRise()) this.#rise();
  }

  /** An event of the page's that may tell of something over it. */
  heard(event: Event): void {
    this.#sight.heard(event);
  }

  /** Something of the page's lies over it, or does so again each time it rises. */
  get isCovered(): boolean {
    return this.#rises.isWorn || this.#isCoveredNow();
  }

  stop(): void {
    this.#sight.stop();
  }

  #isCoveredNow(): boolean {
    return this.#sight.coveredFor > coverableMs && !this.#isCoveredRightly();
  }

  /** By a surface of ours, or by a dialog of the page's that keeps the ticket from being used as well. */
  #isCoveredRightly(): boolean {
    const { root, canOrder } = this.#options;
    const { ownerDocument: page } = root;
    if (root.querySelector('dialog[open]') !== null) return true;
    if ((globalThis as PageWorld).ringfencePicker?.signal.aborted === false) return true;
    return page.querySelector('dialog:modal, :fullscreen') !== null && !canOrder();
  }

  /** Last into the top layer is on top of it. */
  #rise(): void {
    const { root, layer, risen } = this.#options;
    const focused = root.activeElement;
    layer.hidePopover();
    layer.showPopover();
    if (focused instanceof HTMLElement) focused.focus();
    this.#sight.risen();
    risen();
  }
}

import { heardEvents, overtakingEvents, passiveEvents } from './heard-events.ts';
import { pressEvents } from './press-event.ts';

/** What is told of every event a page could hear of. */
export type Hear = (event: Event) => void;

const types: ReadonlySet<string> = new Set([...heardEvents, ...overtakingEvents, ...pressEvents]);

/**
 * Listeners on a window that are older than the page's own. They are there from the start of the document, long before
 * there is anything to guard; whoever guards is told through `to`.
 */
export class Ears {
  to: Hear | undefined;
  readonly #window: Window;
  readonly #signal: AbortSignal;

  constructor(window: Window, signal: AbortSignal) {
    this.#window = window;
    this.#signal = signal;
    this.listen();
  }

  /** Adding a listener twice does nothing, so this may be called again to win back listeners that a page wiped. */
  listen(): void {
    for (const type of types) {
      this.#window.addEventListener(type, this.#hear, {
        capture: true,
        passive: passiveEvents.has(type),
        signal: this.#signal,
      });
    }
  }

  /** `document.open()` wipes every listener and all that stands in the document: we are back before the next task. */
  follow(page: Document): void {
    const watch = new MutationObserver(() => this.listen());
    watch.observe(page, { childList: true });
    this.#signal.addEventListener('abort', () => watch.disconnect());
  }

  readonly #hear = (event: Event): void => this.to?.(event);
}

import { overtakingEvents } from './heard-events.ts';
import { rootOf } from './page-root.ts';

const overtaking: ReadonlySet<string> = new Set(overtakingEvents);

/** Of newer browsers. */
interface Transiting {
  readonly activeViewTransition?: { skipTransition(): void } | null;
}

/** What newer browsers tell of an element besides: whether anything at all is drawn over it. */
interface SeenEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/**
 * Whether a surface of ours is seen, or something of the page's lies over it. Only what stands in the browser's top
 * layer can. Where the browser tells what is drawn over an element it is asked; elsewhere what a pointer would meet there
 * counts, and whatever the page puts into the top layer after us.
 */
export class Sight {
  readonly #root: ShadowRoot;
  readonly #now: () => number;
  readonly #isAtEachLook: boolean;
  #target: Element | undefined;
  #watch: IntersectionObserver | undefined;
  #isWatching = false;
  #coveredSince: number | undefined;
  /** Something of the page's came into the top layer since we did. */
  #isOvertaken = false;

  /**
   * @param when `always`: in every frame; `at-each-look`: once for each call of `look`, which costs a page that never rests
   * a hundredth as much.
   */
  constructor(root: ShadowRoot, now: () => number, when: 'always' | 'at-each-look') {
    this.#root = root;
    this.#now = now;
    this.#isAtEachLook = when === 'at-each-look';
  }

  /** Something may have come into the top layer; told of by listeners that are older than the page's own. */
  heard({ type, target }: Event): void {
    if (!overtaking.has(type) || target === this.#root.host || !(target instanceof Element)) return;
    this.#isOvertaken ||= Element.prototype.matches.call(target, '[popover],dialog,:fullscreen');
  }

  /** The element that is to be seen from now on. */
  look(target: Element | null): void {
    if (this.#target === (target ?? undefined)) {
      this.#ask();
      return;
    }
    this.#watch?.disconnect();
    this.#watch = undefined;
    this.#isWatching = false;
    this.#target = target ?? undefined;
    this.#coveredSince = undefined;
    if (target === null || !tellsWhatIsSeen()) return;
    const options = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
    this.#watch = new IntersectionObserver((entries) => {
      const last: SeenEntry | undefined = entries.at(-1);
      this.#note(last?.isIntersecting === true && last.isVisible === false);
      if (!this.#isAtEachLook) return;
      this.#watch?.disconnect();
      this.#isWatching = false;
    }, options);
    this.#ask();
  }

  #ask(): void {
    if (this.#watch === undefined || this.#target === undefined || this.#isWatching) return;
    this.#isWatching = true;
    this.#watch.observe(this.#target);
  }

  /** Milliseconds for which something has lain over it; 0: it is seen as far as can be told. */
  get coveredFor(): number {
    if (this.#target === undefined) return 0;
    if (this.#watch === undefined) this.#note(this.#isOvertaken || this.#isInTransition() || this.#isMet());
    return this.#coveredSince === undefined ? 0 : this.#now() - this.#coveredSince + 1;
  }

  /** It was put on top again. What the browser draws over everything for the page is ended: nothing can rise above that. */
  risen(): void {
    const page: Transiting = this.#root.ownerDocument;
    page.activeViewTransition?.skipTransition();
    this.#isOvertaken = false;
    this.#coveredSince = undefined;
    const target = this.#target;
    // Asked anew: an observer tells of changes only, and what covers it may have risen with it.
    this.look(null);
    this.look(target ?? null);
  }

  stop(): void {
    this.look(null);
  }

  #note(isCovered: boolean): void {
    this.#coveredSince = isCovered ? (this.#coveredSince ?? this.#now()) : undefined;
  }

  /** The browser draws a page's transition over everything, the top layer too. */
  #isInTransition(): boolean {
    return transiting !== undefined && rootOf(this.#root.ownerDocument)?.matches(transiting) === true;
  }

  /** A pointer in the middle of it would meet something of the page's. */
  #isMet(): boolean {
    const { left, top, width, height } = this.#target?.getBoundingClientRect() ?? new DOMRect();
    if (width === 0 || height === 0) return false;
    const met = this.#root.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
    return met !== null && met !== this.#root.host;
  }
}

const transiting = CSS.supports('selector(:active-view-transition)') ? ':active-view-transition' : undefined;

function tellsWhatIsSeen(): boolean {
  return (
    typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype
  );
}

/** Rising has an end where the page rises after us each time: both would do nothing else any more. */
const mostRises = 3;
const withinMs = 15_000;

/** Counts how often a surface was put on top again. */
export class Rises {
  readonly #now: () => number;
  #at: number[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** It rose as often as it may: the page rises after it each time. */
  get isWorn(): boolean {
    const now = this.#now();
    this.#at = this.#at.filter((at) => now - at < withinMs);
    return this.#at.length >= mostRises;
  }

  /** Whether it may rise once more; counted as a rise when it may. */
  mayRise(): boolean {
    if (this.isWorn) return false;
    this.#at.push(this.#now());
    return true;
  }
}

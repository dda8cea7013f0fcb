import { rootOf } from './page-root.ts';

/** By this an updated extension finds what an older copy of this script left behind. Says nothing to anybody else. */
const mark = 'data-ringfence';

/** Beats the page's own styles for our one element; everything inside is out of their reach. */
const hostStyle: Readonly<Record<string, string>> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  'z-index': '2147483647',
  'color-scheme': 'inherit',
};

/**
 * What undoes the zoom of the page's root, 1 where there is none. Places are measured as they are seen, and what is enlarged
 * from them stands off the screen; a page may also make itself tiny or huge and its parts what they were.
 */
function zoomAgainst(page: Document): number {
  const zoom = (rootOf(page) as { readonly currentCSSZoom?: number } | null)?.currentCSSZoom ?? 1;
  return zoom > 0 ? 1 / zoom : 1;
}

/** A page that takes the element away as fast as it comes must not drag us into a race that freezes it. */
const quickestPutMs = 250;

interface HostOptions {
  readonly page: Document;
  readonly styles: string;
  /** False when our time is over: an older copy that was removed by its successor must not come back. */
  readonly mayReturn: () => boolean;
  /** Called after the element was put back; what was in the top layer has to be shown again. */
  readonly restored: () => void;
  /** Called whenever the page was found to have removed or changed the element, after it was put right. */
  readonly tampered?: () => void;
  /** Told apart from our other element in the same page. */
  readonly name?: string;
  /** Of our own texts: `all` leaves the page's direction in force. */
  readonly direction?: 'ltr' | 'rtl';
}

/** The direction a catalogue's `text_direction` names. */
export function directionOf(named: string): 'ltr' | 'rtl' {
  return named === 'rtl' ? 'rtl' : 'ltr';
}

/**
 * Our one element in the page: a plain `div` on the document root with a closed shadow root. (A named custom element
 * could be defined by the page, which would then be handed the root.) It comes back when the page removes or changes it.
 */
export class SurfaceHost {
  readonly root: ShadowRoot;
  readonly #page: Document;
  readonly #host: HTMLElement;
  readonly #mayReturn: () => boolean;
  readonly #restored: () => void;
  readonly #tampered: (() => void) | undefined;
  readonly #mark: string;
  readonly #direction: 'ltr' | 'rtl';
  readonly #styles: string;
  /** The style as the browser spells it back. */
  #style = '';
  #zoom = 1;
  #lastPut = Number.NEGATIVE_INFINITY;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor({ page, styles, mayReturn, restored, tampered, name, direction = 'ltr' }: HostOptions) {
    this.#direction = direction;
    this.#mark = name === undefined ? mark : `${mark}-${name}`;
    this.#page = page;
    this.#mayReturn = mayReturn;
    this.#restored = restored;
    this.#tampered = tampered;
    this.#host = page.createElement('div');
    this.root = this.#host.attachShadow({ mode: 'closed' });
    this.#styles = outOfReach(styles);
    adoptStyles(this.root, this.#styles);
  }

  start(signal: AbortSignal): void {
    for (const old of this.#others()) old.remove();
    this.#put();
    // The document's own children too: a page may replace its root element as a whole.
    const watch = new MutationObserver(() => this.keep());
    watch.observe(this.#page, { childList: true });
    const root = rootOf(this.#page);
    if (root !== null) watch.observe(root, { childList: true });
    watch.observe(this.#host, { attributes: true });
    signal.addEventListener('abort', () => {
      watch.disconnect();
      clearTimeout(this.#again);
      this.#host.remove();
    });
  }

  /**
   * Another guard stands in this page, of a copy of the extension that is installed besides this one: what an older copy
   * left behind does not come back. A page can feign it; nothing but words may follow.
   */
  get hasRival(): boolean {
    return this.#others().length > 0;
  }

  #others(): readonly Element[] {
    const marked = rootOf(this.#page)?.querySelectorAll(`:scope > [${this.#mark}]`) ?? [];
    return [...marked].filter((element) => element !== this.#host);
  }

  /** True when an event, seen from outside, comes from one of our surfaces. */
  owns(event: Event): boolean {
    return event.composedPath()[0] === this.#host;
  }

  isHost(element: Element): boolean {
    return element === this.#host;
  }

  /** Puts the element back where the page removed it or undid its style. */
  keep(): void {
    const isThere = this.#isThere();
    const isOurs = isThere && this.#isWhole();
    if ((isOurs && this.#isZoomed()) || !this.#mayReturn()) return;
    const rest = this.#lastPut + quickestPutMs - performance.now();
    if (rest > 0) {
      this.#again ??= setTimeout(() => {
        this.#again = undefined;
        this.keep();
      }, rest);
      return;
    }
    this.#put();
    if (!isThere) this.#restored();
    if (!isOurs) this.#tampered?.();
  }

  #isThere(): boolean {
    return this.#host.parentNode !== null && this.#host.parentNode === rootOf(this.#page);
  }

  #isWhole(): boolean {
    const { attributes, style } = this.#host;
    return attributes.length === 2 && style.cssText === this.#style && hasStyles(this.root);
  }

  #isZoomed(): boolean {
    return this.#zoom === zoomAgainst(this.#page);
  }

  #put(): void {
    this.#lastPut = performance.now();
    if (this.#style === '' || !this.#isWhole() || !this.#isZoomed()) {
      for (const { name } of [...this.#host.attributes]) this.#host.removeAttribute(name);
      this.#host.setAttribute(this.#mark, '');
      for (const [name, value] of Object.entries({ ...hostStyle, direction: this.#direction })) {
        this.#host.style.setProperty(name, value, 'important');
      }
      this.#zoom = zoomAgainst(this.#page);
      if (this.#zoom !== 1) this.#host.style.setProperty('zoom', String(this.#zoom), 'important');
      this.#style = this.#host.style.cssText;
    }
    // Gone along with its root: where that was replaced by a copy, what stands there of ours is a shell. A rival comes back.
    if (this.#host.parentNode !== null && !this.#isThere())
      for (const shell of this.#others()) shell.remove();
    if (!this.#isThere()) rootOf(this.#page)?.append(this.#host);
    // A page that hands the element to another document takes its styles away.
    if (!hasStyles(this.root)) adoptStyles(this.root, this.#styles);
  }
}

/**
 * A page can give any property a type by its name, for our elements as well, and its rules for our host come before ours.
 * So the names are others in each page life, and none of them is set on the host, where the page could read them.
 */
function outOfReach(styles: string): string {
  const [id = 0] = crypto.getRandomValues(new BigUint64Array(1));
  return styles.replaceAll(':host', '.rf').replace(/--(?=[a-z])/g, `--r${id.toString(36)}-`);
}

function hasStyles(root: ShadowRoot): boolean {
  return root.adoptedStyleSheets.length > 0 || root.querySelector(':scope > style') !== null;
}

/** Constructed sheets pass the page's content policy. Where a page script may not adopt them, a style element serves. */
function adoptStyles(root: ShadowRoot, styles: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets.length === 1) return;
  } catch {
    // Firefox keeps adopted sheets from content scripts in some versions; the element below does the same there.
  }
  const element = root.ownerDocument.createElement('style');
  element.textContent = styles;
  root.append(element);
}

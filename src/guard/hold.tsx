import { render } from 'preact';
import { type SnoozeSpan, snoozeSpans } from '../domain/snooze.ts';
import type { Wording } from '../ui/kit/wording.ts';
import type { HoldRequest } from './gate.ts';
import { HoldView } from './hold-view.tsx';
import { Rises, Sight } from './sight.ts';
import { isStakeTyped, stakeOf } from './stake.ts';

/** How often it is made sure that the open hold is seen. */
const watchMs = 250;
/** The hold fades in, and the browser takes a moment to tell. */
const coverableMs = 400;

interface Options {
  readonly root: ShadowRoot;
  readonly site: string;
  readonly wordingFor: (request: HoldRequest) => Wording;
  readonly opened: () => void;
  /** The dialog is closed; `overridden`: by the override, with what the trader chose for the next time. */
  readonly closed: (request: HoldRequest, how: 'overridden' | 'back', span: SnoozeSpan | undefined) => void;
}

/**
 * The hold as a modal dialog of the browser's top layer, inside our closed root: no page can lay a layer over it by
 * z-index, focus stays in it, Escape goes back, and the focus returns to where it was.
 */
export class Hold {
  readonly #options: Options;
  readonly #dialog: HTMLDialogElement;
  readonly #room: ResizeObserver;
  readonly #sight: Sight;
  readonly #rises: Rises;
  #watching: ReturnType<typeof setInterval> | undefined;
  #isCovered = false;
  /** What had the focus when it was last seen; a dialog of the page's takes it away. */
  #focused: Element | null = null;
  #request: HoldRequest | undefined;

  constructor(options: Options) {
    this.#options = options;
    const dialog = options.root.ownerDocument.createElement('dialog');
    dialog.className = 'rf rf-hold-frame';
    dialog.setAttribute('aria-modal', 'true');
    dialog.setAttribute('aria-labelledby', 'rf-hold-lead');
    dialog.setAttribute('aria-describedby', 'rf-hold-order');
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      if (event.isTrusted) this.close();
    });
    // The browser may close it without asking: a second Escape, or a page that took our element out of the tree.
    dialog.addEventListener('close', () => {
      if (!dialog.open) this.#end('back');
    });
    this.#dialog = dialog;
    this.#room = new ResizeObserver(() => this.#reachText());
    options.root.append(dialog);
    const now = () => performance.now();
    this.#sight = new Sight(options.root, now, 'always');
    this.#rises = new Rises(now);
  }

  get isOpen(): boolean {
    return this.#request !== undefined;
  }

  open(request: HoldRequest): void {
    this.#request = request;
    this.#isCovered = false;
    this.#focused = null;
    this.#draw(request, false);
    this.show();
    this.#sight.look(this.#dialog);
    this.#sight.risen();
    this.#watching ??= setInterval(() => this.#watch(), watchMs);
    this.#room.observe(this.#dialog);
    this.#dialog.querySelector<HTMLElement>('[data-act="back"]')?.focus();
    this.#options.opened();
  }

  /** An event of the page's that may tell of something over it. */
  heard(event: Event): void {
    this.#sight.heard(event);
  }

  /** Shows it again where the page took it out of the top layer. */
  show(): void {
    if (this.#request === undefined || !this.#dialog.isConnected || this.#dialog.matches(':modal')) return;
    if (this.#dialog.open) this.#dialog.close();
    this.#dialog.showModal();
  }

  /** A page may lay something over it that shows another thing; what is not seen cannot be agreed to. */
  #watch(): void {
    const request = this.#request;
    if (request === undefined) return;
    this.#focused = this.#options.root.activeElement ?? this.#focused;
    const isCovered = this.#sight.coveredFor > coverableMs;
    if (isCovered && this.#rises.mayRise()) this.#rise();
    if (isCovered === this.#isCovered) return;
    this.#isCovered = isCovered;
    this.#draw(request, false);
  }

  /** Last into the top layer is on top of it; the focus and what was typed stay. */
  #rise(): void {
    const focused = this.#focused;
    const { scrollTop = 0 } = this.#dialog.querySelector('.rf-hold-body') ?? {};
    this.#dialog.close();
    this.#dialog.showModal();
    if (focused instanceof HTMLElement) focused.focus();
    const body = this.#dialog.querySelector('.rf-hold-body');
    if (body !== null) body.scrollTop = scrollTop;
    this.#sight.risen();
  }

  theme(colorScheme: 'light' | 'dark'): void {
    this.#dialog.style.colorScheme = colorScheme;
  }

  close(): void {
    this.#end('back');
  }

  #end(how: 'overridden' | 'back', span?: SnoozeSpan): void {
    const request = this.#request;
    this.#request = undefined;
    this.#room.disconnect();
    this.#sight.look(null);
    clearInterval(this.#watching);
    this.#watching = undefined;
    if (this.#dialog.open) this.#dialog.close();
    if (request === undefined) return;
    render(null, this.#dialog);
    this.#options.closed(request, how, span);
  }

  /** An act of the trader's on this surface: `back`, or `override` from the button or from Enter in the field. */
  act(name: string): void {
    const request = this.#request;
    if (request === undefined) return;
    if (name === 'back') this.close();
    if (name !== 'override' || this.#isCovered || this.#sight.coveredFor > 0) return;
    if (!this.#isEarned(request)) {
      this.#draw(request, true);
      this.#dialog.querySelector('input')?.select();
      return;
    }
    const chosen = this.#dialog.querySelector('select')?.value;
    this.#end(
      'overridden',
      snoozeSpans.find((span) => span === chosen),
    );
  }

  /** One press for `acknowledge`; the amount at stake, typed, for `type-amount`. */
  #isEarned({ hold, judged, ...request }: HoldRequest): boolean {
    const stake = hold === 'type-amount' && judged !== undefined ? stakeOf(judged.assessed) : undefined;
    if (stake === undefined) return true;
    const wording = this.#options.wordingFor({ hold, judged, ...request });
    return isStakeTyped(this.#dialog.querySelector('input')?.value ?? '', stake, wording);
  }

  /** On a small screen the text scrolls, and the keyboard has to reach it. */
  #reachText(): void {
    const text = this.#dialog.querySelector<HTMLElement>('.rf-hold-body');
    if (text === null) return;
    if (text.scrollHeight > text.clientHeight) text.tabIndex = 0;
    else text.removeAttribute('tabindex');
  }

  #draw(request: HoldRequest, isMistyped: boolean): void {
    const wording = this.#options.wordingFor(request);
    render(
      <HoldView
        request={request}
        wording={wording}
        site={this.#options.site}
        isMistyped={isMistyped}
        isCovered={this.#isCovered}
      />,
      this.#dialog,
    );
  }
}

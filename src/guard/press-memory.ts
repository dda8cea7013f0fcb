import type { TicketState } from '../domain/health.ts';
import { isTextControl } from '../reader/page/text-controls.ts';

interface Options {
  /** Reads what a press on this path would send. May throw. */
  readonly read: (path: readonly EventTarget[]) => TicketState | null;
  /** The ticket's own element; it may be one of a moment ago. */
  readonly ticket: () => Element | null;
  readonly watch: {
    begin(ticket: Element | null, changed: () => void): void;
    stop(): void;
    readonly isUnchanged: boolean;
  };
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly later: (work: () => void, ms: number) => () => void;
}

/** The pointer rests, and the page has answered to it. */
const restMs = 40;
/** A page that changes all the time is read no more often than it is anyway. */
const changedMs = 100;
/** While it stays there, what is known is read anew before it gets too old. */
const againMs = 700;
const oldestMs = 1_000;

/**
 * What a press would send, known before it comes: read while the pointer is over a button, and good for a moment as long
 * as the page does not change. So a press is decided as it begins; it is read anew when it is let go and at its click.
 */
export class PressMemory {
  readonly #options: Options;
  #path: readonly EventTarget[] = [];
  #known:
    | { readonly target: EventTarget; readonly state: TicketState | null; readonly at: number }
    | undefined;
  #cancel = () => {};

  constructor(options: Options) {
    this.#options = options;
  }

  /** The pointer came over an element. @param path of that event; empty when it left the page */
  over(path: readonly EventTarget[]): void {
    this.#path = path.some(isPressable) && !isTypedInto(path[0]) ? path : [];
    if (this.#path.length > 0) this.#lookIn(restMs);
    else this.#stop();
  }

  /** What is known of a press on this path; `undefined`: it has to be read. */
  at([target]: readonly EventTarget[]): { readonly state: TicketState | null } | undefined {
    const known = this.#known;
    if (known === undefined || known.target !== target) return undefined;
    const isGood = this.#options.now() - known.at <= oldestMs && this.#options.watch.isUnchanged;
    if (isGood) return known;
    this.#known = undefined;
    return undefined;
  }

  #lookIn(ms: number): void {
    this.#cancel();
    this.#cancel = this.#options.later(() => this.#look(), ms);
  }

  #stop(): void {
    this.#cancel();
    this.#known = undefined;
    this.#options.watch.stop();
  }

  #look(): void {
    const [target] = this.#path;
    if (!(target instanceof Node) || !target.isConnected) {
      this.#stop();
      return;
    }
    const { read, ticket, watch, now } = this.#options;
    this.#known = undefined;
    this.#lookIn(againMs);
    try {
      watch.begin(ticket(), () => this.#lookIn(changedMs));
      this.#known = { target, state: read(this.#path), at: now() };
    } catch {
      // The press itself reads, and says that it could not.
    }
  }
}

function isPressable(target: EventTarget): boolean {
  return target instanceof Element && target.matches('button,[role=button],input,a');
}

/** While somebody types, the pointer is left where it put the cursor: that is no press to come. */
function isTypedInto(target: EventTarget | undefined): boolean {
  return target instanceof Element && isTextControl(target);
}

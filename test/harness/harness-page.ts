import { setTimeout as sleep } from 'node:timers/promises';
import { centreOf, describeMatches, type Point, type SeenNode } from './seen-node.ts';

export type Key =
  | 'Enter'
  | 'Tab'
  | 'Escape'
  | 'Backspace'
  | 'Delete'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'Home'
  | 'End'
  | (string & {});
export type Modifier = 'Shift' | 'Control' | 'Alt' | 'Meta';

export interface WaitOptions {
  readonly timeoutMs?: number;
  /** Named in the error when the wait fails. */
  readonly what?: string;
}

const defaultWaitMs = 20_000;
const pollMs = 40;

/**
 * One tab, the same in every browser. Clicks, taps and keys are real input, which the page sees as trusted; code run by
 * `evaluate` is the page's own, which is what a hostile page could do. Surfaces of the extension live in a closed shadow
 * root: `surface…` looks into it from outside, by the debugging protocol.
 */
export abstract class HarnessPage {
  abstract goto(url: string): Promise<void>;
  abstract reload(): Promise<void>;
  abstract clickAt(point: Point): Promise<void>;
  abstract tapAt(point: Point): Promise<void>;
  abstract moveTo(point: Point): Promise<void>;
  /** Presses the mouse at one place and lets it go at another. */
  abstract dragFrom(from: Point, to: Point): Promise<void>;
  abstract press(key: Key, ...modifiers: Modifier[]): Promise<void>;
  abstract typeText(text: string): Promise<void>;
  abstract setViewport(width: number, height: number): Promise<void>;
  abstract screenshot(path: string): Promise<void>;
  abstract bringToFront(): Promise<void>;
  abstract close(): Promise<void>;

  /** Calls a function given as source text with one JSON argument; the result is JSON too. */
  protected abstract call(source: string, json: string): Promise<string | undefined>;
  /** The same, with each closed shadow root on the document element as the first argument. */
  protected abstract callInClosedRoots(source: string, json: string): Promise<readonly string[]>;

  async evaluate<R, A = undefined>(work: (arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    const result = await this.call(`async (arg) => (${work.toString()})(arg)`, JSON.stringify(arg ?? null));
    return (result === undefined ? undefined : JSON.parse(result)) as R;
  }

  /** Elements of the page itself. */
  async find(selector: string, scroll = false): Promise<readonly SeenNode[]> {
    const source = `async (arg) => (${describeMatches.toString()})(document, arg)`;
    const result = await this.call(source, JSON.stringify({ selector, scroll }));
    return JSON.parse(result ?? '[]') as SeenNode[];
  }

  /** Runs code with each of the extension's closed shadow roots: for measuring what is drawn there. */
  async inSurfaces<R, A>(work: (root: ShadowRoot, arg: A) => R | Promise<R>, arg: A): Promise<readonly R[]> {
    const source = `async (root, arg) => (${work.toString()})(root, arg)`;
    const results = await this.callInClosedRoots(source, JSON.stringify(arg));
    return results.map((json) => JSON.parse(json) as R);
  }

  /** Elements inside the extension's closed shadow roots. */
  async surface(selector: string, scroll = false): Promise<readonly SeenNode[]> {
    const source = `async (root, arg) => (${describeMatches.toString()})(root, arg)`;
    const results = await this.callInClosedRoots(source, JSON.stringify({ selector, scroll }));
    return results.flatMap((json) => JSON.parse(json) as SeenNode[]);
  }

  /** Waits until something comes out that is neither `undefined`, `null` nor `false`. */
  async until<T>(
    attempt: () => Promise<T | undefined | null | false>,
    { timeoutMs = defaultWaitMs, what = 'the page' }: WaitOptions = {},
  ): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const result = await attempt();
      if (result !== undefined && result !== null && result !== false) return result;
      if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
      await sleep(pollMs);
    }
  }

  async waitFor<A>(
    condition: (arg: A) => boolean | Promise<boolean>,
    arg?: A,
    options?: WaitOptions,
  ): Promise<void> {
    await this.until(async () => (await this.evaluate(condition as (arg: A) => boolean, arg)) || undefined, {
      what: condition.toString(),
      ...options,
    });
  }

  /** Waits for a visible element in a surface that also passes the test, and gives it. */
  async waitForSurface(
    selector: string,
    test: (node: SeenNode) => boolean = () => true,
    options?: WaitOptions,
  ): Promise<SeenNode> {
    const attempt = async () => (await this.surface(selector)).find((node) => node.visible && test(node));
    return this.until(attempt, { what: `${selector} in a surface`, ...options });
  }

  /** Waits until no visible element of the surfaces matches. */
  async waitForNoSurface(selector: string, options?: WaitOptions): Promise<void> {
    const attempt = async () => !(await this.surface(selector)).some((node) => node.visible);
    await this.until(attempt, { what: `no ${selector} in a surface`, ...options });
  }

  async click(selector: string): Promise<void> {
    await this.clickAt(await this.#pointOf(selector, (scroll) => this.find(selector, scroll)));
  }

  async tap(selector: string): Promise<void> {
    await this.tapAt(await this.#pointOf(selector, (scroll) => this.find(selector, scroll)));
  }

  async clickSurface(selector: string): Promise<void> {
    await this.clickAt(await this.#pointOf(selector, (scroll) => this.surface(selector, scroll)));
  }

  async tapSurface(selector: string): Promise<void> {
    await this.tapAt(await this.#pointOf(selector, (scroll) => this.surface(selector, scroll)));
  }

  /** Clicks into a field, selects what is there and types over it, key by key. An empty text clears the field. */
  async fill(selector: string, text: string): Promise<void> {
    await this.click(selector);
    await this.#typeOver(text);
  }

  async fillSurface(selector: string, text: string): Promise<void> {
    await this.clickSurface(selector);
    await this.#typeOver(text);
  }

  async #typeOver(text: string): Promise<void> {
    await this.press('a', process.platform === 'darwin' ? 'Meta' : 'Control');
    if (text === '') await this.press('Backspace');
    else await this.typeText(text);
  }

  async #pointOf(selector: string, look: (scroll: boolean) => Promise<readonly SeenNode[]>): Promise<Point> {
    const node = await this.until(
      async () => {
        const [first] = await look(true);
        return first?.visible ? first : undefined;
      },
      { what: `${selector} to be visible` },
    );
    return centreOf(node);
  }
}

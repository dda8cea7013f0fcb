import { writeFile } from 'node:fs/promises';
import type { Bidi, RemoteValue } from './bidi.ts';
import { HarnessPage, type Key, type Modifier } from './harness-page.ts';
import type { Point } from './seen-node.ts';

/** Code points that WebDriver gives to keys without a character. */
const keys: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** The name helper that a TypeScript runner weaves into functions; the page does not have it. */
const prelude = 'const __name = (f) => f;';

const hosts = `() => [...document.documentElement.children].filter((each) => each !== document.head && each !== document.body)`;

interface SerialisedHost extends RemoteValue {
  readonly value?: { readonly shadowRoot?: RemoteValue | null };
}

type PointerAction =
  | { readonly type: 'pointerMove'; readonly x: number; readonly y: number; readonly duration?: number }
  | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: 0 };

const down = { type: 'pointerDown', button: 0 } as const;
const up = { type: 'pointerUp', button: 0 } as const;

function move({ x, y }: Point, duration = 0): PointerAction {
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration };
}

/** A tab of Firefox, driven by WebDriver BiDi directly: the library's own page object cannot follow extension pages. */
export class FirefoxPage extends HarnessPage {
  readonly context: string;
  readonly #bidi: Bidi;

  constructor(bidi: Bidi, context: string) {
    super();
    this.#bidi = bidi;
    this.context = context;
  }

  async goto(url: string): Promise<void> {
    if (!url.startsWith('moz-extension:')) {
      await this.#bidi.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
      return;
    }
    // The browser moves an extension page to another process and never reports it as loaded.
    await this.#bidi.send('browsingContext.navigate', { context: this.context, url, wait: 'none' });
    await this.until(
      async () => {
        const state = await this.#bidi
          .call(this.context, '() => location.href + " " + document.readyState')
          .catch(() => undefined);
        return state?.value === `${url} complete`;
      },
      { what: url },
    );
  }

  async reload(): Promise<void> {
    await this.#bidi.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  }

  async clickAt(point: Point): Promise<void> {
    await this.#pointer('mouse', [move(point), down, up]);
  }

  async tapAt(point: Point): Promise<void> {
    await this.#pointer('touch', [move(point), down, up]);
  }

  async moveTo(point: Point): Promise<void> {
    await this.#pointer('mouse', [move(point)]);
  }

  async dragFrom(from: Point, to: Point): Promise<void> {
    await this.#pointer('mouse', [move(from), down, move(to, 80), up]);
  }

  async press(key: Key, ...modifiers: Modifier[]): Promise<void> {
    const held = modifiers.map((name) => keys[name] ?? name);
    const value = keys[key] ?? key;
    await this.#keyboard([
      ...held.map((each) => ({ type: 'keyDown', value: each })),
      { type: 'keyDown', value },
      { type: 'keyUp', value },
      ...held.reverse().map((each) => ({ type: 'keyUp', value: each })),
    ]);
  }

  async typeText(text: string): Promise<void> {
    await this.#keyboard(
      [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.#bidi.send('browsingContext.setViewport', {
      context: this.context,
      viewport: { width, height },
    });
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.#bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
    });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  async bringToFront(): Promise<void> {
    await this.#bidi.send('browsingContext.activate', { context: this.context });
  }

  async close(): Promise<void> {
    await this.#bidi.send('browsingContext.close', { context: this.context });
  }

  protected override async call(source: string, json: string): Promise<string | undefined> {
    const whole = `async () => { ${prelude} return JSON.stringify(await (${source})(${json})); }`;
    const { value } = await this.#bidi.call(this.context, whole);
    return value === undefined ? undefined : String(value);
  }

  protected override async callInClosedRoots(source: string, json: string): Promise<readonly string[]> {
    const list = await this.#bidi.call(this.context, hosts, {
      serializationOptions: { maxDomDepth: 0, maxObjectDepth: 2, includeShadowTree: 'all' },
    });
    const whole = `async (root) => { ${prelude} return JSON.stringify(await (${source})(root, ${json})); }`;
    const results: string[] = [];
    for (const host of (list.value ?? []) as readonly SerialisedHost[]) {
      const sharedId = host.value?.shadowRoot?.sharedId;
      if (sharedId === undefined) continue;
      const { value } = await this.#bidi.call(this.context, whole, { arguments: [{ sharedId }] });
      results.push(String(value));
    }
    return results;
  }

  async #pointer(pointerType: 'mouse' | 'touch', actions: readonly PointerAction[]): Promise<void> {
    await this.#perform({ type: 'pointer', id: pointerType, parameters: { pointerType }, actions });
  }

  async #keyboard(actions: readonly { readonly type: string; readonly value: string }[]): Promise<void> {
    await this.#perform({ type: 'key', id: 'keyboard', actions });
  }

  async #perform(source: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#bidi.send('input.performActions', { context: this.context, actions: [source] });
  }
}

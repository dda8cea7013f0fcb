import { writeFile } from 'node:fs/promises';
import type { CDPSession } from 'playwright-core';
import { HarnessPage, type Key } from './harness-page.ts';
import type { Point } from './seen-node.ts';
import { WrappedSession } from './wrapped-session.ts';

/** The name helper that a TypeScript runner weaves into functions; the page does not have it. */
const prelude = 'const __name = (f) => f;';

/** Keys that do something by themselves, with the code the browser's own menus and buttons look at. */
const keyCodes: Readonly<Record<string, number>> = { Tab: 9, Enter: 13, Escape: 27, Backspace: 8 };

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

/**
 * The popup under the toolbar button. The library does not see it as a page, and it lives as long as the browser keeps it
 * open: a click elsewhere ends it.
 */
export class PopupPage extends HarnessPage {
  readonly #session: CDPSession;
  readonly #targetId: string;
  readonly #popup: WrappedSession;

  private constructor(session: CDPSession, targetId: string, popup: WrappedSession) {
    super();
    this.#session = session;
    this.#targetId = targetId;
    this.#popup = popup;
  }

  static async attach(session: CDPSession, targetId: string): Promise<PopupPage> {
    return new PopupPage(session, targetId, await WrappedSession.attach(session, targetId));
  }

  async goto(url: string): Promise<void> {
    await this.#popup.send('Page.navigate', { url });
  }

  async reload(): Promise<void> {
    await this.#popup.send('Page.reload', {});
  }

  async clickAt(point: Point): Promise<void> {
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.#popup.send('Input.dispatchMouseEvent', { type, ...point, button: 'left', clickCount: 1 });
    }
  }

  async tapAt(point: Point): Promise<void> {
    await this.#popup.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await this.#popup.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async moveTo(point: Point): Promise<void> {
    await this.#popup.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...point });
  }

  async dragFrom(from: Point, to: Point): Promise<void> {
    await this.#popup.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...from, button: 'left' });
    await this.#popup.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...to, button: 'left' });
    await this.#popup.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...to, button: 'left' });
  }

  async press(key: Key): Promise<void> {
    const windowsVirtualKeyCode = keyCodes[key];
    if (windowsVirtualKeyCode === undefined) throw new Error(`the popup's page does not know the key ${key}`);
    const text = key === 'Enter' ? { text: '\r' } : {};
    await this.#popup.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key,
      windowsVirtualKeyCode,
      ...text,
    });
    await this.#popup.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode });
  }

  async typeText(text: string): Promise<void> {
    await this.#popup.send('Input.insertText', { text });
  }

  setViewport(): Promise<void> {
    throw new Error('a popup is as large as its content');
  }

  async screenshot(path: string): Promise<void> {
    const { data } = (await this.#popup.send('Page.captureScreenshot', {})) as { data: string };
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  async bringToFront(): Promise<void> {}

  async close(): Promise<void> {
    await this.#session.send('Target.closeTarget', { targetId: this.#targetId });
  }

  protected override async call(source: string, json: string): Promise<string | undefined> {
    const expression = `(async () => { ${prelude} return JSON.stringify(await (${source})(${json})); })()`;
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = (await this.#popup.send('Runtime.evaluate', params)) as Evaluated;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value === undefined ? undefined : String(result.value);
  }

  /** The popup is a page of the extension's own; it has no surface inside somebody else's page. */
  protected override callInClosedRoots(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
}

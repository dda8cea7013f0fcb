import type { CDPSession, Page } from 'playwright-core';
import { HarnessPage, type Key, type Modifier } from './harness-page.ts';
import type { Point } from './seen-node.ts';

/** The name helper that a TypeScript runner weaves into functions; the page does not have it. */
const prelude = 'const __name = (f) => f;';

const hosts = `[...document.documentElement.children].filter((each) => each !== document.head && each !== document.body)`;

export class ChromiumPage extends HarnessPage {
  /** The tab itself, for what the common page does not offer. */
  readonly raw: Page;
  #session: Promise<CDPSession> | undefined;

  constructor(raw: Page) {
    super();
    this.raw = raw;
  }

  cdp(): Promise<CDPSession> {
    this.#session ??= this.raw.context().newCDPSession(this.raw);
    return this.#session;
  }

  async goto(url: string): Promise<void> {
    await this.raw.goto(url);
  }

  async reload(): Promise<void> {
    await this.raw.reload();
  }

  async clickAt({ x, y }: Point): Promise<void> {
    await this.raw.mouse.click(x, y);
  }

  async tapAt({ x, y }: Point): Promise<void> {
    await this.raw.touchscreen.tap(x, y);
  }

  async moveTo({ x, y }: Point): Promise<void> {
    await this.raw.mouse.move(x, y);
  }

  async dragFrom(from: Point, to: Point): Promise<void> {
    await this.raw.mouse.move(from.x, from.y);
    await this.raw.mouse.down();
    await this.raw.mouse.move(to.x, to.y, { steps: 8 });
    await this.raw.mouse.up();
  }

  async press(key: Key, ...modifiers: Modifier[]): Promise<void> {
    await this.raw.keyboard.press([...modifiers, key].join('+'));
  }

  async typeText(text: string): Promise<void> {
    await this.raw.keyboard.type(text);
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.raw.setViewportSize({ width, height });
  }

  async screenshot(path: string): Promise<void> {
    await this.raw.screenshot({ path });
  }

  async bringToFront(): Promise<void> {
    await this.raw.bringToFront();
  }

  async close(): Promise<void> {
    await this.raw.close();
  }

  protected override call(source: string, json: string): Promise<string | undefined> {
    return this.raw.evaluate<string | undefined>(
      `(async () => { ${prelude} return JSON.stringify(await (${source})(${json})); })()`,
    );
  }

  protected override async callInClosedRoots(source: string, json: string): Promise<readonly string[]> {
    const session = await this.cdp();
    const list = await session.send('Runtime.evaluate', { expression: hosts });
    const results: string[] = [];
    try {
      for (const hostId of await this.#members(session, list.result.objectId)) {
        const { node } = await session.send('DOM.describeNode', { objectId: hostId, depth: 1, pierce: true });
        for (const root of node.shadowRoots ?? []) {
          const { object } = await session.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
          const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
            ...(object.objectId === undefined ? {} : { objectId: object.objectId }),
            functionDeclaration: `async function () { ${prelude} return JSON.stringify(await (${source})(this, ${json})); }`,
            awaitPromise: true,
            returnByValue: true,
          });
          if (exceptionDetails)
            throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
          results.push(String(result.value));
        }
      }
    } finally {
      if (list.result.objectId) {
        await session
          .send('Runtime.releaseObject', { objectId: list.result.objectId })
          .catch(() => undefined);
      }
    }
    return results;
  }

  async #members(session: CDPSession, objectId: string | undefined): Promise<readonly string[]> {
    if (objectId === undefined) return [];
    const { result } = await session.send('Runtime.getProperties', { objectId, ownProperties: true });
    return result.flatMap((each) => (each.enumerable && each.value?.objectId ? [each.value.objectId] : []));
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { BrowserName } from '../harness/find-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import type { SeenNode } from '../harness/seen-node.ts';
import { guardedOrigin } from './guard-page.ts';

interface Counters {
  readonly seen: string[];
  readonly sent: string[];
}

type Box = SeenNode['box'];

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** A browser in which the exchange of the tests was granted and is guarded, with a tab for it. */
export async function openGuarded(name: BrowserName) {
  const browser = await launchGuarded(name, { origins: [`${guardedOrigin}/*`] });
  await waitUntilGuarded(browser, guardedOrigin);
  const page = await browser.newPage();
  return { browser, page, desk: new GuardDesk(page) };
}

/** What the tests do and see on a guarded page, in the trader's terms. */
export class GuardDesk {
  readonly page: HarnessPage;

  constructor(page: HarnessPage) {
    this.page = page;
  }

  /** Waits for a strip that has judged the ticket as it stands. */
  async judged(level?: string): Promise<SeenNode> {
    return this.page.waitForSurface(
      '[data-surface="strip"][data-state="checked"]',
      (node) => level === undefined || node.attributes['data-level'] === level,
      { what: `a strip with level ${level ?? 'of any kind'}` },
    );
  }

  /** Waits until the strip shows this figure. */
  async figure(name: string, value?: string): Promise<SeenNode> {
    return this.page.waitForSurface(
      `[data-surface="strip"] [data-field="${name}"]`,
      (node) => value === undefined || node.attributes['data-value'] === value,
      { what: `${name} = ${value ?? 'anything'} on the strip` },
    );
  }

  hold(): Promise<SeenNode> {
    return this.page.waitForSurface('[data-surface="hold"]');
  }

  /** After a sign that the press was dealt with: no hold came of it, then or a moment later. */
  async noHold(): Promise<void> {
    await sleep(250);
    expect((await this.page.surface('[data-surface="hold"]')).filter((node) => node.visible)).toEqual([]);
  }

  async holdIsGone(): Promise<void> {
    await this.page.waitForNoSurface('[data-surface="hold"]');
  }

  /**
   * Presses an order button until the hold that comes of it has a verdict: a worker that was not up in time makes one that
   * says so, which is gone back from.
   */
  async holdWithVerdict(button: string): Promise<SeenNode> {
    return this.page.until(
      async () => {
        await this.page.click(button);
        const held = await this.hold();
        if ((await this.page.surface('[data-surface="hold"] [data-check]')).length > 0) return held;
        await this.goBack();
        return undefined;
      },
      { what: `a hold with a verdict upon ${button}` },
    );
  }

  /**
   * Until the hold takes presses: it has come in, is seen, and a second press of a double click would be over. Waited for by
   * the page's own clock, which stands still when the page does.
   */
  async holdIsReady(): Promise<void> {
    await this.hold();
    await this.page.inSurfaces(async (root, settledMs) => {
      const coming = root.querySelector('dialog')?.getAnimations() ?? [];
      await Promise.allSettled(coming.map(({ finished }) => finished));
      await new Promise((resolve) => setTimeout(resolve, settledMs));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return null;
    }, 250);
  }

  /** Overrides the open hold as a person would: reads for a moment, types what is asked for, allows. */
  async override(): Promise<void> {
    await this.holdIsReady();
    const [field] = await this.page.surface('[data-surface="hold"] input');
    if (field !== undefined)
      await this.page.fillSurface('[data-surface="hold"] input', await this.askedAmount());
    await this.page.clickSurface('[data-surface="hold"] button[data-act="override"]');
    await this.holdIsGone();
  }

  /** The amount as the hold asks for it. */
  async askedAmount(): Promise<string> {
    const [label] = await this.page.surface('[data-surface="hold"] label');
    return /[\d.,]*\d/.exec(label?.text ?? '')?.[0] ?? '';
  }

  async goBack(): Promise<void> {
    await this.page.clickSurface('[data-surface="hold"] [data-act="back"]');
    await this.holdIsGone();
  }

  news(kind: string): Promise<SeenNode> {
    return this.page.waitForSurface(`[data-surface="strip"] [data-news="${kind}"]`);
  }

  /**
   * Presses as a trader does who wants the order sent: again, where the strip asks for it because the ticket was being
   * checked at that moment.
   */
  async send(button: string, isSent: () => Promise<boolean>, what: string): Promise<void> {
    await this.page.click(button);
    let pressedAt = Date.now();
    await this.page.until(
      async () => {
        if (await isSent()) return true;
        const again = await this.page.surface('[data-surface="strip"] [data-news="press-again"]');
        if (again.length > 0 && Date.now() - pressedAt > 1_000) {
          pressedAt = Date.now();
          await this.page.click(button);
        }
        return false;
      },
      { what },
    );
  }

  /** Orders the page's own handlers would have sent. */
  sent(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as unknown as Counters).sent);
  }

  /** Waits until that many orders were sent, and gives them. */
  async sentAll(count: number): Promise<readonly string[]> {
    return this.page.until(
      async () => {
        const sent = await this.sent();
        return sent.length >= count ? sent : undefined;
      },
      { what: `${count} sent` },
    );
  }

  /** Events the page's own first listeners saw on an element, since it was last asked. */
  async seenOn(id: string): Promise<readonly string[]> {
    return this.page.evaluate((on: string) => {
      const counters = window as unknown as { seen: string[] };
      const found = counters.seen
        .filter((entry) => entry.endsWith(` ${on}`))
        .map((entry) => entry.split(' ')[0] ?? '');
      counters.seen = [];
      return found;
    }, id);
  }
}

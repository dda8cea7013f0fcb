import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../tools/practice/server.ts';
import { type TracingSession, traceOwnTasks } from '../bench/own-tasks.ts';
import { buildExtension, type CopiedExtension, grantedCopy } from '../harness/extension-build.ts';
import { requireBrowser } from '../harness/find-browser.ts';

const watchMs = 4_000;

/** The driver of the other tests has every tab believe that it is in front; this one leaves them as they are. */
describe('a guarded tab that nobody sees', () => {
  let copy: CopiedExtension;
  let server: PracticeServer;
  let browser: Browser;
  let ticket: Page;

  beforeAll(async () => {
    copy = await grantedCopy(await buildExtension('chromium'), ['http://127.0.0.1/*']);
    server = await startPracticeServer();
    browser = await puppeteer.launch({
      executablePath: requireBrowser('chromium'),
      pipe: true,
      enableExtensions: [copy.path],
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    ticket = await browser.newPage();
    await guarded();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await copy?.remove();
  });

  /** The grant reaches the worker at its own time: the page is loaded again until our host stands in it. */
  async function guarded(): Promise<void> {
    for (let tries = 0; tries < 20; tries += 1) {
      await ticket.goto(`${server.origin}/trade/BTCUSDT?mode=cross&leverage=20&size=0.1&seed=1`);
      await ticket.bringToFront();
      const stands = 'document.documentElement.children.length > 2';
      const isThere = await ticket.waitForFunction(stands, { timeout: 2_000 }).catch(() => undefined);
      if (isThere !== undefined) return;
    }
    throw new Error('the page is not guarded');
  }

  const tasks = async (forMs = watchMs) =>
    traceOwnTasks((await ticket.createCDPSession()) as unknown as TracingSession, () => sleep(forMs));

  it('runs nothing of ours, however much its page does, and is at work again when it is seen', async () => {
    expect((await tasks()).length, 'tasks of ours while it is seen').toBeGreaterThan(3);

    const other = await browser.newPage();
    await other.bringToFront();
    await ticket.waitForFunction('document.hidden', { polling: 100 });
    // What was under way when it was left may end.
    const underWay = async () => (await tasks(1_000)).length;
    await expect.poll(underWay, { timeout: 20_000 }).toBe(0);
    await ticket.evaluate(
      `document.querySelector('form:not([hidden]) [data-practice="size"]').value = '0.3'`,
    );
    expect(await tasks()).toEqual([]);

    await ticket.bringToFront();
    await ticket.waitForFunction('!document.hidden', { polling: 100 });
    expect((await tasks()).length, 'tasks of ours once it is seen again').toBeGreaterThan(3);
  });
});

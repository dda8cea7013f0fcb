import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumPage } from '../harness/chromium-page.ts';
import type { Measurement } from './measurement.ts';
import { collectedMetrics } from './page-metrics.ts';
import { TicketDesk } from './ticket-desk.ts';

const symbols = ['BTCUSDT', 'ETHUSDT'];
/** Long enough for the ticket of every other route to be read and judged. */
const routeMs = 120;
/** What grows in the first visits is no leak: code is compiled, caches fill. */
const warmRoutes = 60;
const routes = 500;
const idleMs = 5_000;

/** Walks to other contracts without a load, as the single-page fronts of exchanges do. */
async function walk(page: ChromiumPage, count: number): Promise<void> {
  await page.evaluate(
    async ({ names, pause, steps }: { names: string[]; pause: number; steps: number }) => {
      for (let step = 0; step < steps; step += 1) {
        const name = names[(step + 1) % names.length];
        document.querySelector<HTMLAnchorElement>(`.symbols a[data-symbol="${name}"]`)?.click();
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
    { names: symbols, pause: routeMs, steps: count },
  );
}

interface DetachedNode {
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DetachedNode[];
}

const isOurs = ({ attributes = [], children = [] }: DetachedNode): boolean =>
  attributes.some((text) => /(?:^|\s)rf-/.test(text) || text === 'data-surface') || children.some(isOurs);

/** Elements of ours that are in no document and that something still holds. */
async function detachedOfOurs(page: ChromiumPage): Promise<number> {
  const session = await page.cdp();
  await session.send('DOM.enable');
  const { detachedNodes } = await session.send('DOM.getDetachedDomNodes');
  return detachedNodes.filter(({ treeNode }) => isOurs(treeNode)).length;
}

const megabytes = (bytes: number) => Math.round(bytes / 10_000) / 100;

/** Growth of a guarded tab's heap over 500 changes of route, the page's own included, and what of ours was left behind. */
async function growth(desk: TicketDesk): Promise<{ bytes: number; detached: number }> {
  const page = await desk.ticket(true, 'still');
  try {
    await walk(page, warmRoutes);
    const before = await collectedMetrics(page);
    await walk(page, routes);
    const after = await collectedMetrics(page);
    return { bytes: after.heap - before.heap, detached: await detachedOfOurs(page) };
  } finally {
    await page.close();
  }
}

/** The heap of a tab that is looked at and left alone. */
async function idleHeap(desk: TicketDesk, guarded: boolean): Promise<number> {
  const page = await desk.ticket(guarded, 'still');
  try {
    await sleep(idleMs);
    return (await collectedMetrics(page)).heap;
  } finally {
    await page.close();
  }
}

/** What we keep of memory: over 500 changes of route, and in a tab in which nothing happens. */
export async function memoryBench(): Promise<Measurement[]> {
  const desk = await TicketDesk.open();
  try {
    const walked = await growth(desk);
    const idle = (await idleHeap(desk, true)) - (await idleHeap(desk, false));
    return [
      { id: 'heap-500', value: megabytes(walked.bytes), unit: 'MB', limit: 1, better: 'lower' },
      { id: 'heap-detached', value: walked.detached, unit: 'nodes', limit: 0, better: 'lower' },
      { id: 'heap-idle', value: megabytes(idle), unit: 'MB', limit: 8, better: 'lower' },
    ];
  } finally {
    await desk.close();
  }
}

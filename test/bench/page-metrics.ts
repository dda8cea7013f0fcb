import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumPage } from '../harness/chromium-page.ts';

export interface PageMetrics {
  /** Processor time of the page's main thread, in seconds: what else the machine does is not in it. */
  readonly busy: number;
  /** Seconds of a clock. */
  readonly at: number;
  /** Bytes in use of the page's and our script's heap together. */
  readonly heap: number;
}

/** Counters of a tab's process; the first call switches them on. */
export async function pageMetrics(page: ChromiumPage): Promise<PageMetrics> {
  const session = await page.cdp();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => {
    const metric = metrics.find((each) => each.name === name);
    if (metric === undefined) throw new Error(`the browser has no metric ${name}`);
    return metric.value;
  };
  return { busy: value('TaskDuration'), at: performance.now() / 1000, heap: value('JSHeapUsedSize') };
}

/** The metrics once all that is garbage has gone. Twice: what a finalizer lets go of goes with the second. */
export async function collectedMetrics(page: ChromiumPage): Promise<PageMetrics> {
  const session = await page.cdp();
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await sleep(200);
  }
  return pageMetrics(page);
}

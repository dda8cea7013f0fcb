import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumPage } from '../harness/chromium-page.ts';
import { type Measurement, percentile } from './measurement.ts';
import { traceOwnTasks } from './own-tasks.ts';
import { pageMetrics } from './page-metrics.ts';
import { expectFullStorm, mutationsSoFar, startStorm } from './storm.ts';
import { TicketDesk } from './ticket-desk.ts';

const settleMs = 2_000;
const changeEveryMs = 730;

export interface StormLength {
  readonly pairs: number;
  readonly seconds: number;
}

export const wholeStorm: StormLength = { pairs: 5, seconds: 30 };
export const quickStorm: StormLength = { pairs: 2, seconds: 6 };

/** The share of one core that the main thread of an order screen in a storm takes. */
async function busyShare(desk: TicketDesk, guarded: boolean, seconds: number): Promise<number> {
  const page = await desk.ticket(guarded, 'moving');
  try {
    await startStorm(page);
    await sleep(settleMs);
    const made = await mutationsSoFar(page);
    const before = await pageMetrics(page);
    await sleep(seconds * 1000);
    const after = await pageMetrics(page);
    expectFullStorm((await mutationsSoFar(page)) - made, after.at - before.at);
    return (after.busy - before.busy) / (after.at - before.at);
  } finally {
    await page.close();
  }
}

interface Followed {
  readonly at: number;
  readonly after: number | null;
}

/** Has a script of the page change the size again and again, without an event, and notes when the strip followed. */
async function watchChanges(
  page: ChromiumPage,
  everyMs: number,
): Promise<() => Promise<readonly Followed[]>> {
  await page.evaluate((pause: number) => {
    const changes: { at: number; after: number | null }[] = [];
    Object.assign(globalThis, { benchChanges: changes });
    let turn = 0;
    setInterval(() => {
      const size = document.querySelector<HTMLInputElement>('form:not([hidden]) [data-practice="size"]');
      if (size === null) return;
      turn += 1;
      size.value = turn % 2 === 0 ? '0.1' : '0.2';
      changes.push({ at: performance.now(), after: null });
    }, pause);
  }, everyMs);
  await page.inSurfaces((root) => {
    let shown = '';
    const world = globalThis as unknown as { benchChanges: { at: number; after: number | null }[] };
    new MutationObserver(() => {
      const strip = root.querySelector('[data-surface="strip"]');
      const now = `${strip?.getAttribute('data-state')} ${strip?.textContent}`;
      if (now === shown) return;
      shown = now;
      const last = world.benchChanges.at(-1);
      if (last !== undefined && last.after === null) last.after = performance.now() - last.at;
    }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    return true;
  }, null);
  return () => page.evaluate(() => (globalThis as unknown as { benchChanges: Followed[] }).benchChanges);
}

/** Tasks of ours and how long a change of the ticket waits for its reading, in a storm over a market that stands still. */
async function watchedStorm(desk: TicketDesk, seconds: number) {
  const page = await desk.ticket(true, 'still');
  try {
    await startStorm(page);
    await sleep(settleMs);
    let followed: readonly Followed[] = [];
    const tasks = await traceOwnTasks(await page.cdp(), async () => {
      const changes = await watchChanges(page, changeEveryMs);
      await sleep(seconds * 1000);
      // The last change may have come this moment.
      followed = (await changes()).slice(0, -1);
    });
    const waits = followed.map(({ after }) => after ?? changeEveryMs);
    return { tasks, waits };
  } finally {
    await page.close();
  }
}

const rounded = (value: number, places: number) => Number(value.toFixed(places));

/**
 * An order book of 2,000 mutations a second beside a ticket whose prices move, with and without us by turns; then one
 * more storm in which our tasks and the strip are watched.
 */
export async function stormBench({ pairs, seconds }: StormLength): Promise<Measurement[]> {
  const desk = await TicketDesk.open();
  try {
    const added: number[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      // Which of the two is first takes turns too: a browser warms up.
      const first = await busyShare(desk, pair % 2 === 0, seconds);
      const second = await busyShare(desk, pair % 2 !== 0, seconds);
      const [guarded, bare] = pair % 2 === 0 ? [first, second] : [second, first];
      added.push(guarded - bare);
      process.stderr.write(
        `  storm ${pair + 1}/${pairs}: ${rounded(bare, 4)} alone, ${rounded(guarded, 4)} guarded\n`,
      );
    }
    const { tasks, waits } = await watchedStorm(desk, seconds);
    if (tasks.length === 0) throw new Error('no task of ours was seen in the storm');
    const ours = tasks.reduce((sum, { scripts }) => sum + scripts, 0) / (seconds * 1000);
    process.stderr.write(`  our scripts alone: ${rounded(ours, 4)} of a core in ${tasks.length} tasks\n`);
    return [
      {
        id: 'storm-share',
        value: rounded(percentile(added, 0.5), 4),
        unit: 'of a core',
        limit: 0.01,
        better: 'lower',
      },
      {
        id: 'storm-longest',
        value: rounded(Math.max(...tasks.map(({ length }) => length)), 1),
        unit: 'ms',
        limit: 50,
        better: 'lower',
      },
      {
        id: 'storm-read-p95',
        value: rounded(percentile(waits, 0.95), 1),
        unit: 'ms',
        limit: 150,
        better: 'lower',
      },
    ];
  } finally {
    await desk.close();
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumPage } from '../harness/chromium-page.ts';
import { type Measurement, percentile } from './measurement.ts';
import { traceOwnTasks } from './own-tasks.ts';
import { pageMetrics } from './page-metrics.ts';
import { expectFullStorm, mutationsSoFar, startStorm } from './storm.ts';
import { TicketDesk } from './ticket-desk.ts';

const settleMs = 2_000;
const changeEveryMs = 730;
/** The machine's own speed changes more from one half-minute to the next than we cost: with and without take short turns. */
const sliceMs = 3_000;
const broughtUpMs = 700;

export interface StormLength {
  readonly pairs: number;
  /** Of storm, with and without us each. */
  readonly seconds: number;
}

export const wholeStorm: StormLength = { pairs: 5, seconds: 30 };
export const quickStorm: StormLength = { pairs: 2, seconds: 6 };

/** The share of one core that the main thread of the page in front takes, for one slice. */
async function busySlice(page: ChromiumPage): Promise<number> {
  await page.raw.bringToFront();
  await sleep(broughtUpMs);
  const made = await mutationsSoFar(page);
  const before = await pageMetrics(page);
  await sleep(sliceMs);
  const after = await pageMetrics(page);
  expectFullStorm((await mutationsSoFar(page)) - made, after.at - before.at);
  return (after.busy - before.busy) / (after.at - before.at);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** An order screen in a storm, with us and alone, in front by turns; the shares of a core that they take. */
async function stormPair(desk: TicketDesk, seconds: number) {
  const guarded = await desk.ticket(true, 'moving');
  const alone = await desk.ticket(false, 'moving');
  try {
    await Promise.all([startStorm(guarded), startStorm(alone)]);
    await sleep(settleMs);
    const shares = { guarded: [] as number[], alone: [] as number[] };
    for (let slice = 0; slice < (seconds * 1000) / sliceMs; slice += 1) {
      const first = slice % 2 === 0;
      if (first) shares.guarded.push(await busySlice(guarded));
      shares.alone.push(await busySlice(alone));
      if (!first) shares.guarded.push(await busySlice(guarded));
    }
    return { guarded: mean(shares.guarded), alone: mean(shares.alone) };
  } finally {
    await guarded.close();
    await alone.close();
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
      const { guarded, alone } = await stormPair(desk, seconds);
      added.push(guarded - alone);
      process.stderr.write(
        `  storm ${pair + 1}/${pairs}: ${rounded(alone, 4)} alone, ${rounded(guarded, 4)} guarded\n`,
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

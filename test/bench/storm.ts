import type { ChromiumPage } from '../harness/chromium-page.ts';

/** DOM mutations a second. */
const rate = 2_000;

/**
 * Lets the page's order book storm: texts, widths and whole rows change, evenly over time, and what a slow moment left
 * out is made up for. The page keeps the count.
 */
export async function startStorm(page: ChromiumPage): Promise<void> {
  await page.evaluate((perSecond: number) => {
    const rows = [...document.querySelectorAll<HTMLElement>('.asks li, .bids li')];
    if (rows.length === 0) throw new Error('the page has no order book');
    const storm = { done: 0 };
    Object.assign(globalThis, { benchStorm: storm });
    const change = (count: number) => {
      const row = rows[count % rows.length] as HTMLElement;
      const [price, size] = row.children;
      if (count % 20 === 0) row.append(row.firstElementChild as Element);
      else if (count % 3 === 0) row.style.setProperty('--depth', `${count % 100}%`);
      else if (count % 3 === 1 && price) price.textContent = (60_000 + (count % 977) / 10).toFixed(1);
      else if (size) size.textContent = (1 + (count % 613) / 1000).toFixed(3);
    };
    const start = performance.now();
    setInterval(() => {
      const due = ((performance.now() - start) / 1000) * perSecond;
      while (storm.done < due) change(storm.done++);
    }, 5);
  }, rate);
}

/** Mutations made since the storm began. */
export function mutationsSoFar(page: ChromiumPage): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { benchStorm: { done: number } }).benchStorm.done);
}

/** @throws where the machine could not keep the storm up: then nothing was measured. */
export function expectFullStorm(mutations: number, seconds: number): void {
  if (mutations < rate * seconds * 0.97)
    throw new Error(`only ${Math.round(mutations / seconds)} mutations a second were made, not ${rate}`);
}

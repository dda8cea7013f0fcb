import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixturePages } from './reader/corpus.ts';
import { bundleReader, launchChromium, openReaderPage, type ReaderPage } from './reader/reader-page.ts';

/** What was read of a row of positions is kept; nothing that changes may be read from what was kept. */
describe('rows of positions that change between two reads', () => {
  let browser: Browser;
  let script: string;

  beforeAll(async () => {
    [browser, script] = await Promise.all([launchChromium(), bundleReader()]);
  });
  afterAll(() => browser.close());

  const onPage = async (test: (open: ReaderPage) => Promise<void>) => {
    const fixture = fixturePages().find(({ name }) => name === 'orderly/cross-limit.html');
    if (fixture === undefined) throw new Error('the page is gone');
    const open = await openReaderPage(browser, script, fixture);
    try {
      await test(open);
    } finally {
      await open.close();
    }
  };
  const first = async (open: ReaderPage, withRecipes = true) => {
    const { positions } = (await open.read(withRecipes)).reading;
    return positions.known ? positions.value[0] : positions.why;
  };
  const cell = (at: number) => `#oui-desktop-positions-content tbody tr:first-child td:nth-child(${at})`;
  const change = (open: ReaderPage, at: number, html: string) =>
    open.page.evaluate(
      ([css, inner]) => {
        const found = document.querySelector(css);
        if (found !== null) found.innerHTML = inner;
      },
      [cell(at), html] as const,
    );

  it('reads a mark, a side and a size that moved', () =>
    onPage(async (open) => {
      expect(await first(open)).toMatchObject({ side: 'long', size: '0.25', markPrice: '64151.3' });
      await change(open, 4, '<span>64,200.1</span>');
      expect(await first(open)).toMatchObject({ side: 'long', size: '0.25', markPrice: '64200.1' });
      await change(open, 2, '<span>-0.5</span>');
      await change(open, 6, '<span>-1,100.05</span>');
      expect(await first(open)).toMatchObject({ side: 'short', size: '0.5', markPrice: '64200.1' });
    }));

  it('follows headers that change places above unchanged rows', () =>
    onPage(async (open) => {
      expect(await first(open)).toMatchObject({ entryPrice: '62000.0', markPrice: '64151.3' });
      await open.page.evaluate(() => {
        const heads = [...document.querySelectorAll('#oui-desktop-positions-content th')];
        const [entry, mark] = [heads[2], heads[3]];
        if (entry !== undefined) entry.textContent = 'Mark price';
        if (mark !== undefined) mark.textContent = 'Avg. open';
      });
      expect(await first(open)).toMatchObject({ entryPrice: '64151.3', markPrice: '62000.0' });
    }));

  it('keeps what the recipe and what the labels say of a row apart', () =>
    onPage(async (open) => {
      const here = await first(open);
      expect(here).toMatchObject({ symbol: 'PERP_BTC_USDC' });
      expect(await first(open, false)).not.toEqual('not-on-page');
      expect(await first(open)).toEqual(here);
    }));

  it('reads the value of an input in a row each time', () =>
    onPage(async (open) => {
      await change(
        open,
        1,
        '<div>BTC</div><div><input readonly value="Cross"><span>10<span>X</span></span></div>',
      );
      expect(await first(open)).toMatchObject({ marginMode: 'cross' });
      await open.page.evaluate((css) => {
        const input = document.querySelector<HTMLInputElement>(`${css} input`);
        if (input !== null) input.value = 'Isolated';
      }, cell(1));
      expect(await first(open)).toMatchObject({ marginMode: 'isolated' });
    }));
});

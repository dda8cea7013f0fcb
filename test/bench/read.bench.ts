import { fixturePages } from '../browser/reader/corpus.ts';
import { bundleReader, launchChromium, openReaderPage } from '../browser/reader/reader-page.ts';
import { type Measurement, percentile } from './measurement.ts';

const warmUp = 100;
const rounds = 500;

/**
 * One read of a full order screen in real Chromium: the ticket with positions of the corpus, among a market list, an
 * order book, a list of trades and twenty rows of positions, with the page's layout changed before every read.
 */
export async function readBench(): Promise<Measurement[]> {
  const fixture = fixturePages().find(({ name }) => name === 'orderly/cross-limit.html');
  if (fixture === undefined) throw new Error('the fixture to read is gone');
  const [browser, script] = await Promise.all([launchChromium(), bundleReader()]);
  try {
    const open = await openReaderPage(browser, script, fixture);
    await open.page.evaluate('fillScreen()');
    const samples: number[] = await open.page.evaluate(`timeReads(${warmUp}), timeReads(${rounds})`);
    return [{ id: 'read-p95', value: percentile(samples, 0.95), unit: 'ms', limit: 4, better: 'lower' }];
  } finally {
    await browser.close();
  }
}

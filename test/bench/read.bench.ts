import { fixturePages } from '../browser/reader/corpus.ts';
import { bundleReader, launchChromium, openReaderPage } from '../browser/reader/reader-page.ts';
import { type Measurement, percentile } from './measurement.ts';

const warmUp = 100;
const rounds = 500;
const listed = 20;

/**
 * One read of a full order screen in real Chromium: the ticket with positions of the corpus, among a market list, an
 * order book, a list of trades and twenty rows of positions, with the page's layout changed before every read; and the
 * same where every one of the twenty rows got another mark price since the read before, as on a tick of the whole list.
 */
export async function readBench(): Promise<Measurement[]> {
  const fixture = fixturePages().find(({ name }) => name === 'orderly/cross-limit.html');
  if (fixture === undefined) throw new Error('the fixture to read is gone');
  const [browser, script] = await Promise.all([launchChromium(), bundleReader()]);
  try {
    const open = await openReaderPage(browser, script, fixture);
    await open.page.evaluate('fillScreen()');
    const p95 = async (moving: number) => {
      const samples: number[] = await open.page.evaluate(
        `timeReads(${warmUp}, ${moving}), timeReads(${rounds}, ${moving})`,
      );
      return percentile(samples, 0.95);
    };
    return [
      { id: 'read-p95', value: await p95(0), unit: 'ms', limit: 4, better: 'lower' },
      { id: 'read-ticked-p95', value: await p95(listed), unit: 'ms', limit: 12, better: 'lower' },
    ];
  } finally {
    await browser.close();
  }
}

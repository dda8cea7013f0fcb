import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleReader, launchChromium, openReaderPage } from '../browser/reader/reader-page.ts';
import { type Measurement, percentile } from './measurement.ts';

const fixtures = fileURLToPath(new URL('../fixtures/venues', import.meta.url));
const warmUp = 100;
const reads = 400;

interface Screen {
  readonly venue: string;
  readonly file: string;
  readonly bytes: number;
}

function largestScreen(): Screen {
  const screens = readdirSync(fixtures, { withFileTypes: true }).flatMap((folder) =>
    folder.isDirectory()
      ? readdirSync(join(fixtures, folder.name))
          .filter((file) => file.endsWith('.html'))
          .map(
            (file): Screen => ({
              venue: folder.name,
              file,
              bytes: statSync(join(fixtures, folder.name, file)).size,
            }),
          )
      : [],
  );
  const [largest] = screens.sort((a, b) => b.bytes - a.bytes);
  if (largest === undefined) throw new Error('no order screens to read');
  return largest;
}

/** One whole read of the largest written order screen, in real Chromium, in ms. */
export async function readBench(): Promise<Measurement[]> {
  const { venue, file } = largestScreen();
  const expected = JSON.parse(readFileSync(join(fixtures, venue, 'expected.json'), 'utf8')) as Record<
    string,
    { url: string }
  >;
  const url = expected[file]?.url;
  if (url === undefined) throw new Error(`no address for ${venue}/${file}`);
  const browser = await launchChromium();
  try {
    const html = readFileSync(join(fixtures, venue, file), 'utf8');
    const screen = await openReaderPage(browser, await bundleReader(), { html, url });
    // Between two reads the page moves, as a live one does: what a browser keeps of the last layout does not help.
    const times = await screen.page.evaluate<number[]>(`(() => {
      const taken = [];
      for (let index = 0; index < ${warmUp + reads}; index += 1) {
        document.body.style.paddingTop = (index % 2) + 'px';
        const start = performance.now();
        readTicket(true);
        if (index >= ${warmUp}) taken.push(performance.now() - start);
      }
      return taken;
    })()`);
    const value = Math.round(percentile(times, 0.95) * 100) / 100;
    return [{ id: 'read-p95', value, unit: 'ms', limit: 4, better: 'lower' }];
  } finally {
    await browser.close();
  }
}

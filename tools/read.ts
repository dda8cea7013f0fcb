/**
 * `npm run --silent read -- PAGE.html --url URL [--lang xx] [--viewport 1600x1000]`: what the built extension reads from
 * a saved page opened at that address in a real browser, and what it makes of it, as one JSON object.
 */
import { parseArgs } from 'node:util';
import type { Assessment } from '../src/domain/assessment.ts';
import { leadingSide } from '../src/domain/assessment.ts';
import { originPatternOf } from '../src/domain/origin-pattern.ts';
import type { TicketReading } from '../src/domain/ticket-reading.ts';
import { launchGuarded, waitUntilGuarded } from '../test/harness/launch.ts';
import { askExtension } from './ask-extension.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { BadCall, pageText, viewportOf, webAddress } from './page-call.ts';

const usage = 'use: npm run --silent read -- PAGE.html --url URL [--lang xx] [--viewport 1600x1000]';

interface Call {
  readonly html: string;
  readonly url: string;
  /** Pattern of the one host that is granted. */
  readonly pattern: string;
  readonly lang: string;
  readonly viewport: { readonly width: number; readonly height: number };
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { url: { type: 'string' }, lang: { type: 'string' }, viewport: { type: 'string' } },
    });
  } catch (error) {
    throw new BadCall(`${error instanceof Error ? error.message.split('.')[0] : 'bad flags'}; ${usage}`);
  }
}

function parseCall(): Call {
  const { values, positionals } = options();
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new BadCall(usage);
  if (values.url === undefined) throw new BadCall(`--url is missing; ${usage}`);
  const url = webAddress(values.url);
  const pattern = originPatternOf(url);
  if (pattern === undefined) throw new BadCall(`--url ${url}: no host can be granted for it`);
  const [width = 0, height = 0] = viewportOf(values.viewport).split('x').map(Number);
  const lang = values.lang ?? 'en';
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang))
    throw new BadCall(`--lang ${lang}: expected a language, e.g. de`);
  return {
    html: pageText(file),
    url,
    pattern,
    lang,
    viewport: { width, height },
  };
}

/** Values as the contract prints them: strings, and unknowns as they are. */
function printable(reading: TicketReading): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(reading).map(([name, field]) => [
      name,
      field.known && typeof field.value === 'boolean' ? { ...field, value: String(field.value) } : field,
    ]),
  );
}

/** One side: its exposure and verdict. Both open: an exposure a side, and the verdict of the worse one. */
function judged({ sides, ...rest }: Assessment): { exposure: unknown; verdict: unknown } {
  const leading = sides[leadingSide({ sides, ...rest }) ?? 'long'];
  const { long, short } = sides;
  if (long !== undefined && short !== undefined) {
    return { exposure: { long: long.exposure, short: short.exposure }, verdict: leading?.verdict };
  }
  return { exposure: leading?.exposure, verdict: leading?.verdict };
}

async function main(): Promise<void> {
  const { html, url, pattern, lang, viewport } = parseCall();
  ensureBrowsers(['chromium']);
  const browser = await launchGuarded('chromium', { origins: [pattern], viewport, lang });
  try {
    await waitUntilGuarded(browser, pattern.replace(/\/\*$/, ''));
    const page = await browser.servePage(url, html);
    const { reading, assessment } = await askExtension(browser, page);
    const { exposure, verdict } = judged(assessment);
    process.stdout.write(`${JSON.stringify({ reading: printable(reading), exposure, verdict }, null, 2)}\n`);
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`read: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`);
  process.exitCode = error instanceof BadCall ? 2 : 1;
});

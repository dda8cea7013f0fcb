/**
 * `npm run --silent read -- PAGE.html --url URL [--lang xx] [--viewport 1600x1000]`: what the built extension reads from
 * a saved page opened at that address in a real browser, and what it makes of it, as one JSON object.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Assessment } from '../src/domain/assessment.ts';
import { leadingSide } from '../src/domain/assessment.ts';
import { originPatternOf } from '../src/domain/origin-pattern.ts';
import type { TicketReading } from '../src/domain/ticket-reading.ts';
import { launchGuarded, waitUntilGuarded } from '../test/harness/launch.ts';
import { askExtension } from './ask-extension.ts';
import { ensureBrowsers } from './install-browsers.ts';

const usage = 'read: use: npm run --silent read -- PAGE.html --url URL [--lang xx] [--viewport 1600x1000]';

class BadCall extends Error {}

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
    throw new BadCall(
      `read: ${error instanceof Error ? error.message.split('.')[0] : 'bad flags'}; ${usage}`,
    );
  }
}

function pageText(file: string): string {
  const entry = statSync(file, { throwIfNoEntry: false });
  if (entry === undefined || !entry.isFile()) throw new BadCall(`read: ${file}: no such file`);
  const html = readFileSync(file, 'utf8');
  if (!/<(?:!doctype|html|head|body|div|form|main)\b/i.test(html)) {
    throw new BadCall(`read: ${file}: this is not a saved HTML page`);
  }
  return html;
}

/** A name in the address would pass for the host that is granted. */
function webAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).username === '';
}

function parseCall(): Call {
  const { values, positionals } = options();
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new BadCall(usage);
  if (values.url === undefined) throw new BadCall(`read: --url is missing; ${usage}`);
  const pattern = webAddress(values.url) ? originPatternOf(values.url) : undefined;
  if (pattern === undefined) {
    throw new BadCall(
      `read: --url ${values.url}: expected a web address such as https://www.example.com/futures/BTCUSDT`,
    );
  }
  const size = /^(\d{3,4})x(\d{3,4})$/.exec(values.viewport ?? '1600x1000');
  if (size === null)
    throw new BadCall(`read: --viewport ${values.viewport}: expected WIDTHxHEIGHT, e.g. 1600x1000`);
  const lang = values.lang ?? 'en';
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang))
    throw new BadCall(`read: --lang ${lang}: expected a language, e.g. de`);
  return {
    html: pageText(file),
    url: values.url,
    pattern,
    lang,
    viewport: { width: Number(size[1]), height: Number(size[2]) },
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
  process.stderr.write(`${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`);
  process.exitCode = error instanceof BadCall ? 2 : 1;
});

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

function parseCall(): Call {
  const { values, positionals } = options();
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new BadCall(usage);
  if (values.url === undefined) throw new BadCall(`read: --url is missing; ${usage}`);
  const pattern = URL.canParse(values.url) ? originPatternOf(values.url) : undefined;
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

interface Answer {
  readonly reading: TicketReading;
  readonly assessment: Assessment;
}

/** Runs inside a page of the extension: asks the page script of the tab, then the worker, over the real protocol. */
async function ask(url: string): Promise<Answer | { readonly error: string } | null> {
  const api = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
  const send = async (message: Promise<Reply>): Promise<Reply> =>
    message.catch((error) => ({ ok: false, error: String(error) }));
  const tab = (await api.tabs.query({})).find((each) => each.url === url);
  if (tab === undefined) return null;
  const read = await send(
    api.tabs.sendMessage(tab.id, { ringfence: 1, name: 'read-ticket', body: {} }, { frameId: 0 }),
  );
  if (!read?.ok) return null;
  const { reading } = read.body as { reading: TicketReading };
  const assessed = await send(
    api.runtime.sendMessage({ ringfence: 1, name: 'assess-ticket', body: { reading } }),
  );
  if (!assessed?.ok) return { error: assessed?.error ?? 'no answer from the worker' };
  return { reading, assessment: (assessed.body as { assessment: Assessment }).assessment };
}

interface Reply {
  readonly ok: boolean;
  readonly body?: unknown;
  readonly error?: string;
}

interface ExtensionApi {
  readonly tabs: {
    query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
    sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<Reply>;
  };
  readonly runtime: { sendMessage(message: unknown): Promise<Reply> };
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
    const address = await page.evaluate(() => location.href);
    const panel = await browser.extensionPage('src/ui/options/options.html');
    const answer = await panel.until(() => panel.evaluate(ask, address), {
      what: 'the page script to answer',
    });
    if ('error' in answer) throw new Error(`the worker refused the reading: ${answer.error}`);
    const { exposure, verdict } = judged(answer.assessment);
    process.stdout.write(
      `${JSON.stringify({ reading: printable(answer.reading), exposure, verdict }, null, 2)}\n`,
    );
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`);
  process.exitCode = error instanceof BadCall ? 2 : 1;
});

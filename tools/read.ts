/**
 * `npm run --silent read -- PAGE.html --url URL [--lang xx] [--viewport 1600x1000] [--taught FILE] [--table]`: what the
 * built extension reads from a saved page opened at that address in a real browser, and what it makes of it, as one JSON
 * object; with `--table` for a person, with the health line and why anchors did not count. `--taught`: a file of fields
 * that somebody showed, as the settings page saves it.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Assessment } from '../src/domain/assessment.ts';
import { leadingSide } from '../src/domain/assessment.ts';
import { isOrderExposure } from '../src/domain/exposure.ts';
import { originPatternOf } from '../src/domain/origin-pattern.ts';
import type { TaughtSites } from '../src/domain/taught.ts';
import type { TicketReading } from '../src/domain/ticket-reading.ts';
import { readTaughtFile } from '../src/settings/taught-file.ts';
import { launchGuarded, waitUntilGuarded } from '../test/harness/launch.ts';
import { type Answer, askExtension } from './ask-extension.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { BadCall, pageText, viewportOf, webAddress } from './page-call.ts';
import { askMissed } from './read/ask-missed.ts';
import { excludedBy } from './read/excluded-by.ts';
import type { MissedAnchor } from './read/missed-anchors.ts';
import { missedTable } from './read/missed-table.ts';
import { readingTable } from './read/reading-table.ts';
import { teach } from './read/teach.ts';
import { verdictTable } from './start/verdict-table.ts';

const usage =
  'use: npm run --silent read -- PAGE.html --url URL [--lang xx] [--viewport 1600x1000] [--taught FILE] [--table]';

interface Call {
  readonly html: string;
  readonly url: string;
  /** Pattern of the one host that is granted. */
  readonly pattern: string;
  readonly lang: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** For a person, not as JSON. */
  readonly table: boolean;
  readonly taught: TaughtSites;
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        lang: { type: 'string' },
        viewport: { type: 'string' },
        taught: { type: 'string' },
        table: { type: 'boolean' },
      },
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
    table: values.table ?? false,
    taught: values.taught === undefined ? {} : taughtIn(values.taught),
  };
}

function taughtIn(path: string): TaughtSites {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new BadCall(`--taught ${path}: cannot be read`);
  }
  const file = readTaughtFile(text);
  if (file.kind !== 'fields')
    throw new BadCall(`--taught ${path}: not a file of taught fields (${file.kind})`);
  return file.sites;
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

const lowerBound =
  'The cross balance is derived and can only be too small: every loss of cross money is at least this.';

/** What was read, then what each side that is open comes to. */
function forPeople({ assessment, ...state }: Answer, missed: readonly MissedAnchor[]): string {
  const sides = Object.entries(assessment.sides).map(([side, { exposure, verdict }]) =>
    isOrderExposure(exposure)
      ? `As ${side}:${verdictTable(exposure, verdict, exposure.atLeast ? [lowerBound] : [])}`
      : '',
  );
  return `${[readingTable(state), missedTable(missed), ...sides].join('\n').trimEnd()}\n`;
}

function asJson({ reading, assessment }: Answer): string {
  return `${JSON.stringify({ reading: printable(reading), ...judged(assessment) }, null, 2)}\n`;
}

async function main(): Promise<void> {
  const { html, url, pattern, lang, viewport, table, taught } = parseCall();
  const excluding = excludedBy(url);
  if (excluding !== undefined) {
    process.stderr.write(
      `read: excluded by the recipe: src/venues/${excluding}/recipe.ts says this address holds no ticket\n`,
    );
  }
  ensureBrowsers(['chromium']);
  const browser = await launchGuarded('chromium', { origins: [pattern], viewport, lang });
  try {
    await waitUntilGuarded(browser, pattern.replace(/\/\*$/, ''));
    await teach(browser, taught);
    const page = await browser.servePage(url, html);
    const answer = await askExtension(browser, page);
    const missed = table ? await askMissed(page, taught[new URL(url).origin] ?? []) : [];
    process.stdout.write(table ? forPeople(answer, missed) : asJson(answer));
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`read: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`);
  process.exitCode = error instanceof BadCall ? 2 : 1;
});

/**
 * `npm run save-page -- PAGE.html --url URL --out FILE.html [--keep "71,441.7"]… [--lang xx] [--viewport 1600x1000]`:
 * makes a page for the tests from a saved order screen. Scripts go, every figure gets other digits, names and ids are
 * crossed out; what stands where, and which words, attributes and states there are, stays.
 * How a page is saved is told in docs/save-a-page.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleForPage, launchChromium, openPage } from '../test/browser/reader/reader-page.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { BadCall, pageText, viewportOf, webAddress } from './page-call.ts';
import type { Scrubbed } from './save-page/page-entry.ts';

const usage =
  'use: npm run save-page -- PAGE.html --url URL --out FILE.html [--keep TEXT]… [--lang xx] [--viewport 1600x1000]';

interface Call {
  readonly html: string;
  readonly url: string;
  readonly out: string;
  readonly keep: readonly string[];
  readonly lang: string;
  readonly viewport: string;
}

function parseCall(): Call {
  const { values, positionals } = options();
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.url === undefined || values.out === undefined)
    throw new BadCall(usage);
  if (!values.out.endsWith('.html')) throw new BadCall(`--out ${values.out}: expected a name with .html`);
  return {
    html: pageText(file),
    url: webAddress(values.url),
    out: values.out,
    keep: values.keep ?? [],
    lang: values.lang ?? 'en',
    viewport: viewportOf(values.viewport),
  };
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        out: { type: 'string' },
        keep: { type: 'string', multiple: true },
        lang: { type: 'string' },
        viewport: { type: 'string' },
      },
    });
  } catch {
    throw new BadCall(usage);
  }
}

/** The contract's name in every spelling the address shows. */
function namesIn(url: string): readonly string[] {
  const { pathname, search, hash } = new URL(url);
  const found = `${pathname}${search}${hash}`.match(
    /[A-Za-z0-9]{2,15}[-_]?(?:USDT|USDC|USD)(?:[-_]?(?:PERP|SWAP))?/gi,
  );
  return (found ?? []).flatMap((name) => [name, name.replace(/[-_]/g, '')]);
}

async function main(): Promise<void> {
  const { html, url, out, keep, lang, viewport } = parseCall();
  ensureBrowsers(['chromium']);
  const script = await bundleForPage(fileURLToPath(new URL('./save-page/page-entry.ts', import.meta.url)));
  const browser = await launchChromium();
  try {
    const look = async (text: string) => {
      const open = await openPage(browser, script, { html: text, url, lang, viewport });
      const read = (await open.page.evaluate('howRead()')) as Record<string, string>;
      return { open, read };
    };
    const before = await look(html);
    const names = JSON.stringify([...namesIn(url), ...keep]);
    const { html: scrubbed, unfamiliar } = (await before.open.page.evaluate(
      `scrubPage(${names})`,
    )) as Scrubbed;
    const after = await look(scrubbed);
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, scrubbed);
    process.stdout.write(report(out, scrubbed, before.read, after.read, unfamiliar));
  } finally {
    await browser.close();
  }
}

function report(
  out: string,
  scrubbed: string,
  before: Record<string, string>,
  after: Record<string, string>,
  unfamiliar: readonly string[],
): string {
  const differing = Object.keys(before).filter((name) => before[name] !== after[name]);
  const read = Object.values(before).filter((how) => !how.startsWith('unknown')).length;
  return [
    `${out}: ${Math.ceil(scrubbed.length / 1024)} kB, scripts, figures, names and ids taken out.`,
    differing.length === 0
      ? `It is read as the saved page is: ${read} of ${Object.keys(before).length} fields known in both.`
      : 'It is read in another way than the saved page, because its new figures do not fit each other:',
    ...differing.map((name) => `  ${name}: ${before[name]} before, ${after[name]} now`),
    unfamiliar.length === 0
      ? 'Every word that was kept is one of the dictionary.'
      : 'Look through these texts before you show the page to anybody; their words were kept:',
    ...unfamiliar.map((text) => `  ${text}`),
    '',
  ].join('\n');
}

main().catch((error: unknown) => {
  process.stderr.write(
    `save-page: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`,
  );
  process.exitCode = error instanceof BadCall ? 2 : 1;
});

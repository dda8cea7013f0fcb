/**
 * `npm run save-page -- PAGE.html --url URL --out FILE.html [--keep "71,441.7"]… [--lang xx] [--viewport 1600x1000] [--force]`:
 * makes a page for the tests from a saved order screen. Scripts go, every figure gets other digits, names are crossed
 * out; what stands where, and which words, ids, classes and states there are, stays, and what is strange of it is told.
 * How a page is saved is told in docs/save-a-page.md.
 */
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleForPage, launchChromium, openPage } from '../test/browser/reader/reader-page.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { BadCall, pageText, viewportOf, webAddress } from './page-call.ts';
import type { HowRead, Scrubbed } from './save-page/page-entry.ts';
import { report } from './save-page/report.ts';

const usage =
  'use: npm run save-page -- PAGE.html --url URL --out FILE.html [--keep TEXT]… [--lang xx] [--viewport 1600x1000] [--force]';

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
  const html = pageText(file);
  refuseLoss(file, values.out, values.force === true);
  return {
    html,
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
        force: { type: 'boolean' },
      },
    });
  } catch {
    throw new BadCall(usage);
  }
}

/** The saved page is the only one there is, and a page of the tests may have been mended by hand. */
function refuseLoss(file: string, out: string, force: boolean): void {
  if (!existsSync(out)) return;
  if (realpathSync(file) === realpathSync(out))
    throw new BadCall(`--out ${out}: this is the saved page itself; give another name`);
  if (!force) throw new BadCall(`--out ${out}: there is such a file already; --force writes over it`);
}

async function main(): Promise<void> {
  const { html, url, out, keep, lang, viewport } = parseCall();
  ensureBrowsers(['chromium']);
  const script = await bundleForPage(fileURLToPath(new URL('./save-page/page-entry.ts', import.meta.url)));
  const browser = await launchChromium();
  try {
    const look = async (text: string) => {
      const open = await openPage(browser, script, { html: text, url, lang, viewport });
      const read = (await open.page.evaluate('howRead()')) as HowRead;
      return { open, read };
    };
    const before = await look(html);
    const scrubbed = (await before.open.page.evaluate(`scrubPage(${JSON.stringify(keep)})`)) as Scrubbed;
    const after = await look(scrubbed.html);
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, scrubbed.html);
    process.stdout.write(report(out, before.read, after.read, scrubbed));
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const hint = /^page\..*Timeout/.test(said) ? ' The page was not drawn in time: try again.' : '';
  process.stderr.write(`save-page: ${said}${hint}\n`);
  process.exitCode = error instanceof BadCall ? 2 : 1;
});

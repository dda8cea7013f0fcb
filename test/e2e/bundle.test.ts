import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { venueFacts } from '../../src/venues/facts.ts';
import { venueHosts } from '../../src/venues/hosts.ts';
import { buildExtension, projectRoot } from '../harness/extension-build.ts';

/** Names of formats that look like addresses; no browser ever asks for them. */
const namespaces = [
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML',
];

/** Sources of money facts, which the settings page shows as links. */
const sources = Object.values(venueFacts).flatMap((facts) =>
  facts.sources.map(({ address = '' }) => address),
);
/** What the practice ticket of the welcome page gives the reader as its address. */
const practice = 'http://localhost/trade/BTCUSDT';
const known = new Set([
  ...namespaces,
  ...Object.values(venueHosts).flat(),
  ...sources,
  practice,
  'http://localhost/*',
]);

/** A typed address completed by its scheme, and the scheme by itself in a comparison. */
const unfinished = /^https?:\/\/(?:\$\{\w+\})?$/;

/** Ways from text to code, or from text to elements; and ways out that the policy of the manifest closes as well. */
const forbidden = [
  /\beval\s*\(/,
  /\bnew Function\b/,
  /[^.\w]Function\(/,
  /\bset(?:Timeout|Interval)\(\s*["'`]/,
  /\bimportScripts\b/,
  /javascript:/,
  /\.innerHTML\b/,
  /\.outerHTML\s*[-+|&?]*=[^=]/,
  /dangerouslySetInnerHTML\s*:/,
  /\binsertAdjacentHTML\b|\bdocument\.write|\bcreateContextualFragment\b|\bDOMParser\b|\bsrcdoc\b/,
  /\b(?:set|parse)HTML(?:Unsafe)?\b/,
  /\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b|\bWebTransport\b/,
];

describe.each(['chromium', 'firefox'] as const)('the files built for %s', (browser) => {
  let dist = '';
  const read = (...kinds: readonly string[]) =>
    (readdirSync(dist, { recursive: true }) as string[])
      .filter((name) => kinds.includes(extname(name)))
      .map((name) => ({ name, text: readFileSync(join(dist, name), 'utf8') }));

  beforeAll(async () => {
    dist = await buildExtension(browser);
  });

  it('turn no text into code or elements, and know no way to call out', () => {
    const scripts = read('.js');
    expect(scripts.length).toBeGreaterThan(10);
    const found = scripts.flatMap(({ name, text }) =>
      forbidden.flatMap((pattern) => (pattern.test(text) ? [`${name}: ${pattern}`] : [])),
    );
    expect(found).toEqual([]);
  });

  it('name none of the files they were made of, though the shell that built them asks for development', () => {
    expect(process.env.NODE_ENV).toBe('test');
    expect(
      read('.js')
        .filter(({ text }) => /\.tsx?["'`]/.test(text))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it('fetch in one place, and import only their own', () => {
    const all = read('.js');
    const fetching = all.flatMap(({ text }) => [...text.matchAll(/\bfetch\(/g)]);
    // The reader of packaged files; page scripts have no need of it.
    expect(fetching.length).toBe(1);
    for (const { name, text } of all) {
      const dynamic = [...text.matchAll(/\bimport\s*\(([^)]*)\)/g)];
      const still = [...text.matchAll(/(?:^|[;}\n])(?:im|ex)port\b[^"'`;()]*(["'`][^"'`]*["'`])/g)];
      for (const [, path] of [...dynamic, ...still]) {
        expect(path, name).toMatch(/^["'`]\.{1,2}\/[\w./-]+["'`]$/);
      }
    }
  });

  it('hold no address but those of exchanges, shown sources and formats', () => {
    const strangers = read('.js', '.json', '.html', '.css')
      .flatMap(({ name, text }) =>
        [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s"'`<>\\]*/g)].map(([address]) => ({
          name,
          address,
        })),
      )
      .filter(({ address }) => !known.has(address) && !unfinished.test(address))
      .filter(({ name, address }) => name !== 'manifest.json' || address !== 'https://*/*');
    expect(strangers).toEqual([]);
  });

  it('load what a page needs from beside it', () => {
    const pages = read('.html');
    expect(pages.length).toBeGreaterThanOrEqual(6);
    for (const { name, text } of pages) {
      for (const [, address] of text.matchAll(/\b(?:src|href)="([^"]*)"/g)) {
        expect(address, name).toMatch(/^(?:\.\.\/|\/)[\w./-]+$/);
      }
      expect(text, name).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|<iframe|<base\b/i);
    }
    for (const { name, text } of read('.css')) expect(text, name).not.toMatch(/@import|url\((?!["']?data:)/);
  });
});

it('leave the linter of the add-on store nothing to say', { timeout: 180_000 }, async () => {
  const dist = await buildExtension('firefox');
  const linter = join(projectRoot, 'node_modules/addons-linter/bin/addons-linter');
  const { stdout } = spawnSync(process.execPath, [linter, dist, '--output', 'json'], { encoding: 'utf8' });
  const { errors, warnings, notices } = JSON.parse(stdout);
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
});

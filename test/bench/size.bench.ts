import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measurement } from './measurement.ts';

/** Local files a built file pulls in: imports of a script, scripts and styles of a page. */
function references(file: string, source: string): string[] {
  const pattern = file.endsWith('.html')
    ? /(?:src|href)="(\.?\.?\/[^"]+\.(?:js|css))"/g
    : /(?:from|import)\s*\(?["'](\.{1,2}\/[^"']+\.js)["']/g;
  return [...source.matchAll(pattern)].flatMap(([, path]) => (path === undefined ? [] : [path]));
}

function closure(root: string, entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry) || !existsSync(entry)) return seen;
  seen.add(entry);
  for (const path of references(entry, readFileSync(entry, 'utf8'))) {
    closure(root, path.startsWith('/') ? join(root, path) : resolve(dirname(entry), path), seen);
  }
  return seen;
}

function gzipKilobytes(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(file), { level: 9 }).length;
  return Math.round(bytes / 10) / 100;
}

/** Gzip sizes of the built parts in `dist` (kB = 1,000 bytes), each with everything it loads at start. */
export function sizeBench(dist: string): Measurement[] {
  const part = (id: string, entry: string, limit: number): Measurement => ({
    id,
    value: gzipKilobytes(closure(dist, join(dist, entry))),
    unit: 'kB gzip',
    limit,
    better: 'lower',
  });
  const assets = readdirSync(join(dist, 'assets'));
  const brackets = assets.filter(
    (name) => /^binance-[\w-]+\.json$/.test(name) && !name.startsWith('binance-coinm'),
  );
  return [
    part('size-content', 'src/guard/ticket.iife.js', 25),
    part('size-guard', 'src/guard/guard.iife.js', 105),
    part('size-background', 'service-worker-loader.js', 60),
    part('size-popup', 'src/ui/popup/popup.html', 45),
    part('size-options', 'src/ui/options/options.html', 60),
    {
      id: 'size-binance-tiers',
      value: gzipKilobytes(brackets.map((name) => join(dist, 'assets', name))),
      unit: 'kB gzip',
      limit: 90,
      better: 'lower',
    },
  ];
}

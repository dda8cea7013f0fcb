import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Parts of the browser that are asked for anything (`src/platform`). */
export const asked: ReadonlySet<string> = new Set([
  'action',
  'i18n',
  'permissions',
  'runtime',
  'scripting',
  'storage',
  'tabs',
]);

const begin = 'const apiMetadata = {';

/** The library's source with its table cut down to what is asked for. Throws where the table is no longer found. */
export function slim(code: string): string {
  const start = code.indexOf(begin);
  const end = code.indexOf('\n      };', start);
  if (start < 0 || end < 0) throw new Error('webextension-polyfill has no table of the browser any more');
  const open = start + begin.length - 1;
  const table = JSON.parse(`${code.slice(open, end)}}`) as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(table).filter(([name]) => asked.has(name)));
  return `${code.slice(0, open)}${JSON.stringify(kept)}${code.slice(end + '\n      }'.length)}`;
}

/**
 * The polyfill lists every function of every part of the browser; what nobody asks for stays out of what we ship. Gives the
 * place of the library without it: page scripts are built past every plugin, and follow an alias only.
 */
export function slimPolyfill(): string {
  const source = createRequire(import.meta.url).resolve('webextension-polyfill');
  const folder = fileURLToPath(new URL('../../node_modules/.cache/ringfence/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}browser-polyfill.js`;
  // Several builds at a time: each puts the same file there in one step.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, slim(readFileSync(source, 'utf8')));
  renameSync(own, file);
  return file;
}

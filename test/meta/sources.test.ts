import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const shipped = (readdirSync(src, { recursive: true }) as string[]).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
);

/** The build takes the library's way to set markup out of what it writes; here it must not be used to begin with. */
const sinks =
  /\binnerHTML\b|\bouterHTML\s*=[^=]|dangerouslySetInnerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|document\.write/;
const waysOut =
  /\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b|\bWebTransport\b/;

it('sets no markup and knows one way to read a file: a packaged one', () => {
  expect(shipped.length).toBeGreaterThan(300);
  const fetching: string[] = [];
  for (const name of shipped) {
    const code = readFileSync(join(src, name), 'utf8');
    expect(code, name).not.toMatch(sinks);
    expect(code, name).not.toMatch(waysOut);
    if (/\bfetch\(/.test(code)) fetching.push(name);
  }
  expect(fetching).toEqual(['platform/packaged-file.ts']);
});

it('writes nothing to the console, where another could read figures', () => {
  for (const name of shipped)
    expect(readFileSync(join(src, name), 'utf8'), name).not.toMatch(/\bconsole\s*\./);
});

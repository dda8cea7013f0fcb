import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import catalogue from '../../_locales/en/messages.json' with { type: 'json' };

const src = new URL('../../src/', import.meta.url).pathname;
const sources = (readdirSync(src, { recursive: true }) as string[])
  .filter((name) => /\.(ts|tsx|html)$/.test(name) && !name.includes('.test.'))
  .map((name) => readFileSync(join(src, name), 'utf8'))
  .join('\n');
const manifest = readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8');

/** Keys built from a name at run time, by the prefix the code puts before it. */
const builtPrefixes = [...sources.matchAll(/[`'"]([a-z]+(?:_[a-z]+)*_)\$\{/g)].map(
  ([, prefix]) => prefix ?? '',
);

describe('the message catalogue', () => {
  it.each(Object.keys(catalogue))('%s is used', (key) => {
    const used =
      sources.includes(`'${key}'`) ||
      sources.includes(`"${key}"`) ||
      manifest.includes(`__MSG_${key}__`) ||
      builtPrefixes.some((prefix) => prefix !== '' && key.startsWith(prefix));
    expect(used).toBe(true);
  });

  it('never calls anything safe', () => {
    for (const { message } of Object.values(catalogue)) expect(message).not.toMatch(/\bsafe(ly|r)?\b/i);
  });

  it('numbers its places from one without a gap', () => {
    for (const [key, { message }] of Object.entries(catalogue)) {
      const places = [...new Set([...message.matchAll(/\$(\d)/g)].map(([, n]) => Number(n)))].sort();
      expect(places, key).toEqual(places.map((_, index) => index + 1));
    }
  });
});

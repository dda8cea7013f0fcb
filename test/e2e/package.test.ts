import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filesIn } from '../../tools/package/read-files.ts';
import { zipOf } from '../../tools/package/zip.ts';
import { buildExtension } from '../harness/extension-build.ts';

const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each(['chromium', 'firefox'] as const)('the package for %s', (browser) => {
  it('is the same bytes each time, with the manifest at its top and no map of the sources', async () => {
    const dist = await buildExtension(browser);
    const zip = zipOf(await filesIn(dist));
    expect(sumOf(zipOf(await filesIn(dist)))).toBe(sumOf(zip));
    const names = Object.keys(unzipSync(zip));
    expect(names).toContain('manifest.json');
    expect(names).toContain('_locales/en/messages.json');
    expect(names.filter((name) => /\.(?:map|tsx?)$|^\.|\/\./.test(name))).toEqual([]);
    // Far below what a store takes; a table or a picture that slipped in would show.
    expect(zip.length).toBeLessThan(1_000_000);
  });
});

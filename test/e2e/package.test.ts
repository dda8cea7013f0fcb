import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildZips } from '../../tools/package/build-zips.ts';
import { filesIn, sourceFiles } from '../../tools/package/read-files.ts';
import { zipOf } from '../../tools/package/zip.ts';
import { buildExtension, projectRoot } from '../harness/extension-build.ts';

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

it('is the same bytes when it is built again elsewhere, from the sources alone', {
  timeout: 240_000,
}, async () => {
  const again = await buildZips(await sourceFiles(projectRoot), join(projectRoot, 'node_modules'));
  const here = async (browser: 'chromium' | 'firefox') => zipOf(await filesIn(await buildExtension(browser)));
  expect(sumOf(again.chrome)).toBe(sumOf(await here('chromium')));
  expect(sumOf(again.firefox)).toBe(sumOf(await here('firefox')));
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import project from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };
import { newestVersion } from '../../tools/release/changelog.ts';

it('says one version everywhere, in a form both stores take', () => {
  const changelog = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
  expect(manifest.version).toMatch(/^(?:0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3})){2}$/);
  expect([project.version, lock.version, lock.packages[''].version, newestVersion(changelog)]).toEqual(
    Array(4).fill(manifest.version),
  );
});

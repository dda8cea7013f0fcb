import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');

  it('links only to files that are there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(
      ([, target]) => target ?? '',
    );
    for (const target of targets) expect(existsSync(join(root, dirname(page), target)), target).toBe(true);
  });

  it('names only commands that exist', () => {
    const commands = [...text.matchAll(/npm (?:run (?:--silent )?)?([a-z-]+)/g)].map(
      ([, name]) => name ?? '',
    );
    for (const name of commands) {
      if (['run', 'ci', 'install'].includes(name)) continue;
      expect(Object.keys(manifest.scripts), `npm run ${name}`).toContain(name);
    }
  });
});

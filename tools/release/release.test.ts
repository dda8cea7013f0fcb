import { expect, it } from 'vitest';
import { entryOf, newestVersion, withEntry } from './changelog.ts';
import { nextVersion } from './next-version.ts';

it('counts on by a step', () => {
  expect(nextVersion('1.4.9', 'patch')).toBe('1.4.10');
  expect(nextVersion('1.4.9', 'minor')).toBe('1.5.0');
  expect(nextVersion('1.4.9', 'major')).toBe('2.0.0');
  expect(() => nextVersion('1.4', 'patch')).toThrow('three numbers');
  expect(() => nextVersion('1.4.0-beta', 'patch')).toThrow('three numbers');
});

it('tells what a user can notice, by part, once', () => {
  const entry = entryOf('0.2.0', '2026-12-01', [
    'hold: the way back has the focus',
    'venues/okx: read two leverages in hedge mode',
    'test/e2e: every way out is pressed',
    'engine: an account that is due is never said to have no liquidation price',
    'hold: the way back has the focus',
    'guard/teach: the picker says what it sees',
    'Merge something',
  ]);
  expect(entry).toBe(`## 0.2.0 (2026-12-01)

### Exchanges and reading

- venues/okx: read two leverages in hedge mode
- guard/teach: the picker says what it sees

### Figures and rules

- engine: an account that is due is never said to have no liquidation price

### On the screen

- hold: the way back has the focus
`);
  expect(entryOf('0.2.1', '2026-12-02', ['tools: faster'])).toContain('Nothing a user would notice.');
});

it('puts the newest on top and leaves the rest as it is', () => {
  const head = '# Changes\n\nWhat is new.\n';
  const first = withEntry(head, '## 0.1.0 (2026-11-21)\n\nFirst.\n');
  expect(first).toBe(`${head}\n## 0.1.0 (2026-11-21)\n\nFirst.\n`);
  const second = withEntry(first, '## 0.2.0 (2026-12-01)\n\nSecond.\n');
  expect(second).toBe(`${head}\n## 0.2.0 (2026-12-01)\n\nSecond.\n\n## 0.1.0 (2026-11-21)\n\nFirst.\n`);
  expect(newestVersion(second)).toBe('0.2.0');
  expect(newestVersion(head)).toBeUndefined();
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'ringfence-new-venue-'));
  const parts = [
    'src',
    '_locales',
    'tools',
    'test/support',
    'package.json',
    'biome.json',
    'tsconfig.base.json',
    'tsconfig.json',
  ];
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The tool itself, in a copy of the project; what starts it would install packages. */
function newVenue(...args: readonly string[]) {
  const loader = ['--import', 'tsx', join(copy, 'tools/new-venue.ts')];
  const run = spawnSync(process.execPath, [...loader, ...args], { cwd: copy, encoding: 'utf8' });
  return { status: run.status, said: run.stdout + run.stderr };
}

const text = (file: string) => readFileSync(join(copy, file), 'utf8');

describe('npm run new-venue', () => {
  it.each([
    [[], 'use: npm run new-venue'],
    [['New', '--url', 'https://new.example/futures/BTCUSDT'], 'lower-case'],
    [['binance', '--url', 'https://new.example/futures/BTCUSDT'], 'binance is there already'],
    [['new-ex', '--url', 'https://new.example/futures'], 'expected the contract once'],
    [['new-ex', '--url', 'https://new.example/futures/BTCUSDT', '--title', '<b>'], 'expected letters'],
  ] as const)('refuses %j in words and writes nothing', (args, words) => {
    const before = text('src/domain/venue.ts');
    expect(newVenue(...args)).toEqual({ status: 2, said: expect.stringContaining(words) });
    expect(text('src/domain/venue.ts')).toBe(before);
  });

  it('enters a venue in every list, in code that compiles', () => {
    const { status, said } = newVenue(
      'new-ex',
      '--url',
      'https://www.new.example/en/swap/eth-usdc',
      '--title',
      'New Ex',
    );
    expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining('New Ex is entered') });
    expect(text('src/domain/venue.ts')).toContain("  'new-ex',\n  'generic',");
    expect(text('src/venues/hosts.ts')).toContain("'new-ex': ['https://www.new.example/*'],");
    expect(text('src/venues/recipes.ts')).toContain('newExRecipe,');
    expect(text('src/venues/new-ex/facts.ts')).toContain("name: 'New Ex',");
    const expected = JSON.parse(text('test/fixtures/venues/new-ex/expected.json'));
    expect(expected['cross-limit.html'].expected).toMatchObject({ venue: 'new-ex', symbol: 'ETH-USDC' });
    const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
    const check = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.json', '--noEmit'], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(check.stdout).toBe('');
  });
});

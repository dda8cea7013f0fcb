import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
    [['new-ex', '--url', 'https://www.okx.com/futures/BTCUSDT'], 'belongs to okx'],
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
    expect(text('src/venues/hosts.ts')).toContain(
      "'new-ex': ['https://www.new.example/*', 'https://new.example/*'],",
    );
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

  it('refuses another name on a host that has one', () => {
    const again = newVenue('newer', '--url', 'https://new.example/en/futures/BTCUSDT');
    expect(again).toEqual({ status: 2, said: expect.stringContaining('belongs to new-ex') });
  });

  it('leaves it assessed as the exchange nobody described, which every verdict says', () => {
    const ticket = `
      import { reading } from './test/support/ticket-reading.ts';
      import { assessReading } from './src/background/assess-reading.ts';
      import { defaultSettings } from './src/settings/defaults.ts';
      import { preferencesFor } from './src/settings/resolve.ts';
      import { venueFacts } from './src/venues/facts.ts';
      const page = { symbol: 'ETH-USDC', currency: 'USDC', marginMode: 'cross', leverage: '20', side: 'long',
        effect: 'open', orderType: 'limit', price: '2500', size: '1', sizeUnit: 'base', sizeBase: '1',
        walletBalance: '1300', markPrice: '2500.5' };
      const judged = ['generic', 'new-ex'].map((venue) => {
        const { sides } = assessReading(reading({ ...page, venue }), {
          facts: venueFacts[venue], tiers: undefined, translate: (key) => key, locale: 'en',
          preferences: preferencesFor(defaultSettings, venue, page.symbol),
        });
        const { exposure: { assumed, ...exposure }, verdict } = sides.long;
        return { exposure, findings: verdict.findings.map(({ id }) => id), checklist: verdict.checklist };
      });
      console.log(JSON.stringify(judged));`;
    writeFileSync(join(copy, 'judge.ts'), ticket);
    const run = spawnSync(process.execPath, ['--import', 'tsx', join(copy, 'judge.ts')], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    const [generic, entered] = JSON.parse(run.stdout);
    expect(generic.findings).toContain('venue-rules-assumed');
    expect(generic.exposure.losses.worst).toMatchObject({ why: 'cross-scope' });
    expect(entered).toEqual(generic);
  });
});

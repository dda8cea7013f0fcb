import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'ringfence-new-rule-'));
  const parts = [
    'src',
    '_locales',
    'tools',
    'test/support',
    'test/meta/rules.test.ts',
    'test/meta/messages.test.ts',
    'manifest.json',
    'package.json',
    'biome.json',
    '.gitignore',
    'vitest.config.ts',
    'tsconfig.base.json',
    'tsconfig.json',
    'tsconfig.pure.json',
  ];
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function node(...args: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const run = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', env });
  return { status: run.status, said: run.stdout + run.stderr };
}

/** The tool itself, in a copy of the project; what starts it would install packages. */
const newRule = (...args: readonly string[]) =>
  node('--import', 'tsx', join(copy, 'tools/new-rule.ts'), ...args);
const text = (file: string) => readFileSync(join(copy, file), 'utf8');

describe('npm run new-rule', () => {
  it.each([
    [[], 'use: npm run new-rule'],
    [['a', 'b'], 'use: npm run new-rule'],
    [['spread-wide', '--loud'], 'use: npm run new-rule'],
    [['Spread_Wide'], 'lower-case words'],
    [['../spread'], 'lower-case words'],
    [['constructor'], 'lower-case words'],
    [['no-stop-loss'], 'no-stop-loss is there already'],
    [['evaluate'], 'evaluate is there already'],
    [['spread-wide', '--unit', 'metres'], 'a unit is one of'],
    [['spread-wide', '--worse', 'wider'], 'higher or lower'],
    [['spread-wide', '--unit', 'state', '--worse', 'lower'], 'no bands'],
    [['spread-wide', '--title', '<b>wide</b>'], 'letters'],
  ] as const)('refuses %j in words and writes nothing', (args, words) => {
    const list = text('src/rules/index.ts');
    expect(newRule(...args)).toEqual({ status: 2, said: expect.stringContaining(words) });
    expect(text('src/rules/index.ts')).toBe(list);
  });

  it.each([
    [
      ['spread-wide', '--title', 'Spread is wide'],
      "bands: { notice: decimal('0.05'), warning: decimal('0.1') }",
    ],
    [['days-too-few', '--unit', 'days'], "bands: { notice: decimal('7'), warning: decimal('3') }"],
    [
      ['room-small', '--unit', 'fraction', '--worse', 'lower'],
      "bands: { notice: decimal('0.1'), warning: decimal('0.05') }",
    ],
    [['event-today', '--unit', 'state'], 'bands: {}'],
  ] as const)('enters %j', (args, bands) => {
    const [id] = args;
    expect(newRule(...args)).toEqual({ status: 0, said: expect.stringContaining(`${id} is entered`) });
    expect(text(`src/rules/${id}.ts`)).toContain(bands);
    expect(text('src/rules/index.test.ts')).toContain(`'${id}'`);
    expect(JSON.parse(text('_locales/en/messages.json'))).toHaveProperty(
      `rule_${id.replaceAll('-', '_')}_title`,
    );
  });

  it('leaves a project that compiles, is formatted, and whose own tests pass with it', () => {
    const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
    for (const config of ['tsconfig.json', 'tsconfig.pure.json'])
      expect(node(compiler, '-p', config, '--noEmit').said).toBe('');
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    expect(node(biome, 'check', '--colors=off', 'src/rules').said).not.toMatch(/error/i);
    const vitest = (...tests: readonly string[]) =>
      node(join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', ...tests);
    const rules = ['spread-wide', 'days-too-few', 'room-small', 'event-today', 'index'];
    const own = vitest(...rules.map((name) => `src/rules/${name}.test.ts`), 'test/meta/rules.test.ts');
    expect(own.status, own.said.slice(-3000)).toBe(0);
    expect(own.said).toContain('6 passed (6)');
    const messages = vitest('test/meta/messages.test.ts', '-t', 'rule_spread_wide');
    expect(messages.status, messages.said.slice(-3000)).toBe(0);
    expect(messages.said).toContain('2 passed');
  }, 120_000);
});

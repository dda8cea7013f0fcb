/**
 * `npm run new-rule -- ID [--title TITLE] [--unit UNIT] [--worse higher|lower]`: writes a rule, its test and its messages, and
 * enters it in the list of rules and in the list's test. What comes next is told in docs/add-a-rule.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ruleUnits } from '../src/domain/settings.ts';
import { isRuleId } from '../src/settings/schema.ts';
import { messagesOf, type NewRule, ruleFile, tableRow, testFile, variable } from './new-rule/templates.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const usage = `use: npm run new-rule -- ID [--title "What it says"] [--unit ${ruleUnits.join('|')}] [--worse higher|lower]`;

class BadCall extends Error {}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { title: { type: 'string' }, unit: { type: 'string' }, worse: { type: 'string' } },
    });
  } catch {
    throw new BadCall(usage);
  }
}

function parseCall(): NewRule {
  const { values, positionals } = options();
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new BadCall(usage);
  if (!isRuleId(id))
    throw new BadCall(`${id}: an id has lower-case words with hyphens, such as stop-wrong-side`);
  if (existsSync(join(root, 'src/rules', `${id}.ts`)))
    throw new BadCall(`${id} is there already: src/rules/${id}.ts`);
  const unit = ruleUnits.find((each) => each === (values.unit ?? 'fraction'));
  if (unit === undefined) throw new BadCall(`${values.unit}: a unit is one of ${ruleUnits.join(', ')}`);
  const worse = values.worse ?? (unit === 'days' ? 'lower' : 'higher');
  if (worse !== 'higher' && worse !== 'lower')
    throw new BadCall(`${worse}: what is worse is higher or lower`);
  if (unit === 'state' && worse === 'lower') throw new BadCall('a state has no bands, so nothing is lower');
  const title = values.title ?? id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  if (!/^[\p{L}\p{N} ,'%-]{4,60}$/u.test(title))
    throw new BadCall(`${title}: a title has 4 to 60 letters, without a full stop`);
  return { id, title, unit, worse };
}

/** A line put before the first line of a file that starts so. */
interface Entry {
  readonly file: string;
  readonly before: RegExp;
  readonly line: string;
}

function entries(rule: NewRule): readonly Entry[] {
  const name = variable(rule);
  return [
    {
      file: 'src/rules/index.ts',
      before: /^import type \{ Rule \}/m,
      line: `import { ${name} } from './${rule.id}.ts';`,
    },
    { file: 'src/rules/index.ts', before: /^ {2}positionsMayBeHidden,$/m, line: `  ${name},` },
    { file: 'src/rules/index.test.ts', before: /^\] as const;$/m, line: tableRow(rule) },
  ];
}

/** The catalogue with the rule's messages behind those of the last rule in it. */
function catalogueWith(rule: NewRule, text: string): string {
  const catalogue = Object.entries(JSON.parse(text) as Record<string, unknown>);
  const added = messagesOf(rule);
  const taken = catalogue.find(([key]) => Object.hasOwn(added, key));
  if (taken !== undefined) throw new BadCall(`${rule.id}: the catalogue has ${taken[0]} already`);
  const at = catalogue.findLastIndex(([key]) => key.startsWith('rule_')) + 1;
  const all = [...catalogue.slice(0, at), ...Object.entries(added), ...catalogue.slice(at)];
  return `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`;
}

function main(): void {
  const rule = parseCall();
  const texts = new Map<string, string>();
  const read = (file: string) => texts.get(file) ?? readFileSync(join(root, file), 'utf8');
  for (const { file, before, line } of entries(rule)) {
    const text = read(file);
    const at = before.exec(text)?.index;
    if (at === undefined)
      throw new Error(`${file} has no line ${before.source}: nothing was written; mend the tool`);
    texts.set(file, `${text.slice(0, at)}${line}\n${text.slice(at)}`);
  }
  const catalogue = '_locales/en/messages.json';
  texts.set(catalogue, catalogueWith(rule, read(catalogue)));
  texts.set(`src/rules/${rule.id}.ts`, ruleFile(rule));
  texts.set(`src/rules/${rule.id}.test.ts`, testFile(rule));
  for (const [file, text] of texts) writeFileSync(join(root, file), text);
  const sources = [...texts.keys()].filter((file) => file.endsWith('.ts'));
  spawnSync(
    process.execPath,
    [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', ...sources],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  process.stdout.write(
    [
      `${rule.id} is entered. Written:`,
      ...[...texts.keys()].map((file) => `  ${file}`),
      'It has nothing to say yet. Write what it measures, and the cases: docs/add-a-rule.md.',
      `Test it:  npx vitest run --project unit src/rules/${rule.id}.test.ts src/rules/index.test.ts test/meta`,
      '',
    ].join('\n'),
  );
}

try {
  main();
} catch (error) {
  process.stderr.write(`new-rule: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadCall ? 2 : 1;
}

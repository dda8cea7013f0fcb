/**
 * `npm run new-venue -- NAME --url ADDRESS [--title TITLE]`: writes recipe, money facts, a page with its expected reading
 * and the tests' rows for another exchange, and enters it in every list. ADDRESS is that of one of its order screens.
 * What comes next is told in docs/add-a-venue.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isVenueId } from '../src/domain/venue.ts';
import { type AddressShape, addressShape } from './new-venue/address.ts';
import { ownerOf } from './new-venue/owner-of.ts';
import {
  expectedFile,
  factsFile,
  factsLine,
  pageFile,
  recipeFile,
  type VenueName,
  variable,
} from './new-venue/templates.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const usage =
  'use: npm run new-venue -- NAME --url https://www.example.com/en/futures/BTCUSDT [--title "Name as people write it"]';

class BadCall extends Error {}

function parseCall(): { name: VenueName; shape: AddressShape; address: string } {
  const { values, positionals } = options();
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0 || values.url === undefined) throw new BadCall(usage);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
    throw new BadCall(`${id}: a name has lower-case letters, digits and hyphens, such as new-exchange`);
  }
  if (isVenueId(id) || existsSync(join(root, 'src/venues', id)))
    throw new BadCall(`${id} is there already: src/venues/${id}`);
  const title = values.title ?? id.replace(/^./, (letter) => letter.toUpperCase());
  if (!/^[\p{L}\p{N} .&-]{1,40}$/u.test(title)) throw new BadCall(`${title}: expected letters, up to 40`);
  return { name: { id, title }, shape: shapeOf(values.url), address: values.url };
}

function shapeOf(address: string): AddressShape {
  let shape: AddressShape;
  try {
    shape = addressShape(address);
  } catch (error) {
    throw new BadCall(String(error instanceof Error ? error.message : error));
  }
  const owner = ownerOf(address);
  if (owner === undefined) return shape;
  throw new BadCall(
    `${address} belongs to ${owner}: add its addresses to src/venues/${owner}/recipe.ts (a page of other margin rules names its own \`venue\`)`,
  );
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { url: { type: 'string' }, title: { type: 'string' } },
    });
  } catch {
    throw new BadCall(usage);
  }
}

/** As `recipes.test.ts` writes it: a contract in dollars is not settled by its name. */
function kindOf({ quote }: AddressShape): string {
  return quote === 'USD' ? '-' : 'linear';
}

/** A line put before the one line of a file that starts so. */
interface Entry {
  readonly file: string;
  readonly before: RegExp;
  readonly line: string;
}

function entries(name: VenueName, shape: AddressShape, address: string): readonly Entry[] {
  const key = name.id.includes('-') ? `'${name.id}'` : name.id;
  const own = variable(name);
  return [
    { file: 'src/domain/venue.ts', before: /^ {2}'generic',$/m, line: `  '${name.id}',` },
    {
      file: 'src/venues/hosts.ts',
      before: /^ {2}generic: /m,
      line: `  ${key}: [${shape.origins.map((origin) => `'${origin}'`).join(', ')}],`,
    },
    { file: 'src/venues/facts.ts', before: /^ {2}practice: /m, line: `  ${key}: ${own}Facts,` },
    {
      file: 'src/venues/facts.ts',
      before: /^import \{ practiceFacts/m,
      line: `import { ${own}Facts } from './${name.id}/facts.ts';`,
    },
    {
      file: 'src/venues/recipes.ts',
      before: /^import \{ practiceRecipe/m,
      line: `import { ${own}Recipe } from './${name.id}/recipe.ts';`,
    },
    { file: 'src/venues/recipes.ts', before: /^ {2}practiceRecipe,$/m, line: `  ${own}Recipe,` },
    { file: 'src/venues/facts.test.ts', before: /^\};$/m, line: `  ${key}: '${factsLine}',` },
    {
      file: 'src/venues/recipes.test.ts',
      before: /^ {4}\['https:\/\/newdex\.example\/futures/m,
      line: `    ['${address}', '${name.id} ${shape.symbol} ${shape.base}/${shape.quote} ${kindOf(shape)}'],`,
    },
  ];
}

function main(): void {
  const { name, shape, address } = parseCall();
  const texts = new Map<string, string>();
  for (const { file, before, line } of entries(name, shape, address)) {
    const text = texts.get(file) ?? readFileSync(join(root, file), 'utf8');
    const at = before.exec(text)?.index;
    if (at === undefined)
      throw new Error(`${file} has no line ${before.source}: nothing was written; mend the tool`);
    texts.set(file, `${text.slice(0, at)}${line}\n${text.slice(at)}`);
  }
  const folder = `src/venues/${name.id}`;
  const page = `test/fixtures/venues/${name.id}`;
  texts.set(`${folder}/recipe.ts`, recipeFile(name, shape));
  texts.set(`${folder}/facts.ts`, factsFile(name, new Date().toISOString().slice(0, 10)));
  texts.set(`${page}/cross-limit.html`, pageFile(shape));
  texts.set(`${page}/expected.json`, expectedFile(name, shape, address));
  for (const [file, text] of texts) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const sources = [...texts.keys()].filter((file) => file.endsWith('.ts'));
  spawnSync(
    process.execPath,
    [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', ...sources],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  process.stdout.write(
    [
      `${name.title} is entered. Written:`,
      ...[...texts.keys()].map((file) => `  ${file}`),
      'Now make the page look like the real one and fill in the facts: docs/add-a-venue.md.',
      `Read it:  npm run --silent read -- ${page}/cross-limit.html --url ${address}`,
      `Test it:  npx vitest run --project browser test/browser/corpus.test.ts -t "${name.id}/"`,
      '',
    ].join('\n'),
  );
}

try {
  main();
} catch (error) {
  process.stderr.write(`new-venue: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadCall ? 2 : 1;
}

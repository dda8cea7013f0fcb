import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isDecimalString } from '../../domain/decimal-string.ts';
import { type Decimal, parse, plain } from '../decimal.ts';

/** Every formula's docstring carries examples; they are the formula's tests. */

const folder = import.meta.dirname;
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

function camelCase(file: string): string {
  return file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function value(text: string): Decimal | string {
  const word = /^'(.*)'$/.exec(text)?.[1];
  if (word !== undefined) return word;
  if (!isDecimalString(text)) throw new Error(`neither a word nor a number: ${text}`);
  return parse(text);
}

describe.each(files)('%s', (file) => {
  const source = readFileSync(join(folder, `${file}.ts`), 'utf8');
  const name = camelCase(file);
  const examples = [...source.matchAll(/@example (\w+)\((.*)\) = (\S+)/g)];

  it('has a docstring with an example', () => {
    expect(source).toMatch(new RegExp(`/\\*\\*[^]*\\*/\\nexport function ${name}\\(`));
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples.map(([, called, inputs, result]) => ({ called, inputs, result })))(
    '$called($inputs) = $result',
    async ({ called, inputs = '', result }) => {
      expect(called).toBe(name);
      // Written so that the bundler sees which files these are, and a change in one of them runs this test.
      const module = (await import(`../formulas/${file}.ts`)) as Record<
        string,
        (...inputs: unknown[]) => Decimal | null
      >;
      const outcome = module[name]?.(...inputs.split(', ').map(value));
      expect(outcome === null ? 'null' : outcome && plain(outcome)).toBe(result);
    },
  );
});

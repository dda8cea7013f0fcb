import { readFileSync } from 'node:fs';
import catalogue from '../_locales/en/messages.json';
import type { AssessInput } from '../src/domain/assess-input.ts';
import { parseInput } from '../src/engine/parse-input.ts';
import { translatorFrom } from '../src/messages/translator-from.ts';
import { defaultSettings } from '../src/settings/defaults.ts';
import { preferencesFor } from '../src/settings/resolve.ts';
import { judgeInput } from '../src/ui/simulator/judge-input.ts';

/** `npm run --silent assess -- FILE.json` (`-` for standard input): the exposure and the verdict as one JSON object. */
class BadInput extends Error {}

function inputAt(file: string): AssessInput {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new BadInput(`${file}: should be a file that can be read`);
  }
  let raw: unknown;
  try {
    // Some editors begin a file with a byte order mark, which is no part of the text.
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new BadInput('input: should be one JSON object');
  }
  const parsed = parseInput(raw);
  if (!parsed.ok) throw new BadInput(`${parsed.path}: should be ${parsed.expected}`);
  return parsed.input;
}

/** A trader who has set nothing but the limits the input brings: product defaults otherwise. */
function judged(input: AssessInput) {
  const preferences = preferencesFor(defaultSettings, input.venue, input.order?.symbol);
  return judgeInput(input, { preferences, translate: translatorFrom(catalogue), locale: 'en' });
}

function main(): number {
  const [file, ...rest] = process.argv.slice(2).filter((argument) => argument !== '--');
  try {
    if (file === undefined || rest.length > 0)
      throw new BadInput('usage: npm run assess -- FILE.json (or - for standard input)');
    console.log(JSON.stringify(judged(inputAt(file))));
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message.replaceAll('\n', ' '));
    return 2;
  }
}

process.exitCode = main();

import { readFileSync } from 'node:fs';
import catalogue from '../_locales/en/messages.json';
import type { AssessInput } from '../src/domain/assess-input.ts';
import { type Exposure, isOrderExposure } from '../src/domain/exposure.ts';
import type { Verdict } from '../src/domain/verdict.ts';
import { assess } from '../src/engine/assess.ts';
import { parseInput } from '../src/engine/parse-input.ts';
import { figureFormat } from '../src/messages/figures.ts';
import { translatorFrom } from '../src/messages/translator-from.ts';
import { evaluate } from '../src/rules/evaluate.ts';
import { defaultSettings } from '../src/settings/defaults.ts';
import { preferencesFor } from '../src/settings/resolve.ts';
import { venueFacts } from '../src/venues/facts.ts';

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
    raw = JSON.parse(text);
  } catch {
    throw new BadInput('input: should be one JSON object');
  }
  const parsed = parseInput(raw);
  if (!parsed.ok) throw new BadInput(`${parsed.path}: should be ${parsed.expected}`);
  return parsed.input;
}

/** Nothing to judge: the account as it stands, without an order. */
const noOrder: Verdict = {
  level: 'ok',
  hold: 'none',
  checklist: [],
  findings: [],
  checked: [],
  couldNotRun: [],
};

/** The verdict of a trader who has set nothing but the limits the input brings: product defaults otherwise. */
function verdictOf(input: AssessInput, exposure: Exposure): Verdict {
  const { order } = input;
  if (order === undefined || !isOrderExposure(exposure)) return noOrder;
  const facts = venueFacts[input.venue];
  return evaluate({
    input,
    order,
    exposure,
    reading: null,
    preferences: {
      ...preferencesFor(defaultSettings, input.venue, order.symbol),
      maxLossQuote: input.assumptions?.maxLoss ?? null,
      maxLossFraction: input.assumptions?.maxLossFraction ?? null,
    },
    translate: translatorFrom(catalogue),
    figures: figureFormat('en', input.account.currency),
    facts,
    rerun: (changed) => {
      const after = assess(changed, facts.rules);
      return isOrderExposure(after) ? after : undefined;
    },
  });
}

function main(): number {
  const [file, ...rest] = process.argv.slice(2).filter((argument) => argument !== '--');
  try {
    if (file === undefined || rest.length > 0)
      throw new BadInput('usage: npm run assess -- FILE.json (or - for standard input)');
    const input = inputAt(file);
    const exposure = assess(input, venueFacts[input.venue].rules);
    console.log(JSON.stringify({ exposure, verdict: verdictOf(input, exposure) }));
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message.replaceAll('\n', ' '));
    return 2;
  }
}

process.exitCode = main();

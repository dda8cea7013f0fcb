import type { AssessInput } from '../../domain/assess-input.ts';
import { parseInput } from '../../engine/parse-input.ts';
import { memberAt, pathOf, type RawInput, withMember } from './raw-input.ts';

export interface Problem {
  /** As the contract writes it: `order.price`. */
  readonly path: string;
  /** What should stand there. */
  readonly expected: string;
}

export type Checked =
  | { readonly ok: true; readonly input: AssessInput }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** More than anybody mends at one sitting. */
const mostProblems = 30;
/** A member is checked for being there, for its kind and for its value. */
const mostTries = 4;

/**
 * The engine's input, or everything that is wrong with it. The engine's own check stops at the first; what it names is
 * taken out, or where it cannot be done without has something fitting put in its place, and the rest is checked again.
 */
export function checkInput(raw: RawInput): Checked {
  const first = parseInput(raw);
  if (first.ok) return first;
  const problems: Problem[] = [];
  const tries = new Map<string, number>();
  let rest = raw;
  for (let parsed: ReturnType<typeof parseInput> = first; !parsed.ok; parsed = parseInput(rest)) {
    const { path, expected } = parsed;
    const isNew = !problems.some((each) => each.path === path);
    if (isNew && problems.length < mostProblems) problems.push({ path, expected });
    const tried = tries.get(path) ?? 0;
    if (tried === mostTries || problems.length === mostProblems) break;
    tries.set(path, tried + 1);
    const steps = pathOf(path, rest);
    const canGo = isNew && typeof steps.at(-1) === 'string' && memberAt(rest, steps) !== undefined;
    rest = withMember(rest, steps, canGo ? undefined : fitting(expected));
  }
  return { ok: false, problems };
}

/** Something the check would take there; only to see what else is wrong. */
function fitting(expected: string): unknown {
  if (expected.startsWith('a decimal string')) return '1';
  if (expected.startsWith('a fraction')) return '0';
  if (expected.startsWith('one of ')) return expected.slice('one of '.length).split(',')[0];
  if (expected === 'the number 1') return 1;
  if (expected === 'true or false') return true;
  if (expected === 'an array') return [];
  return expected === 'an object' ? {} : 'x';
}

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

/**
 * The engine's input, or everything that is wrong with it. The engine's own check stops at the first; what it names is
 * taken out and the rest checked again, until nothing is left or what is missing cannot be done without.
 */
export function checkInput(raw: RawInput): Checked {
  const first = parseInput(raw);
  if (first.ok) return first;
  const problems: Problem[] = [];
  let rest = raw;
  for (let parsed: ReturnType<typeof parseInput> = first; !parsed.ok; parsed = parseInput(rest)) {
    const { path, expected } = parsed;
    if (problems.some((each) => each.path === path) || problems.length === mostProblems) break;
    problems.push({ path, expected });
    const steps = pathOf(path, rest);
    if (memberAt(rest, steps) === undefined) break;
    // An entry of a list is not taken out: the paths of those behind it would change.
    if (typeof steps.at(-1) === 'number') break;
    rest = withMember(rest, steps, undefined);
  }
  return { ok: false, problems };
}

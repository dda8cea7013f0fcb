import * as v from 'valibot';
import type { PressKind } from '../../../src/reader/ticket-reader.ts';
import { type Expected, nameFault } from './compare-reading.ts';

/** A press on one element of the page and what reading at it must say; `null`: no order button. */
export interface Press {
  readonly on: string;
  readonly kind: PressKind;
  readonly expected: Expected | null;
}

/** What `expected.json` says of one page. */
export interface CorpusEntry {
  readonly url: string;
  readonly lang: string;
  readonly viewport?: string;
  readonly expected: Expected;
  readonly presses?: readonly Press[];
  /** What the health line must say of tickets on the page; by default one. */
  readonly scope?: 'ticket' | 'none' | 'several';
  /** Cross-checks that fail on this page; by default none. */
  readonly failedChecks?: readonly string[];
  /** What the health line must say read the page, where that matters. */
  readonly readBy?: 'recipe' | 'labels';
  /** Fields that only the recipe settles, by the address; without it another value is right. */
  readonly byRecipe?: Expected;
}

const rows = v.array(v.record(v.string(), v.string()));
const expected: v.GenericSchema<unknown, Expected> = v.record(v.string(), v.union([v.string(), rows]));
const press: v.GenericSchema<unknown, Press> = v.strictObject({
  on: v.string(),
  kind: v.picklist(['pointer', 'key', 'submit']),
  expected: v.nullable(expected),
});
const entry: v.GenericSchema<unknown, CorpusEntry> = v.strictObject({
  url: v.pipe(v.string(), v.url()),
  lang: v.string(),
  viewport: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{3,4}x\d{3,4}$/))),
  expected,
  presses: v.exactOptional(v.array(press)),
  scope: v.exactOptional(v.picklist(['ticket', 'none', 'several'])),
  failedChecks: v.exactOptional(v.array(v.string())),
  readBy: v.exactOptional(v.picklist(['recipe', 'labels'])),
  byRecipe: v.exactOptional(expected),
});

/** An entry as it stands in `expected.json`. @throws with a line for whoever wrote it, where it is none. */
export function parseEntry(raw: unknown): CorpusEntry {
  const parsed = v.safeParse(entry, raw);
  if (!parsed.success) {
    const faults = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'the entry'}: ${issue.message}`);
    throw new Error(faults.join('; '));
  }
  const { output } = parsed;
  const presses = output.presses ?? [];
  for (const named of [output.expected, output.byRecipe, ...presses.map((each) => each.expected)]) {
    const fault = nameFault(named ?? {});
    if (fault !== null) throw new Error(fault);
  }
  return output;
}

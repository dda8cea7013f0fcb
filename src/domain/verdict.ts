/** `unknown` ranks with `warning` and is never drawn as fine. */
export const levels = ['ok', 'notice', 'warning', 'danger', 'unknown'] as const;
export type Level = (typeof levels)[number];

export type Hold = 'none' | 'acknowledge' | 'type-amount';

const severity: Readonly<Record<Level, number>> = { ok: 0, notice: 1, warning: 2, unknown: 2.5, danger: 3 };

/** The worse of two levels. Unknown is at least as loud as a warning; danger stays danger. */
export function worseLevel(a: Level, b: Level): Level {
  return severity[a] >= severity[b] ? a : b;
}

const strictness: Readonly<Record<Hold, number>> = { none: 0, acknowledge: 1, 'type-amount': 2 };

/** The stricter of two holds. */
export function stricterHold(a: Hold, b: Hold): Hold {
  return strictness[a] >= strictness[b] ? a : b;
}

export const checklistIds = ['CK-1', 'CK-2', 'CK-3', 'CK-4', 'CK-5', 'CK-6'] as const;
export type ChecklistId = (typeof checklistIds)[number];

export interface ChecklistItem {
  readonly id: ChecklistId;
  readonly state: 'pass' | 'fail' | 'unknown';
  readonly answer: string;
}

export interface Finding {
  readonly id: string;
  readonly level: Exclude<Level, 'ok'>;
  /** The reading or exposure member the finding is about, e.g. `marginMode`. */
  readonly field: string;
  /** The measured value as text (decimal string, enum word or `unknown`). */
  readonly value: string;
  /** The band edge that was met, as text; empty where there is no number. */
  readonly threshold: string;
  readonly message: string;
  readonly hold: Hold;
  /** ISO time until which the trader does not want to be held for this; its `hold` is `none` so long. */
  readonly snoozedUntil?: string;
  readonly remedy?: { readonly text: string; readonly figures: Readonly<Record<string, string>> };
}

export interface Verdict {
  readonly level: Level;
  readonly hold: Hold;
  readonly checklist: readonly ChecklistItem[];
  readonly findings: readonly Finding[];
  /** Ids of the rules that ran. */
  readonly checked: readonly string[];
  /** Ids of the rules whose inputs are unknown. */
  readonly couldNotRun: readonly string[];
}

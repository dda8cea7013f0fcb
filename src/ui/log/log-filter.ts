import { type HoldOutcome, holdOutcomes, type LogEntry } from '../../domain/log-entry.ts';
import type { VenueId } from '../../domain/venue.ts';

/** What of the log is shown; `''` is everything. */
export interface LogFilter {
  readonly venue: VenueId | '';
  readonly rule: string;
  readonly outcome: HoldOutcome | '';
}

export const everything: LogFilter = { venue: '', rule: '', outcome: '' };

export function filtered(
  entries: readonly LogEntry[],
  { venue, rule, outcome }: LogFilter,
): readonly LogEntry[] {
  return entries.filter(
    (entry) =>
      (venue === '' || entry.venue === venue) &&
      (outcome === '' || entry.outcome === outcome) &&
      (rule === '' || entry.findings.some(({ id }) => id === rule)),
  );
}

export interface RuleCount {
  readonly id: string;
  /** Held orders in which the rule had found something. */
  readonly holds: number;
  readonly outcomes: Readonly<Record<HoldOutcome, number>>;
}

/** For each rule that found something in a held order, how often, and what became of those orders; most first. */
export function ruleCounts(entries: readonly LogEntry[]): readonly RuleCount[] {
  const ids = new Set(entries.flatMap(({ findings }) => findings.map(({ id }) => id)));
  return [...ids]
    .map((id) => {
      const own = entries.filter(({ findings }) => findings.some((finding) => finding.id === id));
      const count = (outcome: HoldOutcome) => own.filter((entry) => entry.outcome === outcome).length;
      const outcomes = Object.fromEntries(
        holdOutcomes.map((outcome) => [outcome, count(outcome)]),
      ) as RuleCount['outcomes'];
      return { id, holds: own.length, outcomes };
    })
    .sort((a, b) => b.holds - a.holds || (a.id < b.id ? -1 : 1));
}

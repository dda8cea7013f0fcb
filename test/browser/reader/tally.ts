import type { FieldOutcome } from './compare-reading.ts';

interface Count {
  read: number;
  missed: number;
  wrong: number;
}

/** What is not right in one comparison: a line a wrong value, a name a value that is missed. */
interface Amiss {
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** Counts per venue and field: read, unknown though the page says it, wrong. */
export class Tally {
  readonly wrong: string[] = [];
  readonly missed: string[] = [];
  private readonly counts = new Map<string, Map<string, Count>>();

  add(venue: string, page: string, outcomes: readonly FieldOutcome[]): Amiss {
    const before = { wrong: this.wrong.length, missed: this.missed.length };
    for (const { field, outcome, present, got, expected } of outcomes) {
      const count = this.countOf(venue, field);
      if (outcome === 'read') count.read += 1;
      if (outcome === 'wrong') {
        count.wrong += 1;
        this.wrong.push(`${page} ${field}: got ${got}, right is ${expected}`);
      }
      if (outcome === 'unknown' && present) {
        count.missed += 1;
        this.missed.push(`${page} ${field}`);
      }
    }
    return { wrong: this.wrong.slice(before.wrong), missed: this.missed.slice(before.missed) };
  }

  /** Share of the values present that were read, over the given fields or all. */
  share(fields?: readonly string[]): number {
    let read = 0;
    let present = 0;
    for (const byField of this.counts.values()) {
      for (const [field, count] of byField) {
        if (fields !== undefined && !fields.includes(field)) continue;
        read += count.read;
        present += count.read + count.missed + count.wrong;
      }
    }
    return present === 0 ? 1 : read / present;
  }

  table(): string {
    const lines: string[] = [];
    for (const [venue, byField] of this.counts) {
      for (const [field, { read, missed, wrong }] of byField) {
        if (read + missed + wrong === 0) continue;
        lines.push(`${venue.padEnd(12)} ${field.padEnd(22)} read ${read}  unknown ${missed}  wrong ${wrong}`);
      }
    }
    return lines.join('\n');
  }

  private countOf(venue: string, field: string): Count {
    const byField = this.counts.get(venue) ?? new Map<string, Count>();
    this.counts.set(venue, byField);
    const count = byField.get(field) ?? { read: 0, missed: 0, wrong: 0 };
    byField.set(field, count);
    return count;
  }
}

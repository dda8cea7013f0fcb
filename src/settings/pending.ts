import * as v from 'valibot';
import type { PendingChange } from '../domain/settings.ts';
import type { ClockMoved } from '../platform/clock.ts';
import { symbolKey } from './schema.ts';

const text = v.pipe(v.string(), v.maxLength(400));
const time = v.pipe(text, v.isoTimestamp());

/** More than there are settings worth waiting for; the oldest give way, and with them nothing is loosened. */
const mostPending = 400;

const pendingChange: v.GenericSchema<unknown, PendingChange> = v.object({
  path: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.minLength(2), v.maxLength(5)),
  value: v.union([v.null(), v.boolean(), text]),
  askedAt: time,
  due: time,
});

/** The changes that wait; what is not one is left out, which keeps the stricter setting. */
export function parsePending(raw: unknown): readonly PendingChange[] {
  if (!Array.isArray(raw)) return [];
  return raw.slice(-mostPending).flatMap((entry) => {
    const parsed = v.safeParse(pendingChange, entry);
    return parsed.success && parsed.output.askedAt <= parsed.output.due ? [parsed.output] : [];
  });
}

/** Whether two paths lead to one setting: a symbol's own mode is one setting however the symbol is spelled. */
export function samePath(a: readonly string[], b: readonly string[]): boolean {
  const isSame = (part: string, index: number) =>
    part === b[index] || (index === 3 && isSymbolMode(a) && symbolKey(part) === symbolKey(b[3] ?? ''));
  return a.length === b.length && a.every(isSame);
}

function isSymbolMode([room, , key]: readonly string[]): boolean {
  return room === 'venues' && key === 'intendedModeBySymbol';
}

export function withoutPath(
  pending: readonly PendingChange[],
  path: readonly string[],
): readonly PendingChange[] {
  return pending.filter((each) => !samePath(each.path, path));
}

/** One more that waits. Asked for again as it is, it keeps its place and its time; another value starts anew. */
export function withPending(
  pending: readonly PendingChange[],
  change: Pick<PendingChange, 'path' | 'value'>,
  now: Date,
  waitMinutes: number,
): readonly PendingChange[] {
  if (pending.some(({ path, value }) => samePath(path, change.path) && value === change.value))
    return pending;
  const due = new Date(now.getTime() + waitMinutes * 60_000).toISOString();
  return [...withoutPath(pending, change.path), { ...change, askedAt: now.toISOString(), due }].slice(
    -mostPending,
  );
}

const clockSeen: v.GenericSchema<unknown, ClockMoved> = v.object({ life: v.number(), by: v.number() });

/** Clocks are put right by less than this all the time. */
const noticeableMs = 60_000;

/** By how much the clock was moved since that was last looked at, in milliseconds; 0 where it was not. */
export function clockStep(seen: unknown, moved: ClockMoved): number {
  const before = v.safeParse(clockSeen, seen);
  const step = moved.by - (before.success && before.output.life === moved.life ? before.output.by : 0);
  return Math.abs(step) < noticeableMs ? 0 : step;
}

/**
 * The changes with their times moved along with the clock: as long is left as was before. One that was asked for later
 * than now, by a clock that was set back unseen, begins its wait anew.
 */
export function followClock(
  pending: readonly PendingChange[],
  stepMs: number,
  now: Date,
): readonly PendingChange[] {
  return pending.map((change) => {
    const askedAt = Date.parse(change.askedAt) + stepMs;
    const by = Math.min(askedAt, now.getTime()) - Date.parse(change.askedAt);
    // Not so either where a time is none that a calendar has.
    return !(Math.abs(by) > 0)
      ? change
      : { ...change, askedAt: later(change.askedAt, by), due: later(change.due, by) };
  });
}

function later(time: string, ms: number): string {
  return new Date(Date.parse(time) + ms).toISOString();
}

/** Wall time counts, so a restart loses nothing. */
export function isDue({ due }: PendingChange, now: Date): boolean {
  return Date.parse(due) <= now.getTime();
}

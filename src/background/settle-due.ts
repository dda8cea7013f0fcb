import { forgetEndedSnoozes } from '../settings/snooze-store.ts';
import { loadSettings } from '../settings/store.ts';
import { endDueGuards } from './due-guards.ts';

/** A worker hardly lives as long; what is due later is looked for again when it wakes. */
const longestTimerMs = 3_600_000;
/** A timer may fire a little early. */
const roundingMs = 50;

/**
 * Puts in force what is due, and looks again when the next change is, while this worker lives. Called whenever it wakes and
 * whenever something was asked for; the pages' own beat wakes it.
 */
export async function settleDue(now: () => Date = () => new Date()): Promise<void> {
  const { pending } = await loadSettings(now());
  await endDueGuards(pending, now()).catch(() => undefined);
  await forgetEndedSnoozes(now());
  const left = pending.map(({ due }) => Date.parse(due) - now().getTime()).filter((ms) => ms > 0);
  if (left.length === 0) return;
  setTimeout(() => void settleDue(now), Math.min(...left, longestTimerMs) + roundingMs);
}

/** The answer to a change that was asked for; what it left waiting is put in force when it is due. */
export async function thenSettleDue<T>(answer: Promise<T>): Promise<T> {
  const given = await answer;
  void settleDue();
  return given;
}

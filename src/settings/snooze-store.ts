import { isSnooze, mostSnoozes, type Snooze } from '../domain/snooze.ts';
import { exclusively } from '../platform/exclusive.ts';
import { readStored, writeStored } from '../platform/storage.ts';
import { isMembers } from './members.ts';

const key = 'snoozes';
const version = 1;

/** The snoozes on record, also ones whose time is over. With storage broken nothing is snoozed: holds stay. */
export async function loadSnoozes(): Promise<readonly Snooze[]> {
  try {
    const stored = await readStored(key);
    if (!isMembers(stored) || stored.version !== version || !Array.isArray(stored.snoozes)) return [];
    return stored.snoozes.filter(isSnooze).slice(-mostSnoozes);
  } catch {
    return [];
  }
}

/** One change as one step; `false` when storage failed. */
export async function changeSnoozes(
  change: (snoozes: readonly Snooze[]) => readonly Snooze[],
): Promise<boolean> {
  try {
    await exclusively(key, async () => {
      const snoozes = change(await loadSnoozes()).slice(-mostSnoozes);
      await writeStored(key, { version, snoozes });
    });
    return true;
  } catch {
    return false;
  }
}

function isSame(a: Snooze, b: Snooze): boolean {
  return (
    a.rule === b.rule &&
    a.venue === b.venue &&
    a.symbol === b.symbol &&
    a.side === b.side &&
    a.site === b.site
  );
}

/** Adds snoozes; each takes the place of an older one for the same. */
export function withSnoozesAdded(snoozes: readonly Snooze[], added: readonly Snooze[]): readonly Snooze[] {
  return [...snoozes.filter((each) => !added.some((one) => isSame(one, each))), ...added];
}

/** Takes out exactly these; one that was given anew since stays. */
export function withoutSnoozes(snoozes: readonly Snooze[], gone: readonly Snooze[]): readonly Snooze[] {
  return snoozes.filter((each) => !gone.some((one) => isSame(one, each) && one.from === each.from));
}

/** Nothing is kept of snoozes whose time is over, also of orders that are never looked at again. */
export async function forgetEndedSnoozes(now: Date): Promise<void> {
  // One that was asked for after `now` has not begun yet, and is not over either.
  const isOver = ({ until }: Snooze) => Date.parse(until) <= now.getTime();
  if ((await loadSnoozes()).some(isOver)) await changeSnoozes((all) => all.filter((one) => !isOver(one)));
}

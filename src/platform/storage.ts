import { browser } from './browser.ts';

interface Turn {
  readonly keys: Set<string>;
  readonly values: Promise<Readonly<Record<string, unknown>>>;
}

/** Reads that were asked for in this turn and not begun: all of them are one question to the browser. */
let turn: Turn | undefined;

/**
 * What was read since storage last changed, whoever changed it: the browser tells of every change. A ticket is judged at
 * each key, and what an active trader has stored takes longer to fetch than the judging.
 */
let kept = new Map<string, unknown>();

/** A read that is under way fills the map of before, where nobody looks any more. */
function forget(): void {
  kept = new Map();
}

browser.storage.onChanged.addListener(forget);

/**
 * One value from this machine's extension storage; `undefined` when it was never written. Rejects when storage fails.
 * The value is shared by all who read it and must not be changed.
 */
export async function readStored(key: string): Promise<unknown> {
  if (kept.has(key)) return kept.get(key);
  turn ??= newTurn();
  turn.keys.add(key);
  return (await turn.values)[key];
}

function newTurn(): Turn {
  const keys = new Set<string>();
  const values = Promise.resolve().then(async () => {
    turn = undefined;
    const into = kept;
    const read = await browser.storage.local.get([...keys]);
    for (const key of keys) into.set(key, read[key]);
    return read;
  });
  return { keys, values };
}

/** Writes one value. Rejects when storage is full or broken; nothing is lost of what was there before. */
export function writeStored(key: string, value: unknown): Promise<void> {
  return changing(() => browser.storage.local.set({ [key]: value }));
}

/** Writes several values as one step. Rejects as above. */
export function writeStoredTogether(values: Readonly<Record<string, unknown>>): Promise<void> {
  return changing(() => browser.storage.local.set({ ...values }));
}

/** Removes values. Rejects when storage fails. */
export function removeStored(keys: readonly string[]): Promise<void> {
  return changing(() => browser.storage.local.remove([...keys]));
}

/** Who has written must not find what was there before, however late the browser tells of the change. */
async function changing(change: () => Promise<void>): Promise<void> {
  try {
    await change();
  } finally {
    forget();
  }
}

import { browser } from './browser.ts';

interface Turn {
  readonly keys: Set<string>;
  readonly values: Promise<Readonly<Record<string, unknown>>>;
}

/** Reads that were asked for in this turn and not begun: all of them are one question to the browser. */
let turn: Turn | undefined;

/** One value from this machine's extension storage; `undefined` when it was never written. Rejects when storage fails. */
export async function readStored(key: string): Promise<unknown> {
  turn ??= newTurn();
  turn.keys.add(key);
  return (await turn.values)[key];
}

function newTurn(): Turn {
  const keys = new Set<string>();
  const values = Promise.resolve().then(() => {
    turn = undefined;
    return browser.storage.local.get([...keys]);
  });
  return { keys, values };
}

/** Writes one value. Rejects when storage is full or broken; nothing is lost of what was there before. */
export async function writeStored(key: string, value: unknown): Promise<void> {
  await browser.storage.local.set({ [key]: value });
}

/** Writes several values as one step. Rejects as above. */
export async function writeStoredTogether(values: Readonly<Record<string, unknown>>): Promise<void> {
  await browser.storage.local.set({ ...values });
}

/** Removes values. Rejects when storage fails. */
export async function removeStored(keys: readonly string[]): Promise<void> {
  await browser.storage.local.remove([...keys]);
}

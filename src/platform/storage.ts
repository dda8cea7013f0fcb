import { browser } from './browser.ts';

/** One value from this machine's extension storage; `undefined` when it was never written. Rejects when storage fails. */
export async function readStored(key: string): Promise<unknown> {
  const all = await browser.storage.local.get(key);
  return all[key];
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

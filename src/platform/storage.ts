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

/** Calls back when the value changes, from whichever page. Returns the function that stops listening. */
export function onStoredChange(key: string, changed: (value: unknown) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (Object.hasOwn(changes, key)) changed(changes[key]?.newValue);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

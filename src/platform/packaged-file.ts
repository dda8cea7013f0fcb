import { browser } from './browser.ts';

/** Reads a JSON file of the extension's own package. Nothing leaves the machine. */
export async function readPackagedJson(path: string): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(path));
  if (!response.ok) throw new Error(`packaged file missing: ${path}`);
  return response.json();
}

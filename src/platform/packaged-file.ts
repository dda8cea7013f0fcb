/** Reads a JSON file of the extension's own package, by the address the build gave it. Nothing leaves the machine. */
export async function readPackagedJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`packaged file missing: ${url}`);
  return response.json();
}

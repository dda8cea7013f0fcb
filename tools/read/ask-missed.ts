import { fileURLToPath } from 'node:url';
import type { TaughtField } from '../../src/domain/taught.ts';
import { bundleForPage } from '../../test/browser/reader/reader-page.ts';
import type { ChromiumPage } from '../../test/harness/chromium-page.ts';
import type { MissedAnchor } from './missed-anchors.ts';

const entry = fileURLToPath(new URL('./missed-anchors-entry.ts', import.meta.url));

/** What anchors nothing was read by on the open page, and why. The debugger runs it: a page's own policy cannot stop it. */
export async function askMissed(
  { raw }: ChromiumPage,
  taught: readonly TaughtField[],
): Promise<readonly MissedAnchor[]> {
  await raw.evaluate(await bundleForPage(entry));
  return raw.evaluate<readonly MissedAnchor[]>(`missedAnchors(${JSON.stringify(taught)})`);
}

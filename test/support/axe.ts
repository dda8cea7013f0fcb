import axe from 'axe-core';
import type { ChromiumPage } from '../harness/chromium-page.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** What the accessibility checker finds on a page as it stands: rule and place, empty when nothing. */
export async function accessibilityFindings(page: ChromiumPage): Promise<readonly string[]> {
  await page.raw.evaluate(axe.source);
  // What still comes in is paler than it is meant to be.
  await page.raw.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
  const violations = await page.raw.evaluate<readonly Violation[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

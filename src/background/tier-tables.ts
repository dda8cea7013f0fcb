import type { MarginTier } from '../domain/instrument.ts';
import type { VenueFacts } from '../domain/venue.ts';
import { readPackagedJson } from '../platform/packaged-file.ts';
import { tiersFor } from '../venues/tiers/unpack.ts';

/** Where the build put each packaged bracket table, by file name. */
const tableUrls: Readonly<Record<string, string>> = import.meta.glob('../venues/tiers/*.json', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** The brackets of one contract, from the venue's packaged table; `undefined` when the venue or the table has none. */
export async function loadTiers(
  facts: VenueFacts,
  symbol: string,
): Promise<readonly MarginTier[] | undefined> {
  if (facts.tierTable === undefined) return undefined;
  const url = tableUrls[`../venues/tiers/${facts.tierTable}.json`];
  return url === undefined ? undefined : tiersFor(await readPackagedJson(url), symbol);
}

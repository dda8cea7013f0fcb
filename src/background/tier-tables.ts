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

/** The brackets of these contracts, from the venue's packaged table; contracts the table does not know are left out. */
export async function loadTiers(
  facts: VenueFacts,
  symbols: readonly string[],
): Promise<Readonly<Record<string, readonly MarginTier[]>>> {
  const url =
    facts.tierTable === undefined ? undefined : tableUrls[`../venues/tiers/${facts.tierTable}.json`];
  if (url === undefined || symbols.length === 0) return {};
  const table = await readPackagedJson(url);
  return Object.fromEntries(
    symbols.flatMap((symbol) => {
      const tiers = tiersFor(table, symbol);
      return tiers === undefined ? [] : [[symbol, tiers]];
    }),
  );
}

import type { BracketTable } from '../domain/instrument.ts';
import type { VenueFacts } from '../domain/venue.ts';
import { readPackagedJson } from '../platform/packaged-file.ts';
import { bracketTable } from '../venues/tiers/unpack.ts';

/** Where the build put each packaged bracket table, by file name. */
const tableUrls: Readonly<Record<string, string>> = import.meta.glob('../venues/tiers/*.json', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** The package cannot change while the worker lives: a table that was read once is a constant. A failed read is not kept. */
const tables = new Map<string, Promise<unknown>>();

function tableAt(url: string): Promise<unknown> {
  const kept = tables.get(url);
  if (kept !== undefined) return kept;
  const reading = readPackagedJson(url);
  tables.set(url, reading);
  reading.catch(() => tables.delete(url));
  return reading;
}

/** The brackets of these contracts, from the venue's packaged table; contracts the table does not know are left out. */
export async function loadTiers(
  facts: VenueFacts,
  symbols: readonly string[],
  now: Date = new Date(),
): Promise<Readonly<Record<string, BracketTable>>> {
  const url =
    facts.tierTable === undefined ? undefined : tableUrls[`../venues/tiers/${facts.tierTable}.json`];
  if (url === undefined || symbols.length === 0) return {};
  const packed = await tableAt(url);
  return Object.fromEntries(
    symbols.flatMap((symbol) => {
      const table = bracketTable(packed, symbol, now);
      return table === undefined ? [] : [[symbol, table]];
    }),
  );
}
